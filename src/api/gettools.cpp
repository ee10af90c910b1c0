// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "gettools.h"

#include "jsonreader.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<Coverage> fieldsFrom(JsonReader &group)
{
    QList<Coverage> fields;
    if (!group.has("fields"_L1)) // features have none
        return fields;
    const QList<JsonReader> readers = group.list("fields"_L1);
    fields.reserve(readers.size());
    for (JsonReader field : readers)
        fields.append({field.text("id"_L1), {}, field.textOrNothing("coverage_status"_L1), {}});
    return fields;
}

QList<Coverage> coverageFrom(std::optional<JsonReader> &coverage, QLatin1StringView name)
{
    QList<Coverage> groups;
    if (!coverage || !coverage->has(name))
        return groups;
    const QList<JsonReader> readers = coverage->list(name);
    groups.reserve(readers.size());
    for (JsonReader group : readers) {
        groups.append({group.text("id"_L1), group.textOrNothing("label"_L1),
            group.textOrNothing("coverage_status"_L1), fieldsFrom(group)});
    }
    return groups;
}

Tool toolFrom(JsonReader reader)
{
    Tool tool;
    tool.id = reader.textThatIsNotEmpty("id"_L1);
    tool.label = reader.text("label"_L1);
    tool.internalLabel = reader.optionalText("internal_label"_L1);
    if (std::optional<JsonReader> assets = reader.optionalInner("assets"_L1)) {
        tool.logoUrl = assets->textOrNothing("logo_url"_L1);
        tool.iconUrl = assets->textOrNothing("icon_url"_L1);
        tool.iconBlackUrl = assets->textOrNothing("icon_black_url"_L1);
    }
    tool.paidApiNote = reader.optionalText("paid_api_details_markdown"_L1);
    tool.fastTrackNote = reader.optionalText("fast_track_details_markdown"_L1);
    tool.partnerOnlyNote = reader.optionalText("partner_only_details_markdown"_L1);
    tool.connectionGuideUrl = reader.optionalText("connection_guide_url"_L1);
    std::optional<JsonReader> coverage = reader.optionalInner("coverage"_L1);
    tool.readModels = coverageFrom(coverage, "read_models"_L1);
    tool.writeActions = coverageFrom(coverage, "write_actions"_L1);
    tool.features = coverageFrom(coverage, "features"_L1);
    return tool;
}

} // namespace

ApiRequest GetTools::request(Category category)
{
    ApiRequest request;
    request.name = u"getTools"_s;
    // Lower case here, upper case everywhere else.
    request.path = "/tools/" + wireName(category).toLower().toLatin1();
    return request;
}

Result<ToolList, QString> GetTools::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    ToolList list;
    list.data = data;
    const QList<JsonReader> tools = reader.list("tools"_L1);
    list.tools.reserve(tools.size());
    for (const JsonReader &tool : tools)
        list.tools.append(toolFrom(tool));
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return list;
}

} // namespace desk
