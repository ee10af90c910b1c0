// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectrun.h"

#include "clientfor.h"
#include "console.h"
#include "report.h"

#include "core/redactor.h"
#include "session/linkvalidity.h"
#include "wording/errorwording.h"
#include "wording/sessionwording.h"

#include <QJsonObject>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using State = ConnectSession::State;
using Outcome = ConnectSession::Outcome;

std::chrono::milliseconds lifetimeOf(LinkType type)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return std::chrono::milliseconds(now.msecsTo(linkExpiry(type, now)));
}

Failure engineFailure(const QString &reason)
{
    FlowFailure missing;
    missing.reason = FlowFailure::Reason::Unavailable;
    const QString headline = ErrorWording::message(missing).headline;
    const QString sentence = reason.isEmpty() ? headline + u'.' : headline + ": "_L1 + reason;
    return plainFailure(exitCodeFor(missing), u"flow_unavailable"_s, sentence);
}

Failure mismatchFailure(const QList<Mismatch> &mismatches)
{
    QStringList sentences{SessionWording::outcome(Outcome::NeedsReview) + u'.'};
    for (const Mismatch &mismatch : mismatches)
        sentences.append(SessionWording::sentence(mismatch));
    return plainFailure(ExitCode::WrongClient, u"mismatch"_s, sentences.join(u' '));
}

QJsonObject timingJson(const ConnectSession::Timing &timing)
{
    const auto orNull = [](std::optional<std::chrono::milliseconds> time) {
        return time ? QJsonValue(qint64{time->count()}) : QJsonValue();
    };
    return {
        {u"create_link"_s, orNull(timing.createLink)},
        {u"load"_s, orNull(timing.load)},
        {u"flow"_s, orNull(timing.flow)},
        {u"resolve"_s, orNull(timing.resolve)},
        {u"total"_s, orNull(timing.total)},
    };
}

// The other states are told by how the run ends.
bool isWorthTelling(State state)
{
    return state == State::CreatingLink || state == State::Loading || state == State::Open
        || state == State::Resolving;
}

} // namespace

ConnectRun::ConnectRun(const CommandLine &commandLine, Console &console, Redactor &redactor,
    FlowHostFactory makeHost, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(commandLine)
    , m_redactor(redactor)
    , m_makeHost(std::move(makeHost))
    , m_linkLifetime(lifetimeOf(commandLine.details.linkType))
    , m_environment(commandLine, redactor)
    , m_exchanges(commandLine, console)
    , m_evidence(commandLine)
    , m_memory(commandLine, console)
{
    m_expiry.setSingleShot(true);
    connect(&m_environment, &Environment::opened, this, &ConnectRun::takeAccess);
    connect(&m_environment, &Environment::failed, this,
        [this](const Failure &failure) { fail(failure); });
    connect(&m_expiry, &QTimer::timeout, this, &ConnectRun::linkExpires);
}

ConnectRun::~ConnectRun() = default;

void ConnectRun::start()
{
    if (m_commandLine.details.linkType == LinkType::MagicLink) {
        fail(plainFailure(ExitCode::Usage, u"usage"_s,
            tr("connect opens the flow here, and a magic link is for sending: make one with "
               "create-link.")));
        return;
    }
    m_environment.open();
}

void ConnectRun::takeAccess(const ApiAccess &access)
{
    if (isOver())
        return;
    m_memory.setPlace(m_environment.ledgerProfile(), m_environment.isPractice());
    if (const std::optional<Failure> duplicate = m_memory.duplicateFailure(m_commandLine.details)) {
        fail(*duplicate);
        return;
    }
    m_evidence.takeAccess(access);
    m_host = m_makeHost();
    m_evidence.takeEngineVersion(m_host->engineVersion());
    if (!m_host->driver()) {
        fail(engineFailure(m_host->unavailableReason()));
        return;
    }
    limitTime(m_commandLine.timeout);
    startSession(access);
}

void ConnectRun::startSession(const ApiAccess &access)
{
    m_client = clientFor(access, m_commandLine.timeout);
    m_client->recordIn(m_exchanges.log());
    FlowDriver *driver = m_host->driver();
    // Before the session hears of it and stops the driver.
    connect(driver, &FlowDriver::tokenReceived, this, &ConnectRun::takeScreenshot);
    connect(driver, &FlowDriver::closedByEndUser, this, &ConnectRun::takeScreenshot);
    connect(driver, &FlowDriver::failed, this, &ConnectRun::takeScreenshot);
    const bool takesPictures = m_commandLine.screenshot || m_evidence.wantsPictures();
    const AutopilotPace pace = takesPictures ? AutopilotPace::InView : AutopilotPace::AtOnce;
    ConnectSession::Options options;
    options.autopilot = m_commandLine.autopilot;
    options.pace = pace;
    options.placement =
        m_commandLine.topLevel ? FlowPlacement::TopLevel : m_environment.placement();
    m_session = std::make_unique<ConnectSession>(*m_client, driver, m_commandLine.details, options);
    m_evidence.follow(*m_session);
    if (LedgerKeeper *ledger = m_memory.ledger()) {
        m_recorder = std::make_unique<AttemptRecorder>(*m_session, m_memory.profile(),
            AttemptSource::CommandLine, *ledger, AttemptRecorder::RecordSource());
    }
    connect(m_session.get(), &ConnectSession::secretLearned, this,
        [this](const Secret &secret) { m_redactor.addSecret(secret); });
    connect(m_session.get(), &ConnectSession::waitingToRetry, this,
        [this](std::chrono::milliseconds delay) { sayThatItWaits(delay); });
    connect(m_session.get(), &ConnectSession::stateChanged, this, &ConnectRun::follow);
    connect(m_session.get(), &ConnectSession::ended, this, &ConnectRun::takeEnd);
    m_session->start();
}

void ConnectRun::follow(ConnectSession::State state)
{
    if (isOver())
        return;
    if (isWorthTelling(state))
        console().tell(SessionWording::step(state));
    if (state == State::Loading)
        m_expiry.start(m_linkLifetime);
    if (state == State::Resolving)
        m_expiry.stop();
    if (state == State::FlowStopped)
        fail(failureFrom(*m_session->flowFailure()));
    if (state == State::ResolveStopped)
        fail(failureFrom(*m_session->error()));
}

void ConnectRun::takeEnd(ConnectSession::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Connected:
    case Outcome::NeedsReview:
        takeIntegration();
        return;
    case Outcome::ClosedBeforeFinishing:
        fail(closedFailure());
        return;
    case Outcome::Failed:
        fail(m_session->error() ? failureFrom(*m_session->error())
                                : failureFrom(*m_session->linkError()));
        return;
    case Outcome::LinkCreated: // start() refuses magic links
    case Outcome::Pending:
    case Outcome::Cancelled:
    case Outcome::Expired:
    case Outcome::Unknown:
        return; // only by stop(), which comes with an ending of its own
    }
}

