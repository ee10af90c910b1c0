// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/maskededit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace desk {

MaskedEdit::MaskedEdit(Masked::Kind kind, QLineEdit *edit, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_edit(edit)
{
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &MaskedEdit::fit);
}

void MaskedEdit::setOn(bool on)
{
    m_isOn = on;
    fit();
}

void MaskedEdit::fit()
{
    const auto mode = m_isOn && !Masked::isHarmless(m_kind, m_edit->text().trimmed())
        ? QLineEdit::Password
        : QLineEdit::Normal;
    if (m_edit->echoMode() != mode)
        m_edit->setEchoMode(mode);
}

bool MaskedEdit::isHidden() const
{
    return m_edit->echoMode() != QLineEdit::Normal;
}

// A line of dots copies nothing by itself.
bool MaskedEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isHidden())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isCut = key->matches(QKeySequence::Cut);
    if (!isCut && !key->matches(QKeySequence::Copy))
        return QObject::eventFilter(watched, event);
    if (m_edit->hasSelectedText()) {
        const qsizetype length = m_edit->selectionLength();
        QGuiApplication::clipboard()->setText(
            m_edit->text().sliced(m_edit->selectionStart(), length));
        if (isCut && !m_edit->isReadOnly())
            m_edit->del();
    }
    return true;
}

} // namespace desk
