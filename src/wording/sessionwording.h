// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/mismatch.h"
#include "session/connectsession.h"

#include <QString>

//! Where a connect session stands and how it ended, in words that claim no more than is known.
namespace desk::SessionWording {

//! The step a session is at, short enough for a status line.
QString step(ConnectSession::State state);
//! The same for a flow that goes on in the browser of the system.
QString stepInBrowser(ConnectSession::State state);
//! How much longer a link works, as far as that is known.
QString linkLife(LinkLife::Stage stage, std::chrono::milliseconds remaining);
//! How it ended, as a headline; what was asked for decides what counts as done.
QString outcome(
    ConnectSession::Outcome outcome, LinkOrder::Kind kind = LinkOrder::Kind::Connection);
//! What the end means and what comes next.
QString outcomeAdvice(
    ConnectSession::Outcome outcome, LinkOrder::Kind kind = LinkOrder::Kind::Connection);

//! What Kombo's setup_status means; a status we do not know is shown as it came.
QString setup(const QString &setupStatus);

//! One sentence that names both values.
QString sentence(const Mismatch &mismatch);

} // namespace desk::SessionWording
