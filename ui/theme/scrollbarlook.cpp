// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/scrollbarlook.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace desk::ScrollBarLook {

namespace {

bool isHorizontal(const QStyleOptionSlider &bar)
{
    return bar.orientation == Qt::Horizontal;
}

int lengthOf(const QStyleOptionSlider &bar)
{
    return isHorizontal(bar) ? bar.rect.width() : bar.rect.height();
}

int handleLength(const QStyleOptionSlider &bar)
{
    const int length = lengthOf(bar);
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    if (range <= 0)
        return length;
    const qint64 share = qint64{length} * bar.pageStep / (range + bar.pageStep);
    return static_cast<int>(
        std::clamp(share, qint64{qMin(Metrics::space(6), length)}, qint64{length}));
}

int handlePosition(const QStyleOptionSlider &bar)
{
    return QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
        lengthOf(bar) - handleLength(bar), bar.upsideDown);
}

//! The stretch of the bar from one point to another.
QRect stretch(const QStyleOptionSlider &bar, int from, int length)
{
    const QRect &box = bar.rect;
    const QRect rect = isHorizontal(bar) ? QRect(box.x() + from, box.y(), length, box.height())
                                         : QRect(box.x(), box.y() + from, box.width(), length);
    return QStyle::visualRect(bar.direction, box, rect);
}

} // namespace

int extent()
{
    return Metrics::space(3);
}

QRect part(const QStyleOptionSlider &bar, QStyle::SubControl control)
{
    const int handleStart = handlePosition(bar);
    const int handleEnd = handleStart + handleLength(bar);
    switch (control) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return stretch(bar, handleStart, handleEnd - handleStart);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(bar, 0, handleStart);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(bar, handleEnd, lengthOf(bar) - handleEnd);
    default:
        return {};
    }
}

void draw(const QStyleOptionSlider &bar, QPainter *painter)
{
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Window));
    const bool isHeld = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (bar.state & (QStyle::State_Sunken | QStyle::State_MouseOver));
    const int inset = qMax(1, extent() / 4);
    const QRectF handle =
        QRectF(part(bar, QStyle::SC_ScrollBarSlider)).adjusted(inset, inset, -inset, -inset);
    const double radius = qMin(handle.width(), handle.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        color(isHeld ? ColorToken::MutedText : ColorToken::FieldBorder, schemeOf(bar.palette)));
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

} // namespace desk::ScrollBarLook
