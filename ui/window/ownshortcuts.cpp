// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/ownshortcuts.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace desk {

OwnShortcuts::OwnShortcuts(const QList<QAction *> &actions, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    for (const QAction *action : actions)
        m_shortcuts.append(action->shortcuts());
    qApp->installEventFilter(this);
}

bool OwnShortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (!widget || widget->window() != m_window
        || !m_shortcuts.contains(QKeySequence(key->keyCombination()))) {
        return QObject::eventFilter(watched, event);
    }
    // Whoever accepts this event keeps the key to itself.
    event->ignore();
    return true;
}

} // namespace desk
