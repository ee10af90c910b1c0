// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integration.h"
#include "core/integrationdetails.h"
#include "ledger/ledgerstep.h"
#include "profiles/profile.h"
#include "session/connectsession.h"

/*!
 * What the ledger calls things of the session, the API and the profiles; pure. A text that is
 * absent there is empty here.
 */
namespace desk::AttemptFacts {

LedgerProfile profileOf(const Profile &profile);
//! An address that was given for once; the id names host and port.
LedgerProfile profileOf(const ApiAccess &adHoc);

//! An attempt as it stands before anything was sent.
Attempt attemptOf(const LinkOrder &order, const LedgerProfile &profile, AttemptSource source);

//! Unfinished for a session that has not ended.
AttemptOutcome outcomeOf(ConnectSession::Outcome outcome);

//! The category is not part of such an answer, so it is the one that was asked for, if any.
KnownIntegration integrationOf(const ResolvedIntegration &integration, const QString &profileId,
    const QString &category, const QDateTime &readAt);

} // namespace desk::AttemptFacts
