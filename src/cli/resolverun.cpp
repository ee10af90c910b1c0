// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "resolverun.h"

#include "console.h"
#include "report.h"

using namespace Qt::StringLiterals;

namespace desk {

void ResolveRun::begin(KomboClient &client)
{
    m_sinceStart.start();
    follow<ResolvedIntegration>(client.getIntegrationByToken(words().token),
        [this](const ResolvedIntegration &integration) { take(integration); });
}

void ResolveRun::take(const ResolvedIntegration &integration)
{
    memory().note(integration);
    if (!console().isJson()) {
        conclude(Report::integrationText(integration));
        return;
    }
    const qint64 elapsed = m_sinceStart.elapsed();
    conclude(
        Report::integrationJson(integration, {}, {{u"resolve"_s, elapsed}, {u"total"_s, elapsed}}));
}

} // namespace desk
