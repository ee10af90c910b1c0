// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "repeatablerequest.h"

#include <QString>

//! Python 3 with the library requests.
namespace desk::CopyPython {

QString text(const RepeatableRequest &request);

} // namespace desk::CopyPython
