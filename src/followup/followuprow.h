// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"
#include "ledger/knownintegration.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace desk {

//! Why something waits for a person.
enum class FollowUpKind {
    IntegrationInvalid, //!< its credentials no longer work, so its syncs are paused
    FlowUnresolved, //!< the client finished; which integration came of it is not known
    LinkExpired,
    LinkExpiring, //!< it still works, but not for long
    SetupOpen, //!< steps of the setup are open
    LinkSent, //!< nothing is known of it since
    FlowUnfinished, //!< the application went away meanwhile, or the flow just stopped
    IntegrationInactive,
    IntegrationUnclear, //!< a status that is not told, or that we do not know
    SyncPending, //!< the setup is done and its last sync runs; a machine's turn
};

//! What a person can do about it.
enum class FollowUpStep {
    CopyReminder,
    CopyLink, //!< the one that is kept in the keychain
    NewLink, //!< a new connection link for the same client
    Reconnect,
    OpenSetup,
    OpenIntegration,
    EnterIntegration, //!< the id of the integration that came of it, as the client told it
    Done, //!< nothing more is to be done
};

/*!
 * One client that waits for somebody. Holds what is known; what the API cannot confirm is not in
 * here. Never holds a link.
 */
struct FollowUpRow {
    FollowUpKind kind = FollowUpKind::LinkSent;
    QString profileId;
    std::optional<Attempt> attempt; //!< of a link or a flow
    std::optional<KnownIntegration> integration; //!< that it is about, as far as it is known
    QDateTime since; //!< UTC; when it was sent, begun or last read, for its age
    QList<FollowUpStep> steps; //!< the next step first; never empty
    bool isLinkKept = false; //!< in the keychain
    bool isMissing = false; //!< the API did not know the integration when it was asked last

    //! The same thing has the same key in every list.
    QString key() const;
    QString organization() const;
    QString email() const;
    QString originId() const;
    QString tool() const; //!< id; empty: chosen in the flow
    QString category() const; //!< wire name
    QString integrationId() const; //!< empty if none is known
    FollowUpStep nextStep() const { return steps.constFirst(); }
};

} // namespace desk

Q_DECLARE_METATYPE(desk::FollowUpKind)
Q_DECLARE_METATYPE(desk::FollowUpStep)
Q_DECLARE_METATYPE(desk::FollowUpRow)
