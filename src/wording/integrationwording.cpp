// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationwording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::IntegrationWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::IntegrationWording)
};

using Tone = Standing::Tone;

constexpr qsizetype namedOptOuts = 8;

Standing standingOfSetup(const QString &setupStatus)
{
    if (setupStatus == "INCOMPLETE"_L1)
        return {Tone::Waiting, Words::tr("Connected, but not ready: setup steps are open"),
            Words::tr("No data comes before they are done. Open the setup flow to finish them.")};
    if (setupStatus == "FINAL_SYNC_PENDING"_L1)
        return {Tone::Waiting, Words::tr("Connected, but not ready: the last sync is running"),
            Words::tr("All steps are done. The first sync takes seconds to hours.")};
    return {Tone::Good, Words::tr("Connected"), {}};
}

QString named(const IntegrationScope &scope)
{
    QStringList fields;
    for (const IntegrationScope &field : scope.fields) {
        if (field.isOptedOut)
            fields.append(name(field));
    }
    if (scope.isOptedOut || fields.isEmpty())
        return name(scope);
    //: A kind of data and which of its fields are meant: %1 "Employees", %2 "Salary, Tax ID"
    return Words::tr("%1 (%2)").arg(name(scope), fields.join(u", "_s));
}

bool hasOptOut(const IntegrationScope &scope)
{
    return scope.isOptedOut
        || std::any_of(scope.fields.cbegin(), scope.fields.cend(),
            [](const IntegrationScope &field) { return field.isOptedOut; });
}

} // namespace

QString status(const QString &status)
{
    if (status == "ACTIVE"_L1)
        return Words::tr("Active");
    if (status == "INVALID"_L1)
        return Words::tr("Invalid: the credentials no longer work");
    if (status == "INACTIVE"_L1)
        return Words::tr("Inactive: switched off");
    return status;
}

Standing standing(const QString &status, const QString &setupStatus)
{
    if (status.isEmpty() || status == "ACTIVE"_L1)
        return standingOfSetup(setupStatus);
    if (status == "INVALID"_L1)
        return {Tone::Trouble, Words::tr("Not working: the credentials no longer work"),
            Words::tr("Every sync has failed to sign in for three days, so syncs are paused. The "
                      "client has to reconnect.")};
    if (status == "INACTIVE"_L1)
        return {Tone::Off, Words::tr("Paused"),
            Words::tr("Switched off by hand, or unused for two weeks in a development "
                      "environment. Credentials and configuration are kept.")};
    //: %1 is a word of the API that this program does not know
    return {Tone::Unknown, Words::tr("Status %1").arg(status),
        Words::tr("This program does not know what that means. Look into the Kombo dashboard.")};
}

Standing missing()
{
    return {Tone::Trouble, Words::tr("Not found"),
        Words::tr("Kombo knows no integration of this ID here. It was deleted, or belongs to "
                  "another environment: check the profile and the ID.")};
}

Standing deleted()
{
    return {Tone::Off, Words::tr("Deleted"),
        Words::tr("The integration is gone for good. Kombo erases its data after 14 days.")};
}

QString availability(const IntegrationScope &scope)
{
    if (scope.isAvailable)
        return Words::tr("Available");
    if (scope.isOptedOut)
        return Words::tr("Opted out by the client");
    if (scope.coverage == "UNSUPPORTED"_L1)
        return Words::tr("The tool does not have it");
    if (scope.coverage == "NOT_IMPLEMENTED"_L1)
        return Words::tr("Not built by Kombo");
    if (scope.coverage == "UNKNOWN"_L1)
        return Words::tr("Not known yet");
    if (!scope.coverage.isEmpty() && scope.coverage != "SUPPORTED"_L1)
        return scope.coverage;
    if (scope.setting == "DISABLED"_L1)
        return Words::tr("Switched off in the scope config");
    if (scope.setting == "OPTIONAL"_L1)
        return Words::tr("Optional, and not switched on");
    if (!scope.setting.isEmpty() && scope.setting != "ENABLED"_L1)
        return scope.setting;
    return Words::tr("Not available");
}

QString name(const IntegrationScope &scope)
{
    return scope.label.isEmpty() ? scope.id : scope.label;
}

QString availableCount(const IntegrationDetails &details)
{
    const QList<IntegrationScope> all = details.readModels + details.writeActions;
    const auto available = std::count_if(
        all.cbegin(), all.cend(), [](const IntegrationScope &scope) { return scope.isAvailable; });
    //: How many kinds of data can be used: %1 of %2 in all
    return Words::tr("%1 of %2").arg(available).arg(all.size());
}

QString optedOut(const IntegrationDetails &details)
{
    QStringList names;
    const QList<IntegrationScope> all = details.readModels + details.writeActions;
    for (const IntegrationScope &scope : all) {
        if (hasOptOut(scope))
            names.append(named(scope));
    }
    if (names.size() <= namedOptOuts)
        return names.join(u", "_s);
    const qsizetype more = names.size() - namedOptOuts;
    names.resize(namedOptOuts);
    //: %1 is a list, such as "Employees, Absences"; %2 is how many it leaves out
    return Words::tr("%1 and %2 more").arg(names.join(u", "_s)).arg(more);
}

QString kind(const IntegrationDetails &details)
{
    QString tool = details.toolLabel.isEmpty() ? details.toolId : details.toolLabel;
    if (details.toolInternalLabel && !details.toolInternalLabel->isEmpty())
        tool += u", "_s + *details.toolInternalLabel;
    QStringList parts{tool};
    if (!details.category.isEmpty())
        parts.append(details.category);
    if (details.isBeta) {
        //: A connector that Kombo marks as not quite finished
        parts.append(Words::tr("Beta"));
    }
    return parts.join(u" · "_s);
}

} // namespace desk::IntegrationWording
