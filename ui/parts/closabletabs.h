// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace desk {

class QuietTabBar;

//! The head of an area that can be closed: its tabs, and the button that closes it.
class ClosableTabs final : public QWidget {
    Q_OBJECT

public:
    //! The tooltip is the button's name, too.
    ClosableTabs(const QStringList &tabs, const QString &closeToolTip, QWidget *parent = nullptr);

    QuietTabBar *tabs() const { return m_tabs; }
    //! The button gets this object name.
    void nameButton(const QString &objectName);

Q_SIGNALS:
    void closeRequested();

private:
    QuietTabBar *m_tabs;
    QWidget *m_close;
};

} // namespace desk
