// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPalette>

namespace desk {

enum class Scheme { Light, Dark };

//! What a colour is for. The values stand in one table in tokens.cpp, for both schemes.
enum class ColorToken {
    Window, //!< behind everything
    Surface, //!< where people read and type
    Field, //!< inside an input
    Text,
    MutedText,
    Border, //!< hairlines that only group
    FieldBorder, //!< the edge of an input: 3:1 against the surface
    Hover,
    Accent,
    AccentHover,
    AccentText, //!< on Accent
    Danger, //!< text and edges of errors
    DangerSurface,
    Warning,
    WarningSurface,
    Success,
    SuccessSurface,
    Practice, //!< the mark of the practice profile
    PracticeSurface,
    Custom, //!< the mark of a base URL given on the command line
    CustomSurface,
    Development, //!< the mark of an environment without clients
    DevelopmentSurface,
    Production, //!< the mark of an environment with clients, on a solid ground that nobody
                //!< overlooks
    ProductionSurface,
};

//! Every text colour has at least 4.5:1 on the surfaces it is used on; tst_tokens checks it.
QColor color(ColorToken token, Scheme scheme);

//! The scheme a palette belongs to, told by how light its window is.
Scheme schemeOf(const QPalette &palette);

/*!
 * The palette of a scheme. PlaceholderText is for muted text and BrightText for error text, so that
 * labels follow a change of scheme by their foreground role alone.
 */
QPalette paletteOf(Scheme scheme);

//! The ratio of WCAG 2.2, from 1 to 21.
double contrastRatio(const QColor &first, const QColor &second);

} // namespace desk
