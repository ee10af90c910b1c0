// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QUrl>

namespace desk {

/*!
 * An address that a tool list may have fetched or opened: https, or http on this machine (the
 * practice server), with a host and without a user name, which would only hide the host.
 */
bool isWebAddress(const QUrl &url);

//! The address as it was given by a server, strictly parsed; not valid if it is none of the above.
QUrl webAddress(const QString &text);

} // namespace desk
