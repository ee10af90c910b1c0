// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/flowhost.h"

#include <memory>

namespace desk {

/*!
 * A window of its own with nothing in it but the flow, for the verb connect. Needs a QApplication.
 * A screenshot can only be saved if keepsPictures is set from the start: a flow that is finished
 * has left the screen by the time this is heard of.
 */
std::unique_ptr<FlowHost> makeFlowHost(bool keepsPictures);

} // namespace desk
