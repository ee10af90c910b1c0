// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "fieldsrun.h"

#include "afterreport.h"
#include "console.h"

namespace desk {

void FieldsRun::begin(KomboClient &client)
{
    switch (commandLine().verb) {
    case Verb::MapField:
        map(client);
        return;
    case Verb::Passthrough:
        passThrough(client);
        return;
    default:
        list(client);
    }
}

void FieldsRun::list(KomboClient &client)
{
    m_integrationFields = client.getIntegrationFields(words().integrationId);
    m_customFields = client.getCustomFields(words().integrationId);
    follow<QList<IntegrationField>>(
        m_integrationFields, [this](const QList<IntegrationField> &) { concludeList(); });
    follow<QList<CustomField>>(
        m_customFields, [this](const QList<CustomField> &) { concludeList(); });
}

void FieldsRun::concludeList()
{
    if (!m_integrationFields->isFinished() || !m_customFields->isFinished())
        return;
    const QList<IntegrationField> &found = m_integrationFields->items();
    const QList<CustomField> &custom = m_customFields->items();
    conclude(
        console().isJson() ? AfterReport::json(found, custom) : AfterReport::text(found, custom));
}

void FieldsRun::map(KomboClient &client)
{
    const QString &target = words().targetFieldId;
    follow<CustomField>(client.updateCustomFieldMapping(words().integrationId, words().fieldId,
                            target.isEmpty() ? std::nullopt : std::optional(target)),
        [this](const CustomField &field) {
            conclude(console().isJson() ? AfterReport::json(field.data)
                                        : AfterReport::text({}, {field}));
        });
}

void FieldsRun::passThrough(KomboClient &client)
{
    follow<IntegrationField>(
        client.updateIntegrationField(words().integrationId, words().fieldId, words().passthrough),
        [this](const IntegrationField &field) {
            conclude(console().isJson() ? AfterReport::json(field.data)
                                        : AfterReport::text({field}, {}));
        });
}

} // namespace desk
