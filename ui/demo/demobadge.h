// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

//! Says in the header that a demo goes on, with the button that ends it.
class DemoBadge final : public QWidget {
    Q_OBJECT

public:
    explicit DemoBadge(QWidget *parent = nullptr);

Q_SIGNALS:
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace desk
