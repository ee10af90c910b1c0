// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

namespace desk::Metrics {

namespace {

QFont scaled(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

int space(int steps)
{
    return space(QApplication::font(), steps);
}

int space(const QFont &font, int steps)
{
    return qRound(QFontMetrics(font).height() * steps / 4.0);
}

int iconSize()
{
    return QFontMetrics(QApplication::font()).height();
}

QFont heading()
{
    return scaled(1.2, QFont::DemiBold);
}

QFont title()
{
    return scaled(1.45, QFont::DemiBold);
}

QFont small()
{
    return scaled(0.9, QFont::Normal);
}

QFont monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont body = QApplication::font();
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF() * 0.95);
    return font;
}

} // namespace desk::Metrics
