// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace desk {

/*!
 * The picture of a tool as SVG: its initials on a shape of a colour, never anybody's logo. The name
 * is the tool's id for the icon, with "-logo" for the wide one with the label, with "-black" for
 * the icon without colour. Empty for a tool there is not.
 */
QByteArray practiceMark(const QString &name);

} // namespace desk
