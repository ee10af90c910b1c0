// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "environment.h"
#include "evidenceoutput.h"
#include "exchangeoutput.h"
#include "flowhost.h"
#include "runmemory.h"
#include "verbrun.h"

#include "recording/attemptrecorder.h"
#include "session/connectsession.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace desk {

class KomboClient;
class Redactor;

using FlowHostFactory = std::function<std::unique_ptr<FlowHost>()>;

/*!
 * connect: the whole job, from the link to the integration, which it prints. Nobody is there to try
 * anything again, so whatever makes a session stop ends the run. The redactor must outlive it; the
 * host is made in start(), before anything is sent, and goes with the run.
 */
class ConnectRun final : public VerbRun {
    Q_OBJECT

public:
    ConnectRun(const CommandLine &commandLine, Console &console, Redactor &redactor,
        FlowHostFactory makeHost, QObject *parent = nullptr);
    ~ConnectRun() override;

    void start() override;
    void interrupt() override;

    //! For tests, which do not want to wait for an hour: how long a link is taken for valid.
    void setLinkLifetime(std::chrono::milliseconds lifetime) { m_linkLifetime = lifetime; }

protected:
    void timeIsUp() override;
    void stop() override;
    void amend(Ending &ending) override;

private:
    void takeAccess(const ApiAccess &access);
    void startSession(const ApiAccess &access);
    void follow(ConnectSession::State state);
    void takeEnd(ConnectSession::Outcome outcome);
    void takeIntegration();
    void takeScreenshot();
    void linkExpires();
    Failure closedFailure() const;

    CommandLine m_commandLine;
    Redactor &m_redactor;
    FlowHostFactory m_makeHost;
    std::chrono::milliseconds m_linkLifetime;
    QTimer m_expiry;
    std::optional<QString> m_screenshotTrouble;
    // In this order, so that each is gone before what it uses.
    Environment m_environment;
    ExchangeOutput m_exchanges;
    EvidenceOutput m_evidence;
    RunMemory m_memory;
    std::unique_ptr<KomboClient> m_client;
    std::unique_ptr<FlowHost> m_host;
    std::unique_ptr<ConnectSession> m_session;
    std::unique_ptr<AttemptRecorder> m_recorder;
};

} // namespace desk
