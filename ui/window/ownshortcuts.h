// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace desk {

/*!
 * Keeps the shortcuts of the menus working while somebody types. On X11 text fields take some of
 * them for themselves, Ctrl+E and Ctrl+K among them, in the manner of an old editor.
 */
class OwnShortcuts final : public QObject {
    Q_OBJECT

public:
    //! The shortcuts of these actions, in that window; its dialogs are left alone.
    OwnShortcuts(const QList<QAction *> &actions, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QList<QKeySequence> m_shortcuts;
};

} // namespace desk
