// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"

#include <QString>

namespace desk {

//! The client that stands in the form where nobody real is wanted: on first start, and in a demo.
ConnectDetails sampleDetails();

//! Nobody can have this e-mail address, for its domain is kept for examples (RFC 2606).
bool isSampleAddress(const QString &address);

} // namespace desk
