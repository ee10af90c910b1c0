// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QPalette>
#include <QRect>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

//! How the picture of a tool looks wherever one stands.
namespace desk::ToolPicture {

//! The side of its box, in device-independent pixels.
int side();

/*!
 * Draws the picture into the box; without one, the first letter of the title on a quiet disc. On
 * dark ground it stands on a light tile, since most of them are made for white paper.
 */
void paint(QPainter &painter, const QRect &box, const QImage &picture, const QString &title,
    const QPalette &palette);

//! What of a box the picture itself is drawn into.
QRect inner(const QRect &box, const QPalette &palette);

} // namespace desk::ToolPicture
