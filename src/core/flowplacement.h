// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>

namespace desk {

//! Where the page of a flow is shown.
enum class FlowPlacement {
    Frame, //!< in the official embed library's frame, as in an application of a customer
    TopLevel, //!< as a page of its own, for environments that refuse to be framed
};

} // namespace desk

Q_DECLARE_METATYPE(desk::FlowPlacement)
