// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceanswers.h"
#include "practicecalls.h"
#include "practicecontract.h"
#include "practicejson.h"

using namespace Qt::StringLiterals;

namespace desk::PracticeCalls {

PracticeResponse noSuchIntegration()
{
    return integrationNotFound(u"No integration goes with this id"_s);
}

PracticeResponse getIntegrationDetails(const PracticeCall &call)
{
    const PracticeIntegration *const integration =
        call.environment.state.integration(call.arguments.constFirst());
    return integration ? successAnswer(integrationJson(*integration, call.environment))
                       : noSuchIntegration();
}

PracticeResponse deleteIntegration(const PracticeCall &call)
{
    const QString complaint = emptyBodyComplaint(call.request.body);
    if (!complaint.isEmpty())
        return inputInvalid(complaint);
    const bool wasThere = call.environment.state.deleteIntegration(call.arguments.constFirst());
    return wasThere ? successAnswer({}) : noSuchIntegration();
}

PracticeResponse setIntegrationEnabled(const PracticeCall &call)
{
    const auto enabled = readSetEnabledRequest(call.request.body);
    if (!enabled)
        return inputInvalid(enabled.error());
    PracticeState &state = call.environment.state;
    PracticeIntegration *const integration = state.integration(call.arguments.constFirst());
    if (!integration)
        return noSuchIntegration();
    integration->setEnabled(*enabled, state.now());
    return successAnswer({});
}

PracticeResponse triggerSync(const PracticeCall &call)
{
    const QString id = QString::fromUtf8(call.request.header("X-Integration-Id"_ba));
    if (id.isEmpty())
        return inputInvalid(u"The header X-Integration-Id is required"_s);
    const auto type = readForceSyncRequest(call.request.body);
    if (!type)
        return inputInvalid(type.error());
    PracticeState &state = call.environment.state;
    PracticeIntegration *const integration = state.integration(id);
    if (!integration)
        return noSuchIntegration();
    // What Kombo answers then is not published.
    if (integration->status() != PracticeStatus::Active) {
        return inputInvalid(u"Only an active integration can be synced, this one is %1"_s.arg(
            wireName(integration->status())));
    }
    const auto sync = integration->startSync(*type, state.now());
    return successAnswer({{u"already_queued"_s, sync.wasRunning}, {u"sync_id"_s, sync.id},
        {u"type"_s, wireName(*type)}});
}

} // namespace desk::PracticeCalls
