// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/notesedit.h"

#include "ui/demo/masked.h"
#include "ui/parts/labels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace desk {

NotesEdit::NotesEdit(AttemptDetails &details, QWidget *parent)
    : QWidget(parent)
    , m_details(details)
    , m_edit(new QPlainTextEdit(this))
    , m_state(mutedLabel({}, this))
{
    auto *label = new QLabel(tr("Notes"), this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setBuddy(m_edit);
    m_edit->setObjectName(u"attemptNotes"_s);
    m_edit->setAccessibleName(label->text());
    m_edit->setPlaceholderText(tr("What a colleague should know"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(Metrics::space(20));
    m_edit->installEventFilter(this);
    m_state->setObjectName(u"attemptNotesState"_s);
    m_state->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch();
    head->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addLayout(head);
    layout->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this,
        [this] { m_details.typeNotes(m_edit->toPlainText()); });
    connect(&details, &AttemptDetails::changed, this, &NotesEdit::take);
    connect(&details, &AttemptDetails::notesStateChanged, this, &NotesEdit::showState);
    take();
    showState();
}

void NotesEdit::take()
{
    const bool isAnother = m_details.id() != m_shown;
    m_shown = m_details.id();
    const QString notes = m_isMasked ? Masked::text(m_details.notes()) : m_details.notes();
    m_edit->setReadOnly(m_isMasked);
    if (isAnother)
        m_state->clear();
    // The cursor of whoever types stays where it is.
    if (notes == m_edit->toPlainText())
        return;
    const QSignalBlocker blocker(m_edit);
    m_edit->setPlainText(notes);
}

void NotesEdit::showState()
{
    switch (m_details.notesState()) {
    case AttemptDetails::NotesState::Typing:
        m_state->clear();
        return;
    case AttemptDetails::NotesState::Told:
        m_state->setText(tr("Saving…"));
        return;
    case AttemptDetails::NotesState::Saved:
        m_state->setText(m_details.notes().isEmpty() ? QString() : tr("Saved"));
        return;
    }
}

void NotesEdit::setMasked(bool masked)
{
    m_details.saveNotes();
    m_isMasked = masked;
    take();
}

bool NotesEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_details.saveNotes();
    return QWidget::eventFilter(watched, event);
}

void NotesEdit::hideEvent(QHideEvent *event)
{
    m_details.saveNotes();
    QWidget::hideEvent(event);
}

} // namespace desk
