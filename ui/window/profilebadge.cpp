// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/profilebadge.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace desk {

namespace {

QFont badgeFont()
{
    QFont font = Metrics::small();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ProfileBadge::ProfileBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKind(ProfileKind::Practice);
}

QString ProfileBadge::word(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Practice:
        //: The profile that works against the application's own practice server
        return tr("Practice");
    case ProfileKind::AdHoc:
        //: A profile made of a base URL given on the command line
        return tr("Custom base URL");
    case ProfileKind::Development:
        //: The profile of an environment without clients
        return tr("Development");
    case ProfileKind::Production:
        //: The profile of an environment with clients
        return tr("Production");
    }
    Q_UNREACHABLE();
}

void ProfileBadge::setKind(ProfileKind kind)
{
    m_kind = kind;
    //: Spoken by screen readers; %1 is the word for the profile
    setAccessibleName(tr("Profile: %1").arg(word(kind)));
    updateGeometry();
    update();
}

QSize ProfileBadge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(word(m_kind)) + Metrics::space(5),
        metrics.height() + Metrics::space(1)};
}

void ProfileBadge::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    const bool isPractice = m_kind == ProfileKind::Practice;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        color(isPractice ? ColorToken::PracticeSurface : ColorToken::CustomSurface, scheme));
    painter.drawRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    painter.setPen(color(isPractice ? ColorToken::Practice : ColorToken::Custom, scheme));
    painter.setFont(badgeFont());
    painter.drawText(rect(), Qt::AlignCenter, word(m_kind));
}

} // namespace desk
