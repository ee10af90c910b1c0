// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <functional>

namespace desk {

//! Time since a fixed moment in the past.
using ElapsedSource = std::function<std::chrono::milliseconds()>;

/*!
 * Time since this computer was started, including the time it slept: never set back or forward as
 * the wall clock is, and not stopped by a closed lid as the usual steady clock is.
 */
std::chrono::milliseconds elapsedSinceBoot();

} // namespace desk
