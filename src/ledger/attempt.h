// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/connectdetails.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>

namespace desk {

//! Which of Kombo's three links an attempt was for (kombo-api.md 5.2, 5.8, 5.9).
enum class AttemptPurpose { Connection, Reconnection, Setup };

//! Where in the application the attempt was started.
enum class AttemptSource { Window, CommandLine, Batch };

//! How far an attempt is known to have come.
enum class AttemptStep {
    Requested, //!< the call that makes the link is about to be sent; nothing is known of it yet
    LinkCreated,
    FlowOpened,
    TokenReceived, //!< the client has finished the flow; its integration is not known yet
    Ended,
};

//! What came of an attempt. Nothing but an answer of the API makes it Connected.
enum class AttemptOutcome {
    Unfinished, //!< under way, or the application went away meanwhile
    Connected,
    NeedsReview, //!< resolved, but not the client or integration that was asked for
    ClosedBeforeFinishing,
    Cancelled,
    Expired,
    Failed,
    LinkCreated, //!< a magic link for sending; nothing is known of its flow
    Unknown,
};

//! The environment an attempt was made in, as it was called then.
struct LedgerProfile {
    QString id; //!< Profile::id; of an ad-hoc address "adhoc:" and its host
    QString name;
    ProfileKind kind = ProfileKind::Practice;

    friend bool operator==(const LedgerProfile &, const LedgerProfile &) = default;
};

/*!
 * One attempt to have a client walk through a flow, as the ledger remembers it. Never holds a key,
 * a link or a token. Texts that were not given are empty. Times are UTC.
 */
struct Attempt {
    qint64 row = 0; //!< grows with the time of the start; for paging
    QUuid id;
    LedgerProfile profile;
    AttemptPurpose purpose = AttemptPurpose::Connection;
    AttemptSource source = AttemptSource::Window;
    QString organization;
    QString email;
    QString originId;
    QString category; //!< wire name; empty for links of an integration
    QString tool; //!< id; empty: chosen in the flow
    QJsonObject request; //!< the body that was sent
    LinkType linkType = LinkType::Embedded;
    QDateTime startedAt;
    QDateTime linkCreatedAt; //!< invalid before there is a link, as are the others below
    QDateTime linkExpiresAt;
    QDateTime endedAt;
    AttemptStep step = AttemptStep::Requested;
    AttemptOutcome outcome = AttemptOutcome::Unfinished;
    std::optional<std::chrono::milliseconds> duration; //!< of the whole attempt, once it ended
    QString errorTitle; //!< one sentence without secrets, if it failed
    QString errorCode; //!< Kombo's
    QString integrationId; //!< that came of it, or that it was for
    QString notes;
    QString instance; //!< of the application that runs or ran it
    QDateTime followedUpAt; //!< a person has said that nothing more is to be done
};

//! What is kept of an attempt for a closer look; large, so it is read on its own.
struct AttemptRecord {
    QByteArray timeline; //!< JSON as timeline/timelineexport writes it; empty if none was kept
    QByteArray exchanges; //!< HAR as export/har writes it; empty if none was kept
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Attempt)
