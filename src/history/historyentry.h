// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"

namespace desk {

//! What a row of the history shows: an attempt without what takes room or is never listed.
struct HistoryEntry {
    qint64 row = 0; //!< as Attempt::row
    QUuid id;
    LedgerProfile profile;
    AttemptPurpose purpose = AttemptPurpose::Connection;
    LinkType linkType = LinkType::Embedded;
    QString organization;
    QString email;
    QString originId;
    QString tool;
    QString integrationId;
    QDateTime startedAt; //!< UTC
    AttemptOutcome outcome = AttemptOutcome::Unfinished;
    bool isUnderWay = false; //!< in an application that is alive

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::HistoryEntry)
