// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/keyedit.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <utility>

namespace desk {

namespace {

// Nobody types that much between two events.
constexpr qsizetype fewestPasted = 6;

} // namespace

KeyEdit::KeyEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // In this mode Qt itself keeps copy, cut, drag, primary selection and screen readers away.
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    connect(this, &QLineEdit::textChanged, this, &KeyEdit::noteEdit);
}

void KeyEdit::forget()
{
    setText(QString()); // unlike clear(), also forgets what could be undone
}

void KeyEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *paste = menu->addAction(tr("Paste"));
    paste->setEnabled(!QGuiApplication::clipboard()->text().isEmpty());
    connect(paste, &QAction::triggered, this, &QLineEdit::paste);
    QAction *clear = menu->addAction(tr("Clear"));
    clear->setEnabled(!text().isEmpty());
    connect(clear, &QAction::triggered, this, &KeyEdit::forget);
    menu->popup(event->globalPos());
}

void KeyEdit::noteEdit(const QString &text)
{
    const qsizetype before = std::exchange(m_lengthBefore, text.size());
    if (text.size() - before >= fewestPasted)
        Q_EMIT pasted();
}

} // namespace desk
