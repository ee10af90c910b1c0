// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

//! What may stand in a picture from the network; see guardedSvg().
namespace desk::SvgRules {

bool isKnownElement(QStringView name);
bool isKnownAttribute(QStringView name);

//! Without a reference to anything outside, and not nested deeper than a real value would be.
bool isHarmlessValue(QStringView value);

//! The declarations of a style attribute that isKnownAttribute() and isHarmlessValue() let through.
QString knownDeclarations(QStringView style);

//! A style sheet without dashes; nothing if it does more than to colour shapes.
std::optional<QString> harmlessSheet(const QString &sheet);

//! The id that a reference names; nothing if it leads out of the document.
std::optional<QString> localTarget(QStringView reference);

} // namespace desk::SvgRules
