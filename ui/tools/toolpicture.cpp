// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolpicture.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QPainter>

namespace desk::ToolPicture {

namespace {

constexpr double tileRadius = 4;

void paintTile(QPainter &painter, const QRect &box, const QPalette &palette)
{
    if (schemeOf(palette) == Scheme::Light)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Surface, Scheme::Light));
    painter.drawRoundedRect(QRectF(box), tileRadius, tileRadius);
}

void paintLetter(QPainter &painter, const QRect &box, const QString &title, const QPalette &palette)
{
    const Scheme scheme = schemeOf(palette);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Hover, scheme));
    painter.drawEllipse(box);
    if (title.isEmpty())
        return;
    QFont font = painter.font();
    font.setPixelSize(qMax(1, box.height() * 11 / 20));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(color(ColorToken::MutedText, scheme));
    // The first character may be made of two units.
    const qsizetype units = title.at(0).isHighSurrogate() ? 2 : 1;
    painter.drawText(box, Qt::AlignCenter, title.left(units).toUpper());
}

} // namespace

int side()
{
    return Metrics::iconSize() * 5 / 4;
}

QRect inner(const QRect &box, const QPalette &palette)
{
    const int inset = schemeOf(palette) == Scheme::Light ? 0 : qMax(1, box.width() / 10);
    return box.adjusted(inset, inset, -inset, -inset);
}

void paint(QPainter &painter, const QRect &box, const QImage &picture, const QString &title,
    const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (picture.isNull()) {
        paintLetter(painter, box, title, palette);
    } else {
        paintTile(painter, box, palette);
        painter.drawImage(inner(box, palette), picture);
    }
    painter.restore();
}

} // namespace desk::ToolPicture
