// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecontract.h"

#include "bodyreader.h"
#include "core/detailscheck.h"
#include "practicecatalogue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

namespace Property {
constexpr auto email = "end_user_email"_L1;
constexpr auto organization = "end_user_organization_name"_L1;
constexpr auto originId = "end_user_origin_id"_L1;
constexpr auto remoteEnvironment = "remote_environment"_L1;
constexpr auto category = "integration_category"_L1;
constexpr auto tool = "integration_tool"_L1;
constexpr auto language = "language"_L1;
constexpr auto scopeConfigId = "scope_config_id"_L1;
constexpr auto filtering = "enable_filtering"_L1;
constexpr auto fieldMapping = "enable_field_mapping"_L1;
constexpr auto linkType = "link_type"_L1;
constexpr auto value = "value"_L1;
constexpr auto type = "type"_L1;
constexpr auto passthrough = "enable_passthrough"_L1;
constexpr auto fieldId = "integration_field_id"_L1;
} // namespace Property

FlowLanguage readLanguage(BodyReader &reader)
{
    return reader.choice<FlowLanguage>(
        Property::language, FlowLanguage::English, true, flowLanguageFromWire, allFlowLanguages());
}

LinkType readLinkType(BodyReader &reader)
{
    return reader.choice<LinkType>(
        Property::linkType, LinkType::Embedded, false, linkTypeFromWire, allLinkTypes());
}

void checkTool(const ConnectDetails &details, BodyReader &reader)
{
    if (!details.tool) {
        if (details.remoteEnvironment)
            reader.complain(u"%1 is only allowed together with %2"_s.arg(
                Property::remoteEnvironment, Property::tool));
        return;
    }
    const PracticeTool *const tool = findPracticeTool(*details.tool);
    if (!tool)
        reader.complain(u"%1 names a tool that is not switched on here"_s.arg(Property::tool));
    else if (!tool->categories.contains(details.category))
        reader.complain(u"%1 names a tool that does not exist for %2"_s.arg(
            Property::tool, wireName(details.category)));
}

ConnectDetails readDetails(BodyReader &reader)
{
    ConnectDetails details;
    details.email = reader.requiredText(Property::email, DetailsLimit::email);
    if (!looksLikeEmail(details.email))
        reader.complain(u"%1 must be an e-mail address"_s.arg(Property::email));
    details.organization = reader.requiredText(Property::organization, DetailsLimit::organization);
    details.originId = reader.nullableText(Property::originId, DetailsLimit::id);
    details.category = reader.choice<Category>(
        Property::category, Category::Hris, false, categoryFromWire, allCategories());
    details.tool = reader.nullableText(Property::tool, DetailsLimit::toolId);
    details.remoteEnvironment = reader.nullableText(Property::remoteEnvironment, DetailsLimit::id);
    details.language = readLanguage(reader);
    details.scopeConfigId = reader.nullableText(Property::scopeConfigId, DetailsLimit::id);
    details.filtering = reader.flag(Property::filtering);
    details.fieldMapping = reader.flag(Property::fieldMapping);
    details.linkType = readLinkType(reader);
    return details;
}

//! Reads an object of these properties; the function makes something of it.
template <typename Value, typename Function>
Result<Value, QString> readBody(
    const QByteArray &body, std::initializer_list<QLatin1StringView> known, Function read)
{
    const auto object = readJsonObject(body);
    if (!object)
        return Unexpected{object.error()};
    BodyReader reader(*object, known);
    Value value = read(reader);
    if (!reader.complaint().isEmpty())
        return Unexpected{reader.complaint()};
    return value;
}

} // namespace

Result<ConnectDetails, QString> readCreateLinkRequest(const QByteArray &body)
{
    using namespace Property;
    return readBody<ConnectDetails>(body,
        {email, organization, originId, remoteEnvironment, category, tool, language, scopeConfigId,
            filtering, fieldMapping, linkType},
        [](BodyReader &reader) {
            ConnectDetails details = readDetails(reader);
            checkTool(details, reader);
            if (details.filtering && details.category != Category::Hris)
                reader.complain(u"%1 is only allowed for HRIS"_s.arg(Property::filtering));
            return details;
        });
}

Result<RelinkRequest, QString> readRelinkRequest(const QByteArray &body)
{
    return readBody<RelinkRequest>(body,
        {Property::language, Property::scopeConfigId, Property::linkType},
        [](BodyReader &reader) -> RelinkRequest {
            return {readLanguage(reader),
                reader.nullableText(Property::scopeConfigId, DetailsLimit::id),
                readLinkType(reader)};
        });
}

Result<SetupLinkRequest, QString> readSetupLinkRequest(const QByteArray &body)
{
    return readBody<SetupLinkRequest>(
        body, {Property::language, Property::linkType}, [](BodyReader &reader) -> SetupLinkRequest {
            reader.require(Property::linkType);
            return {readLanguage(reader), readLinkType(reader)};
        });
}

Result<bool, QString> readSetEnabledRequest(const QByteArray &body)
{
    return readBody<bool>(body, {Property::value}, [](BodyReader &reader) {
        reader.require(Property::value);
        return reader.flag(Property::value);
    });
}

Result<PracticeSyncType, QString> readForceSyncRequest(const QByteArray &body)
{
    using enum PracticeSyncType;
    return readBody<PracticeSyncType>(body, {Property::type}, [](BodyReader &reader) {
        return reader.choice<PracticeSyncType>(
            Property::type, Full, false, practiceSyncTypeFromWire, {Full, Delta});
    });
}

Result<std::optional<bool>, QString> readUpdateFieldRequest(const QByteArray &body)
{
    return readBody<std::optional<bool>>(body, {Property::passthrough}, [](BodyReader &reader) {
        reader.require(Property::passthrough);
        return reader.nullableFlag(Property::passthrough);
    });
}

Result<std::optional<QString>, QString> readUpdateCustomFieldRequest(const QByteArray &body)
{
    return readBody<std::optional<QString>>(body, {Property::fieldId}, [](BodyReader &reader) {
        reader.require(Property::fieldId);
        return reader.nullableText(Property::fieldId, DetailsLimit::id);
    });
}

QString emptyBodyComplaint(const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    const auto nothing = readBody<bool>(body, {}, [](BodyReader &) { return true; });
    return nothing ? QString() : nothing.error();
}

Result<PageRequest, QString> readPageRequest(const QUrlQuery &query, int maximumSize)
{
    PageRequest page;
    if (query.hasQueryItem(u"cursor"_s))
        page.cursor = query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    if (!query.hasQueryItem(u"page_size"_s))
        return page;
    static const QRegularExpression number(u"^[0-9]{1,5}$"_s);
    const QString size = query.queryItemValue(u"page_size"_s, QUrl::FullyDecoded);
    page.size = number.match(size).hasMatch() ? size.toInt() : 0;
    if (page.size < 1 || page.size > maximumSize)
        return Unexpected{u"page_size must be a whole number from 1 to %1"_s.arg(maximumSize)};
    return page;
}

} // namespace desk
