// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTabBar>

namespace desk {

//! Tabs without boxes: words in a row, the chosen one underlined in the accent.
class QuietTabBar final : public QTabBar {
    Q_OBJECT

public:
    explicit QuietTabBar(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
};

} // namespace desk
