// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecatalogue.h"

#include "practiceresource.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

PracticeSignIn signInOf(const QString &name)
{
    if (name == "oauth"_L1)
        return PracticeSignIn::OAuth;
    return name == "password"_L1 ? PracticeSignIn::Password : PracticeSignIn::ApiKey;
}

PracticeTool toolOf(const QJsonObject &json)
{
    PracticeTool tool;
    tool.id = json.value("id"_L1).toString();
    tool.label = json.value("label"_L1).toString();
    tool.internalLabel = optionalText(json.value("internal_label"_L1));
    const QJsonArray categories = json.value("categories"_L1).toArray();
    for (const auto &name : categories)
        tool.categories.append(*categoryFromWire(name.toString()));
    tool.signIn = signInOf(json.value("sign_in"_L1).toString());
    tool.hasGuide = json.value("guide"_L1).toBool();
    tool.isBeta = json.value("beta"_L1).toBool();
    tool.paidApi = optionalText(json.value("paid_api"_L1));
    tool.fastTrack = optionalText(json.value("fast_track"_L1));
    tool.partnerOnly = optionalText(json.value("partner_only"_L1));
    return tool;
}

QList<PracticeTool> readTools()
{
    QList<PracticeTool> tools;
    const QJsonArray array = practiceJsonResource(u"data/tools.json"_s).array();
    for (const auto &each : array)
        tools.append(toolOf(each.toObject()));
    const auto place = [](const PracticeTool &tool) {
        return std::tuple(tool.label.toCaseFolded(), tool.internalLabel.value_or(QString()));
    };
    std::sort(
        tools.begin(), tools.end(), [place](const PracticeTool &left, const PracticeTool &right) {
            return place(left) < place(right);
        });
    return tools;
}

} // namespace

const QList<PracticeTool> &practiceTools()
{
    static const QList<PracticeTool> tools = readTools();
    return tools;
}

QList<PracticeTool> practiceTools(Category category)
{
    QList<PracticeTool> tools;
    std::copy_if(practiceTools().begin(), practiceTools().end(), std::back_inserter(tools),
        [category](const PracticeTool &tool) { return tool.categories.contains(category); });
    return tools;
}

const PracticeTool *findPracticeTool(QStringView id)
{
    const auto &tools = practiceTools();
    const auto found = std::find_if(
        tools.begin(), tools.end(), [id](const PracticeTool &tool) { return tool.id == id; });
    return found == tools.end() ? nullptr : &*found;
}

} // namespace desk
