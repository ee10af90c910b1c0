// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectlink.h"
#include "core/secret.h"

#include <QObject>
#include <QString>

namespace desk {

//! Why the page of a flow cannot go on. detail is for people who debug and never holds a secret.
struct FlowFailure {
    Q_GADGET
public:
    enum class Reason {
        DidNotLoad, //!< no sign of life from the link's origin within the watchdog's time
        PageCrashed, //!< the process that draws the page is gone
        Certificate, //!< a host could not prove who it is; never waved through
        Unavailable, //!< the browser engine is missing or cannot start
    };
    Q_ENUM(Reason)

    Reason reason = Reason::DidNotLoad;
    QString host;
    QString detail;
};

//! Something worth remembering about a flow that does not change its course. Never holds a secret.
struct FlowNote {
    Q_GADGET
public:
    enum class Kind {
        FrameLoaded, //!< the flow's page showed a sign of life
        Navigation, //!< a frame goes to another page; text: host and path
        NavigationBlocked,
        Message, //!< a message was accepted; text: its type
        MessageDropped, //!< a message was stopped; text: why
        MessageIgnored, //!< well-formed, of a type we do not know; text: the type
        PopupOpened, //!< text: the host
        PopupClosed,
        DownloadRefused,
        PermissionRefused,
        DialogRefused,
        CertificateRefused,
        Console, //!< a warning or error on the page's console
    };
    Q_ENUM(Kind)

    Kind kind = Kind::FrameLoaded;
    QString text;
    int count = 1; //!< floods come as one note with a count
};

/*!
 * Shows one link and reports what its page does; the seam between a connect session and the browser
 * engine. A driver serves one session: open() is called once, reload() as often as wanted. Every
 * signal comes from the event loop, never from within a call. Tokens it reports have passed the
 * message gate. After stop() nothing is reported any more.
 */
class FlowDriver : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const ConnectLink &link) = 0;
    //! Loads the same link again, in a new page if the old one crashed.
    virtual void reload() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    //! The flow's page is there and at work.
    void loaded();
    //! The flow finished; the token may be turned into the integration.
    void tokenReceived(const desk::Secret &token);
    //! The end user closed the flow from within before finishing.
    void closedByEndUser();
    void failed(const desk::FlowFailure &failure);
    void noted(const desk::FlowNote &note);
};

} // namespace desk

Q_DECLARE_METATYPE(desk::FlowFailure)
Q_DECLARE_METATYPE(desk::FlowNote)
