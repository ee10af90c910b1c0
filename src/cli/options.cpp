// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr Verbs detailed = Verbs(Verb::Window) | Verb::Connect | Verb::CreateLink;
constexpr Verbs calling = detailed | Verb::Resolve;
constexpr Verbs typed = Verbs(Verb::Connect) | Verb::CreateLink | Verb::Resolve | Verb::Practice;
constexpr Verbs all = typed | Verb::Window;

#define WORDS(text) QT_TRANSLATE_NOOP("desk::CommandLine", text)

constexpr std::array<Option, 22> table{{
    {OptionId::Email, "email"_L1, "EMAIL"_L1, detailed,
        WORDS("the person who will connect the tool")},
    {OptionId::Organization, "organization"_L1, "NAME"_L1, detailed,
        WORDS("the client that is being connected")},
    {OptionId::OriginId, "origin-id"_L1, "ID"_L1, detailed,
        WORDS("the client's ID in your own system")},
    {OptionId::Category, "category"_L1, "CATEGORY"_L1, detailed,
        WORDS("HRIS (the default), ATS, ASSESSMENT or LMS")},
    {OptionId::Tool, "tool"_L1, "ID"_L1, detailed,
        WORDS("the tool; without it the client chooses one")},
    {OptionId::Language, "language"_L1, "LANGUAGE"_L1, detailed,
        WORDS("of the flow: en (the default), de, fr, it or es")},
    {OptionId::LinkType, "link-type"_L1, "TYPE"_L1, detailed,
        WORDS("EMBEDDED (the default, an hour) or MAGIC_LINK (a year)")},
    {OptionId::RemoteEnvironment, "remote-environment"_L1, "NAME"_L1, detailed,
        WORDS("the environment of the tool; goes with --tool")},
    {OptionId::ScopeConfigId, "scope-config-id"_L1, "ID"_L1, detailed,
        WORDS("which data is asked for, if not the default")},
    {OptionId::Filtering, "filtering"_L1, {}, detailed,
        WORDS("let the client choose the employees (HRIS)")},
    {OptionId::FieldMapping, "field-mapping"_L1, {}, detailed, WORDS("let the client map fields")},
    {OptionId::Autopilot, "autopilot"_L1, {}, Verbs(Verb::Connect) | Verb::Window,
        WORDS("let the practice flow press its own buttons")},
    {OptionId::Screenshot, "screenshot"_L1, "FILE"_L1, Verb::Connect,
        WORDS("save the last view of the flow as PNG")},
    {OptionId::Port, "port"_L1, "PORT"_L1, Verb::Practice,
        WORDS("where to listen; without it, any free port")},
    {OptionId::Profile, "profile"_L1, "NAME"_L1, all,
        WORDS("the environment to work in: practice (the default)")},
    {OptionId::BaseUrl, "base-url"_L1, "URL"_L1, calling,
        WORDS("another environment, such as https://api.kombo.dev/v1; its key is read from "
              "CONNECT_DESK_API_KEY")},
    {OptionId::DataDir, "data-dir"_L1, "FOLDER"_L1, all, WORDS("where to keep what is remembered")},
    {OptionId::Json, "json"_L1, {}, typed, WORDS("print one JSON document and nothing else")},
    {OptionId::Quiet, "quiet"_L1, {}, all, WORDS("print nothing but the result and errors")},
    {OptionId::Timeout, "timeout"_L1, "SECONDS"_L1, typed, WORDS("give up after that time")},
    {OptionId::Help, "help"_L1, {}, all, WORDS("show this help")},
    {OptionId::Version, "version"_L1, {}, all, WORDS("show the version")},
}};

#undef WORDS

} // namespace

const std::array<Option, 22> &allOptions()
{
    return table;
}

const Option &optionOf(OptionId id)
{
    for (const Option &option : table) {
        if (option.id == id)
            return option;
    }
    Q_UNREACHABLE();
}

QStringList optionNames(Verbs verbs)
{
    QStringList names;
    for (const Option &option : table) {
        if (option.verbs & verbs)
            names.append(option.name);
    }
    return names;
}

} // namespace desk
