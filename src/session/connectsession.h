// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flowdriver.h"
#include "linklife.h"
#include "linkorder.h"
#include "sessionevent.h"

#include "api/apierror.h"
#include "core/connectlink.h"
#include "core/integration.h"
#include "core/mismatch.h"
#include "core/secret.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace desk {

class ApiCallBase;
class KomboClient;
template <typename T> class ApiCall;
struct CreatedLink;

/*!
 * One link and its flow, from the call that makes the link to the resolved integration. Says only
 * what is known: it is connected once the API has said so and the answer is the client (or, for
 * links that belong to an integration, the integration) that was asked for. What the flows of those
 * links report at their end is not published (kombo-api.md 5.8): if one closes without a token,
 * that proves nothing, and the integration has to be read again.
 *
 * A magic link is for sending: no flow is opened, and the session ends with LinkCreated.
 *
 * Runs once; ended() is emitted exactly once, unless the session is deleted before. The client must
 * outlive it; the driver may be null or die early, then the flow counts as unavailable. The flow
 * may go on in another driver, and its token may be brought by a person. An activation token stays
 * in memory until it was resolved, so that resolving can be tried again, and goes with the session.
 */
class ConnectSession : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle, //!< before start()
        CreatingLink,
        Loading, //!< the flow's page is on its way
        Open, //!< the end user is walking through the flow
        FlowStopped, //!< the page cannot go on; reloadFlow() tries again
        Resolving,
        ResolveStopped, //!< the token is there, its integration is not; resolveAgain() tries again
        Ended,
    };
    Q_ENUM(State)

    enum class Outcome {
        Pending, //!< not ended yet
        Connected, //!< resolved, and it is the client that was asked for
        NeedsReview, //!< resolved, but mismatches() is not empty and nobody has acknowledged it
        ClosedBeforeFinishing,
        Cancelled, //!< by us, before a token came
        Expired, //!< left without a token after the time of its link was over
        Failed, //!< no link, or none that may be opened: error() or linkError() tells why
        LinkCreated, //!< a magic link is there for sending; nothing is known of its flow
        Unknown, //!< left with a token that was never resolved, or with a flow that was out of
                 //!< sight
    };
    Q_ENUM(Outcome)

    struct Options {
        bool autopilot = false; //!< let the practice flow press its own buttons
        AutopilotPace pace = AutopilotPace::AtOnce; //!< and how fast
        FlowPlacement placement = FlowPlacement::Frame;
        ElapsedSource elapsed = elapsedSinceBoot; //!< for the life of the link
    };

    //! How long each step took; nullopt for steps that have not ended.
    struct Timing {
        std::optional<std::chrono::milliseconds> createLink;
        std::optional<std::chrono::milliseconds> load;
        std::optional<std::chrono::milliseconds> flow;
        std::optional<std::chrono::milliseconds> resolve;
        std::optional<std::chrono::milliseconds> total;
    };

    ConnectSession(KomboClient &client, FlowDriver *driver, LinkOrder order, Options options,
        QObject *parent = nullptr);
    ~ConnectSession() override;

    const LinkOrder &order() const { return m_order; }
    const Options &options() const { return m_options; }
    const QString &organization() const { return m_order.organization(); }
    State state() const { return m_state; }
    Outcome outcome() const { return m_outcome; }
    bool isLive() const { return m_state != State::Ended; }
    const Timing &timing() const { return m_timing; }

    //! There from Loading on, and after LinkCreated; whoever shows it shows a secret.
    const std::optional<ConnectLink> &link() const { return m_link; }
    //! The last refusal of the API, in Failed and ResolveStopped.
    const std::optional<ApiError> &error() const { return m_error; }
    //! Why the link was not opened, in Failed.
    const std::optional<LinkError> &linkError() const { return m_linkError; }
    //! Why the page stopped, in FlowStopped.
    const std::optional<FlowFailure> &flowFailure() const { return m_flowFailure; }
    const std::optional<ResolvedIntegration> &integration() const { return m_integration; }
    const QList<Mismatch> &mismatches() const { return m_mismatches; }
    //! Counts from Loading on.
    const LinkLife &linkLife() const { return m_life; }
    //! A token has come and was not resolved yet; leaving now would lose it.
    bool holdsToken() const;
    //! There is a flow that has not brought a token, so continueIn() and takeToken() would work.
    bool isFlowUnfinished() const;
    //! False once the page has crashed a second time: then the link is not worth another try.
    bool mayReload() const { return m_crashes < 2; }
    bool isInBrowser() const { return m_isInBrowser; }

    void start();
    //! Ends what is running. While a token is being resolved the token is kept: see ResolveStopped.
    void cancel();
    void reloadFlow();
    //! The flow begins again in that driver, and the one before is stopped; unless there is no
    //! unfinished flow. Like the first driver it may die early.
    void continueInBrowser(FlowDriver *driver);
    //! Asks a flow that has stopped whether anything came of it meanwhile.
    void lookAgain();
    //! A person has found the token. False, and nothing happens, if it is none or none is missing.
    bool takeToken(const Secret &token);
    void resolveAgain();
    //! A person has seen the mismatches and takes the integration for the right one.
    void acknowledgeMismatches();

Q_SIGNALS:
    void stateChanged(desk::ConnectSession::State state);
    //! The API asks for a pause, or a call is repeated after a break; the step goes on by itself.
    void waitingToRetry(std::chrono::milliseconds delay);
    //! Each second of such a pause, for a countdown.
    void stillWaiting(std::chrono::milliseconds remaining);
    void waitIsOver();
    void noted(const desk::FlowNote &note);
    //! Something in the flow does not work in an embedded browser.
    void browserSuggested();
    void happened(const desk::SessionEvent &event);
    //! A link or token; whoever records texts must keep it out of them.
    void secretLearned(const desk::Secret &secret);
    void ended(desk::ConnectSession::Outcome outcome);
    void acknowledged();

private:
    void enter(State state);
    void tell(SessionEvent::Kind kind, const QString &text = {});
    void end(Outcome outcome);
    ApiCall<CreatedLink> *makeLink();
    void takeLink(const Secret &link);
    void openFlow();
    void stopFlow(const FlowFailure &failure);
    void noteLife(LinkLife::Stage stage);
    void receive(const Secret &token, SessionEvent::Kind kind);
    void resolve();
    void takeIntegration(const ResolvedIntegration &integration);
    void connectDriver();
    void takeLoaded();
    void takeFailure(const FlowFailure &failure);
    void takeNote(const FlowNote &note);
    Outcome outcomeOfLeaving() const;
    void follow(ApiCallBase *call);

    KomboClient &m_client;
    QPointer<FlowDriver> m_driver;
    LinkOrder m_order;
    Options m_options;
    State m_state = State::Idle;
    Outcome m_outcome = Outcome::Pending;
    QElapsedTimer m_total;
    QElapsedTimer m_step;
    Timing m_timing;
    QPointer<ApiCallBase> m_call;
    std::optional<ConnectLink> m_link;
    Secret m_token;
    std::optional<ApiError> m_error;
    std::optional<LinkError> m_linkError;
    std::optional<FlowFailure> m_flowFailure;
    std::optional<ResolvedIntegration> m_integration;
    QList<Mismatch> m_mismatches;
    LinkLife m_life;
    bool m_isInBrowser = false;
    int m_crashes = 0;
    int m_resolveTries = 0;
};

} // namespace desk
