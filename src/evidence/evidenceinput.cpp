// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidenceinput.h"

#include "timeline/sessiontimeline.h"

#include <QGuiApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace desk {

EvidenceInput EvidenceInput::of(const ConnectSession &session, const SessionTimeline &timeline)
{
    EvidenceInput input;
    input.madeAt = QDateTime::currentDateTimeUtc();
    input.timeline = TimelineDocument::of(timeline);
    input.order = session.order();
    input.outcome = session.outcome();
    input.timing = session.timing();
    input.integration = session.integration();
    input.secrets = timeline.secrets();
    return input;
}

QList<EvidenceFact> programFacts()
{
    QList<EvidenceFact> facts{
        {u"Connect Desk"_s, QStringLiteral(DESK_VERSION)},
        {u"Qt"_s, QString::fromLatin1(qVersion())},
        {u"@kombo-api/connect"_s, QStringLiteral(DESK_EMBED_VERSION)},
        {u"System"_s, QSysInfo::prettyProductName()},
        {u"Kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {u"Processor"_s, QSysInfo::currentCpuArchitecture()},
    };
    if (const QString platform = QGuiApplication::platformName(); !platform.isEmpty())
        facts.append({u"Window system"_s, platform});
    return facts;
}

} // namespace desk
