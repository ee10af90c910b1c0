// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/*!
 * How the practice flow behaves out of the ordinary, for one visit or as often as it is wanted.
 * What goes wrong at the API is a PracticeFault.
 */
struct PracticeBehaviour {
    enum class Kind {
        // When a link's page is opened.
        SlowPage, //!< it comes after slowPageMs
        StalledPage, //!< it never comes
        DroppedPage, //!< the connection is closed instead
        FailingPage, //!< an error of the server in HTML
        RefusesFrame, //!< it may not be shown in a frame; on its own it works
        HangingPage, //!< an endless loop, once it stands
        CrashingPage, //!< its process dies, once it stands
        ClosedFlow, //!< as if the end user had pressed Close at once
        ForeignMessages, //!< a frame of another origin pretends that the flow has finished
        MalformedTokens, //!< messages that only look like a success, before the flow goes on
        MessageFlood, //!< floodSize messages of a type nobody knows, before the flow goes on
        // When a flow to connect or reconnect is opened.
        PopupSignIn, //!< the tool signs in by a pop-up, whichever it is
        NoEmbeddedSignIn, //!< the same, and that window refuses embedded browsers
        // When the end user signs in.
        WrongCredentials,
        // When an integration comes of it.
        SetupCompleted,
        SetupIncomplete,
        SetupFinalSync,
        IntegrationInvalid,
        IntegrationInactive,
        OtherClient, //!< of another organization than the link was made for
    };

    //! The moment at which a behaviour is due.
    enum class Moment { Opening, Choosing, SigningIn, Finishing };

    static constexpr int maximumTimes = 1'000'000;
    static constexpr qint64 slowPageMs = 5000;
    static constexpr int floodSize = 20'000;

    Kind kind = Kind::SlowPage;
    std::optional<int> times{}; //!< absent: until it is taken away

    friend bool operator==(const PracticeBehaviour &, const PracticeBehaviour &) = default;
};

PracticeBehaviour::Moment momentOf(PracticeBehaviour::Kind kind);

//! "slow_page", "refuses_frame" and so on, in the order of the kinds.
QStringList practiceBehaviourNames();
QString nameOf(PracticeBehaviour::Kind kind);

//! Reads NAME or NAME:times=3. The error is a sentence that names the wrong part.
Result<PracticeBehaviour, QString> parsePracticeBehaviour(const QString &text);

//! Reads a list of {"behaviour": NAME, "times": 3}, at most PracticeBehaviours::maximumCount.
Result<QList<PracticeBehaviour>, QString> practiceBehavioursFromJson(const QJsonArray &json);

QJsonObject toJson(const PracticeBehaviour &behaviour);

//! The behaviours that are wanted at the moment, each with the number of times it is still due.
class PracticeBehaviours {
public:
    static constexpr qsizetype maximumCount = 100;

    //! Replaces all; those beyond maximumCount are left out.
    void set(const QList<PracticeBehaviour> &behaviours);
    const QList<PracticeBehaviour> &list() const { return m_behaviours; }

    //! The first that is due at this moment, and counts it.
    std::optional<PracticeBehaviour::Kind> take(PracticeBehaviour::Moment moment);

private:
    QList<PracticeBehaviour> m_behaviours;
};

} // namespace desk
