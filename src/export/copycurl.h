// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "repeatablerequest.h"

#include <QString>

/*!
 * curl as a command for two shells. It sends what the request holds and none of curl's own
 * defaults, and it gets key and token on standard input, because process lists are public. A body
 * that is not text fits into neither shell; it is left out and the script says so.
 */
namespace desk::CopyCurl {

/*!
 * For sh and every shell that descends from it. Without comments: zsh takes a pasted one for a
 * command. Notes are arguments of ":" instead.
 */
QString posix(const RepeatableRequest &request);

//! For Windows PowerShell 5 and PowerShell 7 with the curl.exe that comes with Windows.
QString powerShell(const RepeatableRequest &request);

} // namespace desk::CopyCurl
