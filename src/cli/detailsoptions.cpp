// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailsoptions.h"

#include "core/detailscheck.h"
#include "wording/detailswording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

OptionId optionFor(DetailsField field)
{
    switch (field) {
    case DetailsField::Email:
        return OptionId::Email;
    case DetailsField::Organization:
        return OptionId::Organization;
    case DetailsField::OriginId:
        return OptionId::OriginId;
    case DetailsField::Category:
        return OptionId::Category;
    case DetailsField::Tool:
        return OptionId::Tool;
    case DetailsField::RemoteEnvironment:
        return OptionId::RemoteEnvironment;
    case DetailsField::Language:
        return OptionId::Language;
    case DetailsField::ScopeConfigId:
        return OptionId::ScopeConfigId;
    case DetailsField::Filtering:
        return OptionId::Filtering;
    case DetailsField::FieldMapping:
        return OptionId::FieldMapping;
    case DetailsField::LinkType:
        return OptionId::LinkType;
    }
    Q_UNREACHABLE();
}

template <typename Value> QStringList wireNames(const QList<Value> &values)
{
    QStringList names;
    for (const Value value : values)
        names.append(wireName(value));
    return names;
}

template <typename Value, typename Spelling, typename FromWire>
Refusal readChoice(const GivenOptions &given, OptionId id, Value &into, Spelling spelling,
    FromWire fromWire, const QList<Value> &choices)
{
    const std::optional<QString> text = given.value(id);
    if (!text)
        return std::nullopt;
    const QString spelled = spelling(*text);
    if (const std::optional<Value> known = fromWire(spelled)) {
        into = *known;
        return std::nullopt;
    }
    return noneOf(id, *text, spelled, wireNames(choices));
}

Refusal readChoices(const GivenOptions &given, ConnectDetails &details)
{
    const auto upper = [](const QString &text) { return text.toUpper(); };
    const auto lower = [](const QString &text) { return text.toLower(); };
    // "magic-link" is how one writes it where "create-link" is a word.
    const auto underlined = [](const QString &text) {
        return text.toUpper().replace(u'-', u'_').replace(u' ', u'_');
    };
    if (Refusal refusal = readChoice(
            given, OptionId::Category, details.category, upper, categoryFromWire, allCategories()))
        return refusal;
    if (Refusal refusal = readChoice(given, OptionId::Language, details.language, lower,
            flowLanguageFromWire, allFlowLanguages()))
        return refusal;
    if (Refusal refusal = readChoice(given, OptionId::LinkType, details.linkType, underlined,
            linkTypeFromWire, allLinkTypes()))
        return refusal;
    if (given.isVerb(Verb::Connect) && details.linkType != LinkType::Embedded) {
        return Words::tr("--link-type: connect shows the flow itself, so it needs EMBEDDED. A link "
                         "to send comes from create-link.");
    }
    return std::nullopt;
}

} // namespace

Refusal readDetailsOptions(const GivenOptions &given, ConnectDetails &details)
{
    details.email = given.value(OptionId::Email).value_or(QString());
    details.organization = given.value(OptionId::Organization).value_or(QString());
    details.originId = given.value(OptionId::OriginId);
    details.tool = given.value(OptionId::Tool);
    details.remoteEnvironment = given.value(OptionId::RemoteEnvironment);
    details.scopeConfigId = given.value(OptionId::ScopeConfigId);
    details.filtering = given.isSet(OptionId::Filtering);
    details.fieldMapping = given.isSet(OptionId::FieldMapping);
    if (Refusal refusal = readChoices(given, details))
        return refusal;
    if (!given.isVerb(Verbs(Verb::Connect) | Verb::CreateLink))
        return std::nullopt;
    const QList<DetailsError> errors = checkDetails(details);
    if (errors.isEmpty())
        return std::nullopt;
    const DetailsError &error = errors.first();
    //: %1 is an option, %2 a sentence
    return Words::tr("%1: %2").arg(
        optionOf(optionFor(error.field)).spelled(), DetailsWording::sentence(error));
}

Prefill givenDetails(const GivenOptions &given, const ConnectDetails &details)
{
    Prefill prefill;
    const auto take = [&given](OptionId id, auto &into, const auto &value) {
        if (given.isSet(id))
            into = value;
    };
    take(OptionId::Email, prefill.email, details.email);
    take(OptionId::Organization, prefill.organization, details.organization);
    take(OptionId::OriginId, prefill.originId, details.originId);
    take(OptionId::Category, prefill.category, details.category);
    take(OptionId::Tool, prefill.tool, details.tool);
    take(OptionId::RemoteEnvironment, prefill.remoteEnvironment, details.remoteEnvironment);
    take(OptionId::Language, prefill.language, details.language);
    take(OptionId::ScopeConfigId, prefill.scopeConfigId, details.scopeConfigId);
    take(OptionId::Filtering, prefill.filtering, details.filtering);
    take(OptionId::FieldMapping, prefill.fieldMapping, details.fieldMapping);
    take(OptionId::LinkType, prefill.linkType, details.linkType);
    return prefill;
}

} // namespace desk
