// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicepagedata.h"

#include "practicefields.h"
#include "practicejson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString wireName(PracticeSignIn signIn)
{
    switch (signIn) {
    case PracticeSignIn::ApiKey:
        return u"apiKey"_s;
    case PracticeSignIn::Password:
        return u"password"_s;
    case PracticeSignIn::OAuth:
        return u"oauth"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject pageJson(const PracticeTool &tool)
{
    return {{u"id"_s, tool.id}, {u"label"_s, tool.label}, {u"signIn"_s, wireName(tool.signIn)}};
}

QJsonArray toolChoices(const ConnectDetails &details)
{
    QJsonArray tools;
    for (const PracticeTool &tool : practiceTools(details.category)) {
        if (!details.tool || *details.tool == tool.id)
            tools.append(pageJson(tool));
    }
    return tools;
}

QJsonArray groupChoices(const PracticeIntegration &integration)
{
    QJsonArray choices;
    for (const PracticeGroup &group : practiceGroups()) {
        choices.append(QJsonObject{{u"id"_s, group.id}, {u"label"_s, group.label},
            {u"chosen"_s, integration.groups().contains(group.id)}});
    }
    return choices;
}

QJsonArray customFieldChoices(const PracticeIntegration &integration)
{
    QJsonArray choices;
    for (const PracticeCustomField &field : practiceCustomFields(integration.facts().category)) {
        choices.append(
            QJsonObject{{u"id"_s, field.id}, {u"label"_s, field.label.value_or(field.key)},
                {u"description"_s, nullable(field.description)},
                {u"mapped"_s, nullable(integration.mappedField(field.id))}});
    }
    return choices;
}

QJsonArray fieldChoices(const PracticeIntegration &integration)
{
    QJsonArray choices;
    for (const PracticeField &field :
        practiceFields(integration.id(), integration.facts().category)) {
        choices.append(
            QJsonObject{{u"id"_s, field.id}, {u"label"_s, field.label}, {u"model"_s, field.model}});
    }
    return choices;
}

} // namespace desk
