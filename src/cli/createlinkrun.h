// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "environment.h"
#include "verbrun.h"

#include "core/connectdetails.h"
#include "core/secret.h"

#include <QDateTime>

#include <memory>

namespace desk {

class KomboClient;
class Redactor;

//! create-link: asks for a link, checks it, prints it. The redactor must outlive the run.
class CreateLinkRun final : public VerbRun {
    Q_OBJECT

public:
    CreateLinkRun(const CommandLine &commandLine, Console &console, Redactor &redactor,
        QObject *parent = nullptr);
    ~CreateLinkRun() override;

    void start() override;
    void interrupt() override;

protected:
    void timeIsUp() override;
    void stop() override;

private:
    void takeLink(const Secret &link);
    void tellValidity(const QDateTime &expiry);

    CommandLine m_commandLine;
    Redactor &m_redactor;
    Environment m_environment;
    std::unique_ptr<KomboClient> m_client;
    QDateTime m_asked;
};

} // namespace desk
