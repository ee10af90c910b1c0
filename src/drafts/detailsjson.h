// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QJsonObject>

namespace desk {

//! Longer texts are cut where they are kept: far beyond what the form lets one send.
constexpr qsizetype longestKeptText = 4000;

/*!
 * The details as they stand in a file; texts may be anything a person can type, choices are written
 * as on Kombo's wire. The names are part of the file format. There is no secret among them.
 */
QJsonObject detailsToJson(const ConnectDetails &details);

//! Reads what detailsToJson() writes. What is missing, of another type or unknown is as in an empty
//! form.
ConnectDetails detailsFromJson(const QJsonObject &object);

} // namespace desk
