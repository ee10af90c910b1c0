// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "prefill.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

template <typename Value, typename Field> void fill(const std::optional<Value> &value, Field &into)
{
    if (value)
        into = *value;
}

struct ClientField {
    DetailsField field;
    QString before;
    std::optional<QString> after;

    bool changes() const { return after && *after != before; }
    bool stays() const { return !after && !before.isEmpty(); }
};

} // namespace

QList<DetailsField> Prefill::fields() const
{
    const std::array given{
        std::pair(DetailsField::Email, email.has_value()),
        std::pair(DetailsField::Organization, organization.has_value()),
        std::pair(DetailsField::OriginId, originId.has_value()),
        std::pair(DetailsField::Category, category.has_value()),
        std::pair(DetailsField::Tool, tool.has_value()),
        std::pair(DetailsField::RemoteEnvironment, remoteEnvironment.has_value()),
        std::pair(DetailsField::Language, language.has_value()),
        std::pair(DetailsField::ScopeConfigId, scopeConfigId.has_value()),
        std::pair(DetailsField::Filtering, filtering.has_value()),
        std::pair(DetailsField::FieldMapping, fieldMapping.has_value()),
        std::pair(DetailsField::LinkType, linkType.has_value()),
    };
    QList<DetailsField> fields;
    for (const auto &[field, isGiven] : given) {
        if (isGiven)
            fields.append(field);
    }
    return fields;
}

ConnectDetails Prefill::applyTo(ConnectDetails details) const
{
    fill(email, details.email);
    fill(organization, details.organization);
    fill(originId, details.originId);
    fill(category, details.category);
    fill(tool, details.tool);
    fill(remoteEnvironment, details.remoteEnvironment);
    fill(language, details.language);
    fill(scopeConfigId, details.scopeConfigId);
    fill(filtering, details.filtering);
    fill(fieldMapping, details.fieldMapping);
    fill(linkType, details.linkType);
    return details;
}

QList<DetailsField> Prefill::keptOfAnotherClient(const ConnectDetails &details) const
{
    const std::array client{
        ClientField{DetailsField::Email, details.email, email},
        ClientField{DetailsField::Organization, details.organization, organization},
        ClientField{DetailsField::OriginId, details.originId.value_or(QString()), originId},
    };
    QList<DetailsField> kept;
    if (std::none_of(client.begin(), client.end(), [](const auto &one) { return one.changes(); }))
        return kept;
    for (const ClientField &one : client) {
        if (one.stays())
            kept.append(one.field);
    }
    return kept;
}

} // namespace desk
