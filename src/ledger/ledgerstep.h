// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"
#include "knownintegration.h"

#include <variant>

namespace desk {

//! Facts that the ledger is told as they happen, each written in one transaction. An attempt is
//! named by an id that its caller made, so that a step can wait while the ledger cannot be written.

//! Only what is known at the start counts; step, outcome and times of later steps do not.
struct AttemptBegun {
    Attempt attempt;
};

struct AttemptLinked {
    QUuid attempt;
    QDateTime createdAt;
    QDateTime expiresAt; //!< invalid if nobody knows
};

//! The attempt has come at least this far; never goes back.
struct AttemptReached {
    QUuid attempt;
    AttemptStep step = AttemptStep::FlowOpened;
};

//! May come a second time, when a person has acknowledged a mismatch.
struct AttemptEnded {
    QUuid attempt;
    AttemptOutcome outcome = AttemptOutcome::Unknown;
    QDateTime endedAt;
    std::chrono::milliseconds duration{0}; //!< negative: not known
    QString errorTitle;
    QString errorCode;
    QString integrationId;
    AttemptRecord record;
};

struct AttemptNoted {
    QUuid attempt;
    QString notes;
};

//! Out of sight, or back again; gone for good with the next clean-up that is a day later.
struct AttemptHidden {
    QUuid attempt;
    bool isHidden = true;
};

//! Done by a person, or to be done after all.
struct AttemptFollowedUp {
    QUuid attempt;
    QDateTime at; //!< invalid: not done
};

//! What the API has told; empty texts leave what was known.
struct IntegrationRead {
    KnownIntegration integration;
};

struct IntegrationDeleted {
    QString profileId;
    QString id;
    QDateTime at;
};

struct IntegrationFollowedUp {
    QString profileId;
    QString id;
    QDateTime at; //!< invalid: not done
};

using LedgerStep = std::variant<AttemptBegun, AttemptLinked, AttemptReached, AttemptEnded,
    AttemptNoted, AttemptHidden, AttemptFollowedUp, IntegrationRead, IntegrationDeleted,
    IntegrationFollowedUp>;

} // namespace desk
