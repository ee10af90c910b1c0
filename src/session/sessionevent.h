// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QString>

namespace desk {

//! Something that a connect session did or learned, besides what its page reports as FlowNote.
//! Never holds a secret.
struct SessionEvent {
    Q_GADGET
public:
    enum class Kind {
        LinkRequested, //!< text: the endpoint
        LinkCreated, //!< text: the host of the link
        LinkRefused, //!< made, but it may not be opened; text: its host
        LinkFailed, //!< text: error kind, HTTP status and code
        Waiting, //!< before a call is sent, or sent again; text: the milliseconds
        FlowOpening, //!< text: where, "frame", "top level" or "browser"
        FlowOpened,
        FlowReloaded,
        FlowStopped, //!< text: FlowFailure::Reason and host
        ClosedByEndUser,
        TokenReceived,
        TokenPasted,
        ResolveStarted, //!< text: the number of the try, from 1
        ResolveFailed, //!< text: error kind, HTTP status and code
        ResolveCancelled,
        Resolved, //!< text: the id of the integration
        LinkExpiresSoon,
        LinkExpired,
        ViewChanged, //!< how the page is shown; text: the conditions
        Ended, //!< text: the outcome
        Acknowledged,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::LinkRequested;
    QString text;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::SessionEvent)
