// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace desk {

/*!
 * Draws a picture of a tool from the bytes of some server into an image of exactly that many
 * pixels, its shape kept, the rest transparent. SVG goes through guardedSvg() first; of the others
 * PNG, JPEG, GIF and WebP are known. Null for anything that is no such picture, or a huge one. May
 * be called in any thread.
 */
QImage drawnPicture(const QByteArray &bytes, QSize pixels);

} // namespace desk
