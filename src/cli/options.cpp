// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "core/connectdetails.h"
#include "core/integrationdetails.h"
#include "ledger/attemptnames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr Verbs detailed = Verbs(Verb::Window) | Verb::Connect | Verb::CreateLink | Verb::Batch;
constexpr Verbs reconnecting = detailed | Verb::Relink;
constexpr Verbs linking = reconnecting | Verb::SetupLink;
// Those that make one thing happen at the API and print what came of it.
constexpr Verbs asking = Verbs(Verb::CreateLink) | Verb::Resolve | Verb::CheckKey | Verb::Tools
    | Verb::Integration | Verb::Relink | Verb::SetupLink | Verb::Enable | Verb::Disable | Verb::Sync
    | Verb::Delete | Verb::Fields | Verb::MapField | Verb::Passthrough;
constexpr Verbs remembering = Verbs(Verb::History) | Verb::Backup | Verb::Restore | Verb::Forget;
constexpr Verbs narrowing = Verbs(Verb::History) | Verb::Forget;
constexpr Verbs calling = asking | Verb::Connect;
constexpr Verbs typed = calling | Verb::Practice | Verb::Batch;
constexpr Verbs all = typed | Verb::Window;
constexpr Verbs kept = all | remembering;
constexpr Verbs anything = kept | Verb::Completions;

#define WORDS(text) QT_TRANSLATE_NOOP("desk::CommandLine", text)

