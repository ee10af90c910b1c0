// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecoverage.h"

#include "practiceresource.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto supported = "SUPPORTED"_L1;

// A number below the bound that is the same in every run.
int chance(const QString &what, int bound)
{
    const QByteArray text = what.toUtf8();
    return qChecksum(text) % bound;
}

QString coverageStatus(const PracticeTool &tool, const QString &what)
{
    if (tool.id == "sandbox"_L1)
        return supported;
    const int number = chance(tool.id + u'/' + what, 20);
    if (number < 14)
        return supported;
    if (number < 17)
        return u"UNSUPPORTED"_s;
    return number < 19 ? u"NOT_IMPLEMENTED"_s : u"UNKNOWN"_s;
}

//! Of a model or an action. A tool without the first model of its category would be of no use.
QString groupStatus(const PracticeTool &tool, const QJsonObject &group, bool isFirst)
{
    return isFirst ? QString(supported) : coverageStatus(tool, group.value("id"_L1).toString());
}

QString fieldStatus(
    const PracticeTool &tool, const QString &group, const QString &status, const QString &field)
{
    return status == supported ? coverageStatus(tool, group + u'.' + field) : status;
}

QJsonArray coverageGroups(const PracticeTool &tool, const QJsonArray &groups)
{
    QJsonArray result;
    for (const auto &each : groups) {
        QJsonObject group = each.toObject();
        const QString id = group.value("id"_L1).toString();
        const QString status = groupStatus(tool, group, result.isEmpty());
        QJsonArray fields;
        const QJsonArray names = group.value("fields"_L1).toArray();
        for (const auto &name : names) {
            fields.append(QJsonObject{{u"id"_s, name},
                {u"coverage_status"_s, fieldStatus(tool, id, status, name.toString())}});
        }
        group.insert(u"coverage_status"_s, status);
        group.insert(u"fields"_s, fields);
        result.append(group);
    }
    return result;
}

//! Adds what an integration knows about a model, an action or a field.
void addSettings(QJsonObject &object, const QString &name)
{
    const int number = chance(name, 24);
    const QString setting = number < 20 ? u"ENABLED"_s
        : number < 22                   ? u"OPTIONAL"_s
                                        : u"DISABLED"_s;
    const bool isOptedOut = number == 21;
    object.insert(u"scope_config_setting"_s, setting);
    object.insert(u"opted_out_by_customer"_s, isOptedOut);
    object.insert(u"is_available"_s,
        object.value("coverage_status"_L1).toString() == supported && setting != "DISABLED"_L1
            && !isOptedOut);
}

QJsonObject withSettings(QJsonObject group, bool fieldsHaveSettings)
{
    const QString id = group.value("id"_L1).toString();
    addSettings(group, id);
    QJsonArray fields;
    const QJsonArray plain = group.value("fields"_L1).toArray();
    for (const auto &each : plain) {
        QJsonObject field = each.toObject();
        if (fieldsHaveSettings)
            addSettings(field, id + u'.' + field.value("id"_L1).toString());
        else // fields of an action can be neither configured nor opted out of
            field.insert(
                u"is_available"_s, field.value("coverage_status"_L1).toString() == supported);
        fields.append(field);
    }
    group.insert(u"fields"_s, fields);
    return group;
}

QJsonArray groupsWithSettings(const QJsonValue &groups, bool fieldsHaveSettings)
{
    QJsonArray result;
    const QJsonArray plain = groups.toArray();
    for (const auto &each : plain)
        result.append(withSettings(each.toObject(), fieldsHaveSettings));
    return result;
}

} // namespace

QJsonObject practiceModels(Category category)
{
    static const QJsonObject all = practiceJsonResource(u"data/coverage.json"_s).object();
    return all.value(wireName(category)).toObject();
}

QJsonObject toolCoverage(const PracticeTool &tool, Category category)
{
    const QJsonObject models = practiceModels(category);
    QJsonArray features;
    const QJsonArray plain = models.value("features"_L1).toArray();
    for (const auto &each : plain) {
        QJsonObject feature = each.toObject();
        feature.insert(u"coverage_status"_s, groupStatus(tool, feature, false));
        features.append(feature);
    }
    return {{u"read_models"_s, coverageGroups(tool, models.value("read_models"_L1).toArray())},
        {u"write_actions"_s, coverageGroups(tool, models.value("write_actions"_L1).toArray())},
        {u"features"_s, features}};
}

QJsonArray integrationReadModels(const PracticeTool &tool, Category category)
{
    return groupsWithSettings(toolCoverage(tool, category).value("read_models"_L1), true);
}

QJsonArray integrationWriteActions(const PracticeTool &tool, Category category)
{
    return groupsWithSettings(toolCoverage(tool, category).value("write_actions"_L1), false);
}

} // namespace desk
