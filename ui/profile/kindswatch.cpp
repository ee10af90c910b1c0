// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/kindswatch.h"

#include "ui/profile/profilebadge.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace desk {

namespace {

class SwatchEngine final : public QIconEngine {
public:
    explicit SwatchEngine(ProfileKind kind)
        : m_kind(kind)
    {
    }

    QIconEngine *clone() const override { return new SwatchEngine(m_kind); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Scheme scheme = schemeOf(QApplication::palette());
        const ColorToken token =
            mode == QIcon::Disabled ? ColorToken::Border : ProfileBadge::mark(m_kind);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(token, scheme));
        const double inset = rect.width() / 8.0;
        painter->drawRoundedRect(
            QRectF(rect).adjusted(inset, inset, -inset, -inset), inset * 1.5, inset * 1.5);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

private:
    ProfileKind m_kind;
};

} // namespace

QIcon kindSwatch(ProfileKind kind)
{
    return QIcon(new SwatchEngine(kind));
}

} // namespace desk
