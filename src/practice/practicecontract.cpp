// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecontract.h"

#include "core/detailscheck.h"
#include "practicecatalogue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

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
constexpr std::array all{email, organization, originId, remoteEnvironment, category, tool, language,
    scopeConfigId, filtering, fieldMapping, linkType};
} // namespace Property

/*!
 * Reads properties one by one and keeps the first complaint. Every reader gives something usable in
 * any case, so that the caller asks for the complaint only once, at the end.
 */
class PropertyReader {
public:
    explicit PropertyReader(const QJsonObject &object)
        : m_object(object)
    {
        for (const QString &name : object.keys()) {
            if (std::find(Property::all.begin(), Property::all.end(), name) == Property::all.end())
                complain(u"%1 is not a known property"_s.arg(name.left(100)));
        }
    }

    const QString &complaint() const { return m_complaint; }

    void complain(const QString &message)
    {
        if (m_complaint.isEmpty())
            m_complaint = message;
    }

    QString requiredText(QLatin1StringView name, qsizetype maximum)
    {
        if (!m_object.contains(name))
            complain(u"%1 is required"_s.arg(name));
        return text(name, maximum);
    }

    std::optional<QString> nullableText(QLatin1StringView name, qsizetype maximum)
    {
        if (!m_object.contains(name) || m_object.value(name).isNull())
            return std::nullopt;
        return text(name, maximum);
    }

    bool flag(QLatin1StringView name)
    {
        if (!m_object.contains(name))
            return false;
        if (!m_object.value(name).isBool())
            complain(u"%1 must be true or false"_s.arg(name));
        return m_object.value(name).toBool();
    }

    template <typename Value>
    Value choice(QLatin1StringView name, Value absent, bool nullable,
        std::optional<Value> (*fromWire)(QStringView), const QList<Value> &allowed)
    {
        const QJsonValue value = m_object.value(name);
        if (!m_object.contains(name) || (nullable && value.isNull()))
            return absent;
        if (const auto read = value.isString() ? fromWire(value.toString()) : std::nullopt)
            return *read;
        QStringList names;
        for (const Value &each : allowed)
            names.append(wireName(each));
        complain(u"%1 must be one of %2"_s.arg(name, names.join(u", "_s)));
        return absent;
    }

private:
    QString text(QLatin1StringView name, qsizetype maximum)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString()) {
            complain(u"%1 must be a string"_s.arg(name));
            return {};
        }
        QString read = value.toString();
        if (read.isEmpty())
            complain(u"%1 must not be empty"_s.arg(name));
        if (read.size() > maximum)
            complain(u"%1 is longer than %2 characters"_s.arg(name).arg(maximum));
        return read;
    }

    const QJsonObject &m_object;
    QString m_complaint;
};

void checkTool(const ConnectDetails &details, PropertyReader &reader)
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

} // namespace

Result<ConnectDetails, QString> readCreateLinkRequest(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Unexpected{u"The body is not JSON: %1"_s.arg(parseError.errorString())};
    if (!document.isObject())
        return Unexpected{u"The body must be a JSON object"_s};

    const QJsonObject object = document.object();
    PropertyReader reader(object);
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
    details.language = reader.choice<FlowLanguage>(
        Property::language, FlowLanguage::English, true, flowLanguageFromWire, allFlowLanguages());
    details.scopeConfigId = reader.nullableText(Property::scopeConfigId, DetailsLimit::id);
    details.filtering = reader.flag(Property::filtering);
    details.fieldMapping = reader.flag(Property::fieldMapping);
    details.linkType = reader.choice<LinkType>(
        Property::linkType, LinkType::Embedded, false, linkTypeFromWire, allLinkTypes());
    checkTool(details, reader);
    if (details.filtering && details.category != Category::Hris)
        reader.complain(u"%1 is only allowed for HRIS"_s.arg(Property::filtering));

    if (!reader.complaint().isEmpty())
        return Unexpected{reader.complaint()};
    return details;
}

} // namespace desk
