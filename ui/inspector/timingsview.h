// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exchangephases.h"

#include <QWidget>

namespace desk {

//! Where the time of one exchange went: a line for each phase, its bar where it lay in the whole.
class TimingsView final : public QWidget {
    Q_OBJECT

public:
    explicit TimingsView(QWidget *parent = nullptr);

    void present(const Exchange &exchange);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    int nameWidth() const;
    int figureWidth() const;

    QList<ExchangePhase> m_phases;
};

} // namespace desk
