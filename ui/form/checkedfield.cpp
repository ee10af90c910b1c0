// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/checkedfield.h"

#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "wording/detailswording.h"

#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>

namespace desk {

namespace {

// A menu, a dialog or another program that takes the keyboard for a while is no leaving.
bool isLeaving(Qt::FocusReason reason)
{
    return reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason
        && reason != Qt::ActiveWindowFocusReason;
}

} // namespace

CheckedField::CheckedField(DetailsField field, QLineEdit *edit, QLabel *problem, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_edit(edit)
    , m_problem(problem)
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setFont(Metrics::small());
    m_problem->hide();
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_refusal.clear();
        Q_EMIT edited();
    });
}

std::optional<QString> CheckedField::text() const
{
    const QString text = cleanedInput(m_edit->text());
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void CheckedField::setText(const std::optional<QString> &text)
{
    m_wasLeft = false;
    m_refusal.clear();
    m_edit->setText(text.value_or(QString()));
}

void CheckedField::leave()
{
    m_wasLeft = true;
    const QString cleaned = cleanedInput(m_edit->text());
    if (cleaned != m_edit->text())
        m_edit->setText(cleaned);
    Q_EMIT left();
}

void CheckedField::show(const QList<DetailsError> &errors)
{
    const std::optional<DetailsProblem> problem =
        m_wasLeft ? problemOf(m_field, errors) : std::nullopt;
    showSentence(problem ? DetailsWording::sentence({m_field, *problem}) : m_refusal);
}

void CheckedField::refuse(const QString &sentence)
{
    m_refusal = sentence;
    showSentence(sentence);
}

bool CheckedField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut
        && isLeaving(static_cast<QFocusEvent *>(event)->reason())) {
        leave();
    }
    return QObject::eventFilter(watched, event);
}

void CheckedField::showSentence(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    m_edit->setProperty("invalid", !sentence.isEmpty());
    m_edit->update();
}

} // namespace desk
