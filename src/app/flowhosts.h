// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/flowhost.h"

#include <memory>

namespace desk {

//! A window of its own with nothing in it but the flow, for the verb connect. Needs a QApplication.
std::unique_ptr<FlowHost> makeFlowHost();

} // namespace desk
