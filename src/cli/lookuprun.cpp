// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "lookuprun.h"

#include "afterreport.h"
#include "console.h"

namespace desk {

void LookUpRun::begin(KomboClient &client)
{
    switch (commandLine().verb) {
    case Verb::CheckKey:
        checkKey(client);
        return;
    case Verb::Tools:
        listTools(client);
        return;
    default:
        readIntegration(client);
    }
}

void LookUpRun::checkKey(KomboClient &client)
{
    follow<EnvironmentInfo>(client.checkApiKey(), [this](const EnvironmentInfo &info) {
        conclude(console().isJson() ? AfterReport::json(info.data) : AfterReport::text(info));
    });
}

void LookUpRun::listTools(KomboClient &client)
{
    follow<ToolList>(client.getTools(words().category), [this](const ToolList &list) {
        if (list.tools.isEmpty())
            console().tell(tr("No tool of this category is switched on in this environment."));
        conclude(console().isJson() ? AfterReport::json(list.data) : AfterReport::text(list));
    });
}

void LookUpRun::readIntegration(KomboClient &client)
{
    follow<IntegrationDetails>(client.getIntegrationDetails(words().integrationId),
        [this](const IntegrationDetails &details) {
            memory().note(details);
            conclude(
                console().isJson() ? AfterReport::json(details.data) : AfterReport::text(details));
        });
}

} // namespace desk
