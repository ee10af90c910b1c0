// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOptionSlider;
QT_END_NAMESPACE

/*!
 * A scroll bar as a quiet handle in a narrow groove, without arrows: people scroll by wheel, keys
 * and handle.
 */
namespace desk::ScrollBarLook {

int extent();
//! Where a part of the bar is; empty for the arrows.
QRect part(const QStyleOptionSlider &bar, QStyle::SubControl control);
void draw(const QStyleOptionSlider &bar, QPainter *painter);

} // namespace desk::ScrollBarLook
