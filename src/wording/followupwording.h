// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "errorwording.h"

#include "followup/followuprow.h"
#include "followup/linkclaim.h"
#include "secrets/secreterror.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

//! What waits for a person, in words that claim no more than is known.
namespace desk::FollowUpWording {

//! Why the row waits: "Magic link sent 5 days ago, no news". No full stop.
QString reason(const FollowUpRow &row, const QDateTime &now);
//! What is known beyond that and what the API cannot confirm, one sentence each.
QStringList facts(const FollowUpRow &row, const QDateTime &now);

//! The step as a button says it.
QString step(FollowUpStep step);
//! What was done with a row that is off the board now; there is a way back.
QString done(const QString &organization);

//! Why a reminder names no link, or that it does.
QString reminderCopied(const QString &organization, FlowLanguage language, bool hasLink);

//! What speaks against an integration that a client named, one sentence each.
QStringList differences(const ClaimFinding &finding, const Attempt &attempt);

//! What keeping a link means; said before somebody does.
QString keeping();
ErrorMessage notKept(const SecretError &error);
ErrorMessage notForgotten(const SecretError &error);
ErrorMessage notRead(const SecretError &error);
//! The keychain does not hold it any more.
ErrorMessage linkGone();

//! Of a run that reads integrations again.
QString progress(int done, int total);
QString refreshed(int read, int missing, int failed);

} // namespace desk::FollowUpWording
