// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profileerror.h"

#include "core/result.h"

#include <QString>

namespace desk {

/*!
 * One host from which links may come, in lower case and without blanks around it; or why this is
 * none. Only a plain ASCII name with a dot passes: what is listed is compared letter by letter with
 * the host of a link, so a port, an address in numbers, or a name that looks like another would
 * either never match or match what nobody meant.
 */
Result<QString, ProfileError::Problem> checkLinkHost(const QString &text);

} // namespace desk
