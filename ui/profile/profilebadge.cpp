// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilebadge.h"

#include "ui/theme/metrics.h"

#include <QPainter>

namespace desk {

namespace {

QFont badgeFont()
{
    QFont font = Metrics::small();
    font.setWeight(QFont::DemiBold);
    return font;
}

struct Look {
    ColorToken ink;
    ColorToken surface;
};

Look lookOf(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Practice:
        return {ColorToken::Practice, ColorToken::PracticeSurface};
    case ProfileKind::AdHoc:
        return {ColorToken::Custom, ColorToken::CustomSurface};
    case ProfileKind::Development:
        return {ColorToken::Development, ColorToken::DevelopmentSurface};
    case ProfileKind::Production:
        return {ColorToken::Production, ColorToken::ProductionSurface};
    }
    Q_UNREACHABLE();
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

ColorToken ProfileBadge::mark(ProfileKind kind)
{
    const Look look = lookOf(kind);
    return kind == ProfileKind::Production ? look.surface : look.ink;
}

QSize ProfileBadge::sizeFor(ProfileKind kind)
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(word(kind)) + Metrics::space(5),
        metrics.height() + Metrics::space(1)};
}

void ProfileBadge::paint(QPainter &painter, const QRect &rect, ProfileKind kind, Scheme scheme)
{
    const Look look = lookOf(kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(look.surface, scheme));
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(color(look.ink, scheme));
    painter.setFont(badgeFont());
    painter.drawText(rect, Qt::AlignCenter, word(kind));
    painter.restore();
}

void ProfileBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_kind, schemeOf(palette()));
}

} // namespace desk
