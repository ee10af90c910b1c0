// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/*!
 * Reads the body of create-link as strictly as the contract (CreateLinkRequest) and the guesses of
 * kombo-api.md 5.2 about the server allow: what is unknown, missing, mistyped, empty, not in an
 * enum or does not fit together is refused. The error is the message of PLATFORM.INPUT_INVALID and
 * names the property; where several are wrong, one of them.
 */
Result<ConnectDetails, QString> readCreateLinkRequest(const QByteArray &body);

} // namespace desk
