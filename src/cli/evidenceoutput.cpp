// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidenceoutput.h"

#include "evidence/evidencebundle.h"
#include "timeline/sessiontimeline.h"
#include "wording/evidencewording.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString profileName(const CommandLine &commandLine, const ApiAccess &access)
{
    if (commandLine.profile)
        return *commandLine.profile;
    return commandLine.adHoc ? access.baseUrl.host() : u"practice"_s;
}

QList<EvidenceFact> factsOf(const std::optional<Failure> &ending, const QString &engineVersion)
{
    QList<EvidenceFact> facts = programFacts();
    if (!engineVersion.isEmpty())
        facts.append({u"Chromium"_s, engineVersion});
    const auto code = ending ? ending->exitCode : ExitCode::Done;
    facts.append({u"Exit code"_s, QString::number(static_cast<int>(code))});
    if (ending)
        facts.append({u"Said at the end"_s, ending->sentence});
    return facts;
}

} // namespace

EvidenceOutput::EvidenceOutput(const CommandLine &commandLine)
    : m_commandLine(commandLine)
{
}

EvidenceOutput::~EvidenceOutput() = default;

void EvidenceOutput::follow(ConnectSession &session)
{
    if (isWanted())
        m_timeline = std::make_unique<SessionTimeline>(session);
}

std::optional<Failure> EvidenceOutput::save(const ConnectSession *session,
    const QList<Exchange> &exchanges, const std::optional<Failure> &ending) const
{
    if (!isWanted() || (ending && ending->exitCode == ExitCode::Usage))
        return std::nullopt;
    EvidenceInput input;
    if (session && m_timeline)
        input = EvidenceInput::of(*session, *m_timeline);
    input.madeAt = QDateTime::currentDateTimeUtc();
    input.order = LinkOrder(m_commandLine.details);
    input.exchanges = exchanges;
    input.profile = {profileName(m_commandLine, m_access), m_access.kind};
    input.apiHost = m_access.baseUrl.host();
    input.facts = factsOf(ending, m_engineVersion);
    input.secrets.append(m_access.apiKey);
    if (!m_picture.isNull())
        input.pictures.append({u"last view"_s, m_picture});
    EvidenceOptions options;
    options.masksPersonalData = !m_commandLine.evidencePersonalData;
    options.hasPictures = m_commandLine.evidencePersonalData;
    const auto problem =
        EvidenceBundle(input, options, EvidenceWording::words()).writeTo(*m_commandLine.evidence);
    if (!problem)
        return std::nullopt;
    return plainFailure(
        ExitCode::Other, u"evidence"_s, u"--evidence: "_s + EvidenceWording::sentence(*problem));
}

} // namespace desk
