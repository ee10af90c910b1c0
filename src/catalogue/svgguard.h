// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace desk {

/*!
 * An SVG document of a stranger, written anew with nothing in it but shapes, texts and gradients
 * from a list of known elements and attributes: no images (Qt's renderer would read local files),
 * no style sheets from elsewhere, no animation, no dashes (a million of them fit in a few bytes),
 * and no reference but to something that refers to nothing itself, so nothing can be multiplied or
 * go round in circles. Nothing if it is no SVG, has a document type or a processing instruction, or
 * is too large, too deep or too rich. May be called in any thread.
 */
std::optional<QByteArray> guardedSvg(const QByteArray &document);

} // namespace desk
