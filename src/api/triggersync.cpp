// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "triggersync.h"

#include "integrationrequest.h"
#include "jsonreader.h"

#include "core/tokencheck.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiRequest TriggerSync::request(const QString &integrationId, SyncType type)
{
    Q_ASSERT(isSaneToken(integrationId));
    ApiRequest request;
    request.name = u"triggerSync"_s;
    request.method = ApiRequest::Method::Post;
    request.kind = CallKind::Change;
    request.path = "/force-sync";
    request.headers = {{"X-Integration-Id", integrationId.toLatin1()}};
    request.body = requestBody({{u"type"_s, wireName(type)}});
    return request;
}

Result<StartedSync, QString> TriggerSync::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    StartedSync sync;
    sync.data = data;
    sync.syncId = reader.textThatIsNotEmpty("sync_id"_L1);
    sync.type = reader.text("type"_L1);
    sync.wasQueuedAlready = reader.boolean("already_queued"_L1);
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return sync;
}

} // namespace desk
