// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QString>

#include <chrono>

//! What came of a request, and its figures, in words.
namespace desk::ExchangeWording {

//! For a column: "200", "Timed out".
QString outcome(const Exchange &exchange);

//! A line: "200 OK", "No answer in time", with what the transport said in brackets.
QString outcomeLine(const Exchange &exchange);

//! "12 ms", "1.24 s", "2 min 5 s".
QString duration(std::chrono::milliseconds duration);

//! "812 B", "3.4 KB", "1.2 MB".
QString size(qsizetype bytes);

//! The time of day on this computer with milliseconds: "14:03:07.250".
QString clockTime(const QDateTime &time);

} // namespace desk::ExchangeWording
