// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linkrun.h"

#include "console.h"
#include "report.h"

#include "core/connectlink.h"
#include "session/linkvalidity.h"

using namespace Qt::StringLiterals;

namespace desk {

void LinkRun::begin(KomboClient &client)
{
    if (commandLine().verb == Verb::CreateLink) {
        if (const std::optional<Failure> duplicate =
                memory().duplicateFailure(commandLine().details)) {
            fail(*duplicate);
            return;
        }
    }
    m_asked = QDateTime::currentDateTimeUtc();
    memory().begin(order());
    follow<CreatedLink>(ask(client), [this](const CreatedLink &created) { take(created.link); });
}

LinkOrder LinkRun::order() const
{
    const ConnectDetails &details = commandLine().details;
    switch (commandLine().verb) {
    case Verb::Relink:
        return Reconnection{
            words().integrationId, {}, {details.language, details.scopeConfigId, details.linkType}};
    case Verb::SetupLink:
        return SetupVisit{words().integrationId, {}, {details.language, details.linkType}};
    default:
        return details;
    }
}

ApiCall<CreatedLink> *LinkRun::ask(KomboClient &client) const
{
    const LinkOrder wanted = order();
    if (const Reconnection *reconnection = wanted.reconnection())
        return client.createReconnectionLink(reconnection->integrationId, reconnection->options);
    if (const SetupVisit *visit = wanted.setupVisit())
        return client.createSetupLink(visit->integrationId, visit->options);
    return client.createConnectionLink(*wanted.connection());
}

void LinkRun::take(const Secret &link)
{
    addSecret(link);
    Result<ConnectLink, LinkError> checked = ConnectLink::check(link.reveal(), access());
    if (!checked) {
        fail(failureFrom(checked.error()));
        return;
    }
    const LinkType type = commandLine().details.linkType;
    memory().noteLink(m_asked, linkExpiry(type, m_asked));
    memory().end(AttemptOutcome::LinkCreated);
    const QDateTime expiry = linkExpiry(type, m_asked);
    tellValidity(expiry);
    conclude(
        console().isJson() ? Report::linkJson(*checked, type, expiry) : Report::linkText(*checked));
}

void LinkRun::interrupt()
{
    m_wasInterrupted = true;
    ClientRun::interrupt();
}

void LinkRun::amend(Ending &ending)
{
    memory().end(
        m_wasInterrupted ? AttemptOutcome::Cancelled : AttemptOutcome::Failed, ending.failure);
    ClientRun::amend(ending);
}

void LinkRun::tellValidity(const QDateTime &expiry)
{
    if (isPractice()) {
        console().tell(tr("The practice server ends with this command, and the link with it. Start "
                          "“connect-desk practice” and give its base URL for one that lasts."));
        return;
    }
    //: %1 is a date and time
    console().tell(
        tr("The link is valid until %1.").arg(expiry.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)));
}

} // namespace desk
