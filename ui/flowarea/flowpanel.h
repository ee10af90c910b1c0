// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/statepanel.h"

#include <QString>

namespace desk {

class ConnectSession;

//! What can be done about a flow from the place where it is shown.
enum class FlowAction {
    None,
    Reload,
    ContinueInBrowser,
    LookAgain,
    EnterToken,
    ResolveAgain,
    NewLink, //!< of the form as it stands
    StartAgain, //!< the same order, with a new link
};

//! What stands in the place of the flow, and what its two buttons do.
struct FlowPanel {
    StatePanel::Content content;
    FlowAction action = FlowAction::None;
    FlowAction secondAction = FlowAction::None;
};

//! Before there was a session.
FlowPanel emptyFlowPanel();
/*!
 * Of a session that shows no page now. engineProblem is why the browser engine did not start, as a
 * sentence; empty if it did.
 */
FlowPanel flowPanelOf(const ConnectSession &session, const QString &engineProblem);

} // namespace desk
