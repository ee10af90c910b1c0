// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectlink.h"
#include "core/flowplacement.h"
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
        FrameRefused, //!< the flow's server forbids to be shown in a frame
        NotResponding, //!< the page does nothing any more, but its process is there
        BrowserPageGone, //!< the page in the system's browser was closed, or is out of reach
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
        TopNavigationBlocked, //!< a frame wanted to move the whole page; text: host and path
        LoadFailed, //!< a page did not load; text: host and path, and why
        Message, //!< a message was accepted; text: its type
        MessageDropped, //!< a message was stopped; text: why
        MessageIgnored, //!< well-formed, of a type we do not know; text: the type
        PopupOpened, //!< text: the host
        PopupClosed,
        LinkOpened, //!< a guide, in the browser of the system; text: host and path
        EmbeddingRefused, //!< a sign-in page says that it wants a browser; text: the host
        DownloadOffered, //!< text: file name and host
        DownloadSaved, //!< text: file name
        DownloadRefused,
        FileChosen, //!< for an upload; text: how many files
        Printed,
        FullScreen, //!< text: "on" or "off"
        SignInRefused, //!< a box of HTTP authentication; text: the host
        PermissionRefused,
        DialogRefused,
        CertificateRefused,
        Console, //!< a warning or error on the page's console
        PageHung, //!< nothing has come back from the page for a while
        PageRecovered, //!< after PageHung
        BrowserPage, //!< the page in the system's browser was opened, closed, or is back
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

    virtual void open(const ConnectLink &link, FlowPlacement placement) = 0;
    //! Loads the same link again, in a new page if the old one crashed.
    virtual void reload() = 0;
    virtual void stop() = 0;
    //! Looks whether anything has come of a page that was given up; reports what it finds.
    virtual void lookAgain() { }

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
