// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

#include <functional>

namespace desk {

//! Gives the present moment, in UTC; a test gives its own.
using PracticeClock = std::function<QDateTime()>;

} // namespace desk
