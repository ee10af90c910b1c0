// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "boundedmemory.h"
#include "core/result.h"
#include "practicebehaviour.h"
#include "practicefields.h"
#include "practicestate.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! Why a step of the flow was not taken.
enum class PracticeStepError {
    LinkGone, //!< the link is unknown or has expired
    VisitGone, //!< the page is not one that was opened with this link
    OutOfOrder, //!< an earlier step is missing, or the flow is over
    UnknownTool,
    UnknownChoice, //!< a group or a field that was not on offer
    WrongCredentials,
};

//! What an end user typed; which of them counts depends on the tool.
struct PracticeCredentials {
    QString apiKey;
    QString userName;
    QString password;
};

/*!
 * The visits of flow pages and the steps each has taken. It alone decides whether a step was really
 * taken, so a page cannot skip one. A link may be opened as often as wanted until it expires, and
 * each finished visit to a connection flow makes an integration of its own.
 */
class PracticeFlow {
public:
    //! InBrowserPopup: in a window that refuses embedded browsers.
    enum class SignIn { OfTheTool, InPopup, InBrowserPopup };

    //! State and behaviours must outlive it.
    PracticeFlow(PracticeState &state, PracticeBehaviours &behaviours);

    //! A visit is one opened page; gives its id. For valid links only.
    QString beginVisit(const QString &linkToken, SignIn signIn = SignIn::OfTheTool);

    // Connection and reconnection, in this order.
    std::optional<PracticeStepError> consent(
        const QString &linkToken, const QString &visitId, const QString &toolId);
    std::optional<PracticeStepError> signIn(
        const QString &linkToken, const QString &visitId, const PracticeCredentials &credentials);
    std::optional<PracticeStepError> allowOAuth(const QString &linkToken, const QString &visitId);

    // Setup, in any order; each only where it is switched on.
    std::optional<PracticeStepError> chooseGroups(
        const QString &linkToken, const QString &visitId, const QStringList &groups);
    //! Ids of fields by ids of custom fields; what is left out gets no field.
    std::optional<PracticeStepError> mapFields(
        const QString &linkToken, const QString &visitId, const QHash<QString, QString> &mappings);

    /*!
     * Makes the integration, or brings it up to date, and gives the activation token; asked again,
     * the same one.
     */
    Result<QString, PracticeStepError> finish(const QString &linkToken, const QString &visitId);

    //! The tool a visit is about to sign in to, once it has been chosen.
    std::optional<QString> chosenTool(const QString &linkToken, const QString &visitId) const;

    bool refusesEmbedded(const QString &visitId) const;

private:
    enum class Step { Opened, Agreed, SignedIn, Finished };
    struct Visit {
        QString linkToken;
        SignIn signIn = SignIn::OfTheTool;
        Step step = Step::Opened;
        QString toolId{};
        std::optional<QStringList> groups{};
        std::optional<QHash<QString, QString>> mappings{};
        QString activationToken{};
    };

    Result<Visit *, PracticeStepError> visitFor(const QString &linkToken, const QString &visitId);
    Result<Visit *, PracticeStepError> setupVisitFor(
        const QString &linkToken, const QString &visitId, bool ConnectDetails::*step);
    static bool isReadyToFinish(const PracticeLink &link, const Visit &visit);
    QString take(const PracticeLink &link, const Visit &visit);
    QString connected(const PracticeLink &link, const QString &toolId,
        std::optional<PracticeBehaviour::Kind> outcome);
    static bool signsInByPopup(const Visit &visit);
    void storeSetup(PracticeIntegration &integration, const Visit &visit) const;

    PracticeState &m_state;
    PracticeBehaviours &m_behaviours;
    BoundedMemory<Visit> m_visits;
};

} // namespace desk
