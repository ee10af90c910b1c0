// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/disclosure.h"

#include "ui/theme/icons.h"

using namespace Qt::StringLiterals;

namespace desk {

Disclosure::Disclosure(QWidget *parent)
    : QPushButton(parent)
{
    setCheckable(true);
    setProperty("emphasis", u"quiet"_s);
    connect(this, &QPushButton::toggled, this, &Disclosure::showState);
    showState();
}

void Disclosure::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    showState();
}

void Disclosure::setContent(QWidget *content)
{
    m_content = content;
    showState();
}

void Disclosure::setMark(const QString &mark)
{
    m_mark = mark;
    setAccessibleDescription(mark);
    showState();
}

void Disclosure::showState()
{
    setIcon(desk::icon(isChecked() ? IconName::ChevronDown : IconName::ChevronRight));
    //: A heading and what is set below it, such as "Advanced · 2 set"
    setText(m_mark.isEmpty() ? m_title : tr("%1 · %2").arg(m_title, m_mark));
    if (m_content)
        m_content->setVisible(isChecked());
}

} // namespace desk
