// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "verb.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Row {
    Verb verb;
    QLatin1StringView name;
    QLatin1StringView words; // parted by blanks
};

constexpr std::array<Row, 22> table{{
    {Verb::Connect, "connect"_L1, {}},
    {Verb::CreateLink, "create-link"_L1, {}},
    {Verb::Resolve, "resolve"_L1, "TOKEN"_L1},
    {Verb::CheckKey, "check-key"_L1, {}},
    {Verb::Tools, "tools"_L1, "CATEGORY"_L1},
    {Verb::Integration, "integration"_L1, "ID"_L1},
    {Verb::Relink, "relink"_L1, "ID"_L1},
    {Verb::SetupLink, "setup-link"_L1, "ID"_L1},
    {Verb::Enable, "enable"_L1, "ID"_L1},
    {Verb::Disable, "disable"_L1, "ID"_L1},
    {Verb::Sync, "sync"_L1, "ID"_L1},
    {Verb::Delete, "delete"_L1, "ID"_L1},
    {Verb::Fields, "fields"_L1, "ID"_L1},
    {Verb::MapField, "map-field"_L1, "ID CUSTOM_FIELD_ID INTEGRATION_FIELD_ID"_L1},
    {Verb::Passthrough, "passthrough"_L1, "ID INTEGRATION_FIELD_ID on|off"_L1},
    {Verb::Batch, "batch"_L1, "FILE"_L1},
    {Verb::History, "history"_L1, {}},
    {Verb::Backup, "backup"_L1, "FILE"_L1},
    {Verb::Restore, "restore"_L1, "FILE"_L1},
    {Verb::Forget, "forget"_L1, {}},
    {Verb::Practice, "practice"_L1, {}},
    {Verb::Completions, "completions"_L1, "bash|zsh|fish"_L1},
}};

const Row *rowOf(Verb verb)
{
    const auto row = std::find_if(
        table.begin(), table.end(), [verb](const Row &each) { return each.verb == verb; });
    return row == table.end() ? nullptr : &*row;
}

} // namespace

QString nameOf(Verb verb)
{
    const Row *const row = rowOf(verb);
    return row ? QString(row->name) : QString();
}

std::optional<Verb> verbFromName(const QString &name)
{
    const auto row = std::find_if(
        table.begin(), table.end(), [&name](const Row &each) { return each.name == name; });
    return row == table.end() ? std::nullopt : std::optional(row->verb);
}

const QList<Verb> &allVerbs()
{
    static const QList<Verb> verbs = [] {
        QList<Verb> all;
        for (const Row &row : table)
            all.append(row.verb);
        return all;
    }();
    return verbs;
}

QStringList verbNames()
{
    QStringList names;
    for (const Row &row : table)
        names.append(row.name);
    return names;
}

QStringList wordNames(Verb verb)
{
    const Row *const row = rowOf(verb);
    return row ? QString(row->words).split(u' ', Qt::SkipEmptyParts) : QStringList();
}

} // namespace desk
