// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "environment.h"

#include "keptprofile.h"

#include "core/redactor.h"
#include "practice/practiceserver.h"
#include "recording/attemptfacts.h"

using namespace Qt::StringLiterals;

namespace desk {

Environment::Environment(const CommandLine &commandLine, Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_commandLine(commandLine)
    , m_redactor(redactor)
{
}

Environment::~Environment() = default;

void Environment::open()
{
    if (m_commandLine.adHoc) {
        m_redactor.addSecret(m_commandLine.adHoc->apiKey);
        Q_EMIT opened(*m_commandLine.adHoc);
    } else if (m_commandLine.profile) {
        openKept();
    } else {
        startPractice();
    }
}

FlowPlacement Environment::placement() const
{
    return m_kept ? m_kept->profile().placement : FlowPlacement::Frame;
}

LedgerProfile Environment::ledgerProfile() const
{
    if (m_commandLine.adHoc)
        return AttemptFacts::profileOf(*m_commandLine.adHoc);
    return AttemptFacts::profileOf(m_kept ? m_kept->profile() : practiceProfile());
}

void Environment::startPractice()
{
    m_server = std::make_unique<PracticeServer>();
    const Result<ApiAccess, QString> access = m_server->start();
    if (!access) {
        Q_EMIT failed(plainFailure(ExitCode::Other, u"practice"_s, access.error()));
        return;
    }
    m_redactor.addSecret(access->apiKey);
    Q_EMIT opened(*access);
}

void Environment::openKept()
{
    m_kept = std::make_unique<KeptProfile>(m_commandLine, m_redactor);
    connect(m_kept.get(), &KeptProfile::opened, this, &Environment::opened);
    connect(m_kept.get(), &KeptProfile::failed, this, &Environment::failed);
    m_kept->open();
}

} // namespace desk
