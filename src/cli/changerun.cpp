// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "changerun.h"

#include "afterreport.h"
#include "console.h"

using namespace Qt::StringLiterals;

namespace desk {

void ChangeRun::begin(KomboClient &client)
{
    const QString &id = words().integrationId;
    switch (commandLine().verb) {
    case Verb::Enable:
        //: %1 is the ID of an integration
        followDone(client.setIntegrationEnabled(id, true), tr("%1 is switched on.").arg(id));
        return;
    case Verb::Disable:
        //: %1 is the ID of an integration
        followDone(client.setIntegrationEnabled(id, false), tr("%1 is switched off.").arg(id));
        return;
    case Verb::Delete:
        //: %1 is the ID of an integration
        followDone(client.deleteIntegration(id), tr("%1 is deleted.").arg(id),
            [this, id] { memory().noteDeleted(id); });
        return;
    default:
        sync(client);
    }
}

void ChangeRun::followDone(
    ApiCall<Done> *call, const QString &sentence, const std::function<void()> &note)
{
    follow<Done>(call, [this, sentence, note](const Done &) {
        if (note)
            note();
        conclude(
            console().isJson() ? AfterReport::json({}) : terminalText(sentence).toUtf8() + '\n');
    });
}

void ChangeRun::sync(KomboClient &client)
{
    follow<StartedSync>(client.triggerSync(words().integrationId, commandLine().syncType),
        [this](const StartedSync &sync) {
            if (sync.wasQueuedAlready)
                console().tell(tr("A sync of this type was queued or running already."));
            conclude(console().isJson() ? AfterReport::json(sync.data) : AfterReport::text(sync));
        });
}

} // namespace desk
