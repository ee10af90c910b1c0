// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/*!
 * Sizes that follow the font, so that larger text gets larger room. One step is a quarter of the
 * line height: 4 to 5 pixels at the usual text size.
 */
namespace desk::Metrics {

//! That many steps, in device-independent pixels.
int space(int steps);
int space(const QFont &font, int steps);

//! The side of an icon that stands beside text.
int iconSize();

//! The type scale: body text is the application's font.
QFont heading();
QFont title();
QFont small();
QFont monospace();

} // namespace desk::Metrics
