// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/findbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_position(new QLabel(this))
{
    m_edit->setObjectName(u"findEdit"_s);
    m_edit->setPlaceholderText(tr("Find"));
    m_edit->setAccessibleName(tr("Find"));
    m_edit->installEventFilter(this);
    m_position->setObjectName(u"findPosition"_s);
    m_position->setTextFormat(Qt::PlainText);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    auto *previous = new QPushButton(tr("Previous"), this);
    auto *next = new QPushButton(tr("Next"), this);
    auto *closing = new QToolButton(this);
    for (QPushButton *button : {previous, next})
        button->setProperty("emphasis", u"quiet"_s);
    closing->setIcon(icon(IconName::X));
    closing->setProperty("emphasis", u"quiet"_s);
    closing->setFocusPolicy(Qt::StrongFocus);
    closing->setAccessibleName(tr("Close search"));
    closing->setToolTip(tr("Close search"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_position);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(closing);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(previous, &QPushButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::open()
{
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::showPosition(int position, int count)
{
    if (m_edit->text().isEmpty())
        m_position->clear();
    else if (count == 0)
        m_position->setText(tr("No match"));
    else
        //: The position of a match among all: %1 such as 3, %2 such as 12
        m_position->setText(tr("%1 of %2").arg(position).arg(count));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT stepped(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void FindBar::close()
{
    m_edit->clear();
    hide();
    Q_EMIT closed();
}

} // namespace desk
