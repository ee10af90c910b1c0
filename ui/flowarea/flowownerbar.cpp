// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowownerbar.h"

#include "ui/profile/profilebadge.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace desk {

FlowOwnerBar::FlowOwnerBar(QWidget *parent)
    : QWidget(parent)
    , m_badge(new ProfileBadge(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"flowOwnerBar"_s);
    m_text->setObjectName(u"flowOwnerText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(2), Metrics::space(4), Metrics::space(1));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_badge, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void FlowOwnerBar::present(const ProfileTag &owner)
{
    m_badge->setKind(owner.kind);
    //: %1 is the name of a profile
    m_text->setText(
        tr("This flow belongs to the profile %1 and goes on with its key.").arg(owner.name));
}

} // namespace desk
