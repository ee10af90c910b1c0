// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"
#include "models/exchangefiltermodel.h"

namespace desk {

//! The filtered exchanges in words, as the inspector's list shows them.
class ExchangeRows final : public ExchangeFilterModel {
    Q_OBJECT

public:
    using ExchangeFilterModel::ExchangeFilterModel;

    //! The row must exist.
    const Exchange &exchangeAt(int row) const;
    //! -1 if the filter or the log holds it back.
    int rowOf(quint64 number) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace desk
