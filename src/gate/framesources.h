// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

class ConnectLink;

/*!
 * What the policy of a host page lets into its frame, as the value of frame-src. As wide as
 * https, since it also covers where a sign-in leads the frame later; plain http only for a link on
 * this machine.
 */
QString frameSources(const ConnectLink &link);

} // namespace desk