constexpr std::array<Option, 49> table{{
    {OptionId::Email, "email"_L1, "EMAIL"_L1, detailed | Verb::Forget,
        WORDS("the person who will connect the tool")},
    {OptionId::Organization, "organization"_L1, "NAME"_L1, detailed | Verb::Forget,
        WORDS("the client that is being connected")},
    {OptionId::OriginId, "origin-id"_L1, "ID"_L1, detailed | Verb::Forget,
        WORDS("the client's ID in your own system")},
    {OptionId::Category, "category"_L1, "CATEGORY"_L1, detailed,
        WORDS("HRIS (the default), ATS, ASSESSMENT or LMS")},
    {OptionId::Tool, "tool"_L1, "ID"_L1, detailed,
        WORDS("the tool; without it the client chooses one")},
    {OptionId::Language, "language"_L1, "LANGUAGE"_L1, linking,
        WORDS("of the flow: en (the default), de, fr, it or es")},
    {OptionId::LinkType, "link-type"_L1, "TYPE"_L1, linking,
        WORDS("EMBEDDED (the default, an hour) or MAGIC_LINK (a year)")},
    {OptionId::RemoteEnvironment, "remote-environment"_L1, "NAME"_L1, detailed,
        WORDS("the environment of the tool; goes with --tool")},
    {OptionId::ScopeConfigId, "scope-config-id"_L1, "ID"_L1, reconnecting,
        WORDS("which data is asked for, if not the default")},
    {OptionId::Filtering, "filtering"_L1, {}, detailed,
        WORDS("let the client choose the employees (HRIS)")},
    {OptionId::FieldMapping, "field-mapping"_L1, {}, detailed, WORDS("let the client map fields")},
    {OptionId::Autopilot, "autopilot"_L1, {}, Verbs(Verb::Connect) | Verb::Window,
        WORDS("let the practice flow press its own buttons")},
    {OptionId::TopLevel, "top-level"_L1, {}, Verb::Connect,
        WORDS("show the flow as a page of its own, for environments that refuse frames")},
    {OptionId::Screenshot, "screenshot"_L1, "FILE"_L1, Verb::Connect,
        WORDS("save the last view of the flow as PNG")},
    {OptionId::Port, "port"_L1, "PORT"_L1, Verb::Practice,
        WORDS("where to listen; without it, any free port")},
    {OptionId::Fault, "fault"_L1, "FAULT"_L1, Verb::Practice,
        WORDS("let an endpoint fail, such as createConnectionLink:status=429,retry_after=2; may be "
              "given more than once")},
    {OptionId::Flow, "flow"_L1, "NAME"_L1, Verb::Practice,
        WORDS(
            "let the flow behave like this, such as slow_page or wrong_credentials:times=1; may be "
            "given more than once")},
    {OptionId::Yes, "yes"_L1, {}, Verbs(Verb::Delete) | Verb::Restore | Verb::Forget,
        WORDS("really do it: this cannot be undone")},
    {OptionId::SyncType, "type"_L1, "TYPE"_L1, Verb::Sync,
        WORDS("FULL (the default) or DELTA, for changes only")},
    {OptionId::Unmap, "unmap"_L1, {}, Verb::MapField, WORDS("remove the mapping")},
    {OptionId::Profile, "profile"_L1, "NAME"_L1, all | narrowing,
        WORDS("the environment, by the name of its profile; without it practice, and of the "
              "history all")},
    {OptionId::BaseUrl, "base-url"_L1, "URL"_L1, calling | Verb::Window | Verb::Batch,
        WORDS("another environment, such as https://api.kombo.dev/v1; its key is read from "
              "CONNECT_DESK_API_KEY")},
    {OptionId::DataDir, "data-dir"_L1, "FOLDER"_L1, kept,
        WORDS("where to keep what is remembered")},
    {OptionId::Json, "json"_L1, {}, typed | remembering,
        WORDS("print one JSON document and nothing else")},
    {OptionId::Quiet, "quiet"_L1, {}, kept, WORDS("print nothing but the result and errors")},
    {OptionId::Timeout, "timeout"_L1, "SECONDS"_L1, typed, WORDS("give up after that time")},
    {OptionId::Verbose, "verbose"_L1, {}, calling,
        WORDS("tell each request and answer, without secrets, on standard error")},
    {OptionId::Har, "har"_L1, "FILE"_L1, calling,
        WORDS("save all requests and answers, without secrets, as HAR")},
    {OptionId::HideEmail, "hide-email"_L1, {}, calling,
        WORDS("take e-mail addresses out of what --verbose, --har and --copy-as give")},
    {OptionId::CopyAs, "copy-as"_L1, "FORM"_L1, asking,
        WORDS("print a script that sends the same, instead of the result: curl, powershell, python "
              "or typescript")},
    {OptionId::Evidence, "evidence"_L1, "PATH"_L1, Verb::Connect,
        WORDS(
            "save what a bug report needs, without secrets and with personal data masked, however "
            "it ends: a new folder, or a zip file if the name ends with .zip")},
    {OptionId::EvidencePersonalData, "evidence-personal-data"_L1, {}, Verb::Connect,
        WORDS("leave personal data in what --evidence saves, and add the last view of the flow")},
    {OptionId::AllowDuplicate, "allow-duplicate"_L1, {},
        Verbs(Verb::Connect) | Verb::CreateLink | Verb::Batch,
        WORDS("make a new connection although the history knows one of this client")},
    {OptionId::Search, "search"_L1, "TEXT"_L1, Verb::History,
        WORDS("only what holds words that begin like these: organization, e-mail, IDs, tool, "
              "notes")},
    {OptionId::Outcome, "outcome"_L1, "OUTCOME"_L1, Verb::History,
        WORDS("only what ended so: connected, unfinished, failed and so on")},
    {OptionId::Since, "since"_L1, "DATE"_L1, Verb::History,
        WORDS("only what began on that day or later, such as 2026-03-31")},
    {OptionId::Limit, "limit"_L1, "NUMBER"_L1, Verb::History,
        WORDS("at most so many, the newest first: 100 (the default)")},
    {OptionId::Export, "export"_L1, "FILE"_L1, Verb::History,
        WORDS("save them all instead of printing them: .csv or .json")},
    {OptionId::Output, "output"_L1, "FILE"_L1, Verb::Batch,
        WORDS("the table of links that is made, such as links.csv; whoever can read it can use "
              "them")},
    {OptionId::Column, "column"_L1, "FIELD=HEADER"_L1, Verb::Batch,
        WORDS("take a field from the column of that name, such as origin-id=Customer; may be given "
              "more than once, and is remembered for tables with the same columns")},
    {OptionId::Concurrency, "concurrency"_L1, "NUMBER"_L1, Verb::Batch,
        WORDS("so many links at a time: 4 (the default), at most 16")},
    {OptionId::DryRun, "dry-run"_L1, {}, Verb::Batch,
        WORDS("tell what would be done and what is wrong, and send nothing")},
    {OptionId::RetryFailed, "retry-failed"_L1, {}, Verb::Batch,
        WORDS("send rows again that have failed in an earlier run")},
    {OptionId::RetryUnknown, "retry-unknown"_L1, {}, Verb::Batch,
        WORDS("send rows again of which nobody knows whether they have a link; some may then have "
              "two")},
    {OptionId::Mails, "mails"_L1, "FOLDER"_L1, Verb::Batch,
        WORDS("write a mail text with the link for each row, in its language")},
    {OptionId::Encoding, "encoding"_L1, "ENCODING"_L1, Verb::Batch,
        WORDS("of the table, if the guess is wrong: utf-8, utf-16le, utf-16be or latin-1")},
    {OptionId::Separator, "separator"_L1, "SEPARATOR"_L1, Verb::Batch,
        WORDS("of the table, if the guess is wrong: comma, semicolon or tab")},
    {OptionId::Help, "help"_L1, {}, anything, WORDS("show this help")},
    {OptionId::Version, "version"_L1, {}, anything, WORDS("show the version")},
}};

#undef WORDS

template <typename Value> QStringList wireNames(const QList<Value> &values)
{
    QStringList names;
    for (const Value value : values)
        names.append(wireName(value));
    return names;
}

} // namespace

const std::array<Option, 49> &allOptions()
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

QStringList valuesOf(OptionId id)
{
    switch (id) {
    case OptionId::Category:
        return wireNames(allCategories());
    case OptionId::Language:
        return wireNames(allFlowLanguages());
    case OptionId::LinkType:
        return wireNames(allLinkTypes());
    case OptionId::Profile:
        return {u"practice"_s};
    case OptionId::SyncType:
        return {wireName(SyncType::Full), wireName(SyncType::Delta)};
    case OptionId::Outcome:
        return attemptOutcomeNames();
    case OptionId::Encoding:
        return {u"utf-8"_s, u"utf-16le"_s, u"utf-16be"_s, u"latin-1"_s};
    case OptionId::Separator:
        return {u"comma"_s, u"semicolon"_s, u"tab"_s};
    case OptionId::CopyAs:
        return {u"curl"_s, u"powershell"_s, u"python"_s, u"typescript"_s};
    default:
        return {};
    }
}

} // namespace desk
