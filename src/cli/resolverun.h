// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "environment.h"
#include "verbrun.h"

#include "core/integration.h"

#include <QElapsedTimer>

#include <memory>

namespace desk {

class KomboClient;
class Redactor;

//! resolve: asks which integration a token stands for, and prints it. The redactor must outlive the
//! run.
class ResolveRun final : public VerbRun {
    Q_OBJECT

public:
    ResolveRun(const CommandLine &commandLine, Console &console, Redactor &redactor,
        QObject *parent = nullptr);
    ~ResolveRun() override;

    void start() override;
    void interrupt() override;

protected:
    void timeIsUp() override;
    void stop() override;

private:
    void takeIntegration(const ResolvedIntegration &integration);

    CommandLine m_commandLine;
    Redactor &m_redactor;
    Environment m_environment;
    std::unique_ptr<KomboClient> m_client;
    QElapsedTimer m_sinceStart;
};

} // namespace desk
