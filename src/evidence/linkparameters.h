// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/linkorder.h"

#include <QJsonObject>

namespace desk {

//! Everything a link is asked for, by the names of the API (kombo-api.md 5.2, 5.8, 5.9); what was
//! not given is null. The organization of a link for an integration is our own knowledge.
QJsonObject linkParameters(const LinkOrder &order);

//! "connection", "reconnection" or "setup".
QString wireName(LinkOrder::Kind kind);

} // namespace desk
