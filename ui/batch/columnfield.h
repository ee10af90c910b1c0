// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/namedcombobox.h"

#include "core/detailscheck.h"

namespace desk {

//! Which field a column gives: chosen, or dropped on it.
class ColumnField final : public NamedComboBox {
    Q_OBJECT

public:
    explicit ColumnField(QWidget *parent = nullptr);

Q_SIGNALS:
    void fieldDropped(desk::DetailsField field);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace desk
