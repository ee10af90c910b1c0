// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/linkfield.h"

#include <QKeyEvent>

namespace desk {

namespace {

// As many whatever the link, which has a length that tells something.
constexpr int dots = 24;

} // namespace

LinkField::LinkField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setDragEnabled(false);
    connect(this, &QLineEdit::selectionChanged, this, [this] { deselect(); });
}

void LinkField::setLink(const Secret &link)
{
    m_link = link;
    setRevealed(false);
}

void LinkField::setRevealed(bool revealed)
{
    m_isRevealed = revealed && !m_link.isEmpty();
    showLink();
}

void LinkField::showLink()
{
    if (m_isRevealed)
        setText(m_link.reveal());
    else
        setText(m_link.isEmpty() ? QString() : QString(dots, QChar(0x2022)));
    setCursorPosition(0);
}

void LinkField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut))
        Q_EMIT copyRequested();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace desk