void ConnectRun::takeIntegration()
{
    const ResolvedIntegration &integration = *m_session->integration();
    const QList<Mismatch> &mismatches = m_session->mismatches();
    const QByteArray result = console().isJson()
        ? Report::integrationJson(integration, mismatches, timingJson(m_session->timing()))
        : Report::integrationText(integration);
    if (!mismatches.isEmpty())
        conclude(result, mismatchFailure(mismatches));
    else if (m_screenshotTrouble)
        conclude(result, plainFailure(ExitCode::Other, u"screenshot"_s, *m_screenshotTrouble));
    else
        conclude(result);
}

void ConnectRun::interrupt()
{
    if (isOver())
        return;
    takeScreenshot();
    const State state = m_session ? m_session->state() : State::Idle;
    if (state == State::Resolving)
        fail(cancelledFailure(SessionWording::outcomeAdvice(Outcome::Unknown)));
    else if (state == State::Loading || state == State::Open)
        fail(cancelledFailure(tr("Cancelled: the flow was closed before it reported a result.")));
    else
        fail(cancelledFailure(tr("Cancelled before there was a link.")));
}

void ConnectRun::timeIsUp()
{
    const State state = m_session->state();
    if (state != State::Loading && state != State::Open) {
        fail(noAnswerFailure(m_client->access().baseUrl.host()));
        return;
    }
    takeScreenshot();
    //: %1 is a duration such as "30 seconds"
    fail(plainFailure(ExitCode::TimedOut, u"flow_timed_out"_s,
        tr("The flow was closed after %1, before it reported a result.")
            .arg(ErrorWording::duration(*m_commandLine.timeout))));
}

void ConnectRun::linkExpires()
{
    takeScreenshot();
    fail(plainFailure(ExitCode::TimedOut, u"link_expired"_s,
        tr("The link has expired before the flow reported a result. Create a new one.")));
}

void ConnectRun::stop()
{
    m_expiry.stop();
    if (!m_session)
        return;
    m_session->cancel();
    // Cancelled while it resolved, it holds on to its token; nobody will come back for that.
    if (m_session->state() == State::ResolveStopped)
        m_session->cancel();
}

void ConnectRun::amend(Ending &ending)
{
    const std::optional<Failure> evidenceTrouble =
        m_evidence.save(m_session.get(), m_exchanges.exchanges(), ending.failure);
    for (const std::optional<Failure> &trouble : {m_exchanges.save(), evidenceTrouble}) {
        if (!ending.failure)
            ending.failure = trouble;
    }
}

void ConnectRun::takeScreenshot()
{
    if (!m_host || isOver())
        return;
    if (m_evidence.wantsPictures())
        m_evidence.takePicture(m_host->picture());
    if (!m_commandLine.screenshot)
        return;
    QString why;
    m_screenshotTrouble.reset();
    if (!m_host->saveScreenshot(*m_commandLine.screenshot, &why))
        m_screenshotTrouble = why;
}

Failure ConnectRun::closedFailure() const
{
    return plainFailure(ExitCode::Closed, u"closed"_s,
        tr("The flow was closed from within before it reported a result."));
}

} // namespace desk
