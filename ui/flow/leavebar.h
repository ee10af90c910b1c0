// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace desk {

/*!
 * Stands over a flow that wanted to turn the whole page into another one, which it may not: names
 * the host and offers a window for it. Hidden until there is something to offer.
 */
class LeaveBar final : public QFrame {
    Q_OBJECT

public:
    explicit LeaveBar(QWidget *parent = nullptr);

    //! Replaces what was offered before.
    void offer(const QString &host);

Q_SIGNALS:
    void accepted();

private:
    QLabel *m_text;
};

} // namespace desk
