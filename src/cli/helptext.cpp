// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "helptext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

QString usage(Verb verb)
{
    if (verb == Verb::Window)
        return u"connect-desk [VERB|ADDRESS] [OPTION]..."_s;
    QString words = wordNames(verb).join(u' ');
    if (verb == Verb::Connect || verb == Verb::CreateLink)
        words = u"--email EMAIL --organization NAME"_s;
    if (verb == Verb::Forget)
        words = u"--email EMAIL --yes"_s;
    if (verb == Verb::Batch)
        words += u" --output FILE"_s;
    if (verb == Verb::Delete || verb == Verb::Restore)
        words += u" --yes"_s;
    if (verb == Verb::MapField)
        words = u"ID CUSTOM_FIELD_ID INTEGRATION_FIELD_ID|--unmap"_s;
    return u"connect-desk "_s + nameOf(verb) + (words.isEmpty() ? QString() : u' ' + words)
        + u" [OPTION]..."_s;
}

QStringList examples(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return {u"connect-desk"_s, u"connect-desk --email jo@northwind.example --tool personio"_s,
            u"connect-desk 'connect-desk:new?email=jo%40northwind.example&category=ATS'"_s,
            u"connect-desk connect --email jo@northwind.example --organization \"Northwind Ltd\" "
            "--autopilot"_s};
    case Verb::Connect:
        return {
            u"connect-desk connect --email jo@northwind.example --organization \"Northwind Ltd\""_s,
            u"connect-desk connect --email jo@northwind.example --organization \"Northwind Ltd\" "
            "--tool personio --json --screenshot end.png"_s};
    case Verb::CreateLink:
        return {u"connect-desk create-link --email jo@northwind.example --organization \"Northwind "
                "Ltd\" --link-type MAGIC_LINK"_s};
    case Verb::Resolve:
        return {u"connect-desk resolve TOKEN --json"_s};
    case Verb::CheckKey:
        return {u"connect-desk check-key --base-url https://api.us.kombo.dev/v1"_s};
    case Verb::Tools:
        return {u"connect-desk tools HRIS --base-url https://api.kombo.dev/v1"_s};
    case Verb::Relink:
        return {u"connect-desk relink personio:Zk3vT8mQ --link-type MAGIC_LINK --language de"_s};
    case Verb::SetupLink:
        return {u"connect-desk setup-link personio:Zk3vT8mQ --link-type MAGIC_LINK"_s};
    case Verb::Integration:
    case Verb::Enable:
    case Verb::Disable:
    case Verb::Fields:
        return {u"connect-desk %1 personio:Zk3vT8mQ"_s.arg(nameOf(verb))};
    case Verb::Sync:
        return {u"connect-desk sync personio:Zk3vT8mQ --type DELTA"_s};
    case Verb::Delete:
        return {u"connect-desk delete personio:Zk3vT8mQ --yes"_s};
    case Verb::MapField:
        return {u"connect-desk map-field personio:Zk3vT8mQ Gd3mW7zK Hx4nD8vL"_s,
            u"connect-desk map-field personio:Zk3vT8mQ Gd3mW7zK --unmap"_s};
    case Verb::Passthrough:
        return {u"connect-desk passthrough personio:Zk3vT8mQ Vb6kS9wP on"_s};
    case Verb::Batch:
        return {u"connect-desk batch clients.csv --output links.csv --dry-run"_s,
            u"connect-desk batch clients.csv --output links.csv --language de --column "
            "origin-id=Kundennummer"_s};
    case Verb::History:
        return {u"connect-desk history --search northwind"_s,
            u"connect-desk history --outcome unfinished --since 2026-03-01 --json"_s,
            u"connect-desk history --export history.csv"_s};
    case Verb::Backup:
        return {u"connect-desk backup history-backup.sqlite"_s};
    case Verb::Restore:
        return {u"connect-desk restore history-backup.sqlite --yes"_s};
    case Verb::Forget:
        return {u"connect-desk forget --email jo@northwind.example --yes"_s};
    case Verb::Practice:
        return {u"connect-desk practice --json"_s,
            u"connect-desk practice --port 8080 --fault "
            "createConnectionLink:status=429,retry_after=2,times=3"_s,
            u"connect-desk practice --flow wrong_credentials:times=1"_s};
    case Verb::Completions:
        return {
            u"connect-desk completions bash > ~/.local/share/bash-completion/completions/connect-desk"_s};
    }
    Q_UNREACHABLE();
}

QString exampleLines(Verb verb)
{
    QString text;
    for (const QString &example : examples(verb))
        text += u"  "_s + example + u'\n';
    return text;
}

QString table(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, left.size());
    QString text;
    for (const auto &[left, right] : rows)
        text += "  "_L1 + left.leftJustified(width + 2) + right + u'\n';
    return text;
}

QString verbTable()
{
    QList<std::pair<QString, QString>> rows;
    for (const Verb verb : allVerbs())
        rows.append({nameOf(verb), summaryOf(verb)});
    return table(rows);
}

QString optionTable(Verb verb)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option &option : allOptions()) {
        if (!option.verbs.testFlag(verb))
            continue;
        const QString left =
            option.takesValue() ? option.spelled() + u' ' + option.valueName : option.spelled();
        rows.append({left, descriptionOf(option)});
    }
    return table(rows);
}

} // namespace

QString summaryOf(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return Words::tr("Opens the window, filled from the fields given.");
    case Verb::Connect:
        return Words::tr(
            "Creates a link, shows its flow and prints the integration that comes of it.");
    case Verb::CreateLink:
        return Words::tr("Creates a link and prints it.");
    case Verb::Resolve:
        return Words::tr("Prints the integration that an activation token stands for.");
    case Verb::CheckKey:
        return Words::tr("Checks the API key and prints the ID of its environment.");
    case Verb::Tools:
        return Words::tr("Lists the tools of a category that are switched on in the environment.");
    case Verb::Integration:
        return Words::tr("Prints what Kombo knows about an integration.");
    case Verb::Relink:
        return Words::tr("Creates a link by which the client renews the credentials.");
    case Verb::SetupLink:
        return Words::tr("Creates a link into the setup flow of an integration.");
    case Verb::Enable:
        return Words::tr("Switches an integration on.");
    case Verb::Disable:
        return Words::tr("Switches an integration off; credentials and settings stay.");
    case Verb::Sync:
        return Words::tr("Starts a sync now.");
    case Verb::Delete:
        return Words::tr("Deletes an integration for good.");
    case Verb::Fields:
        return Words::tr("Lists the fields of an integration and what they are mapped to.");
    case Verb::MapField:
        return Words::tr("Maps a custom field to a field of the tool, or removes the mapping.");
    case Verb::Passthrough:
        return Words::tr("Switches the pass-through of a field on or off.");
    case Verb::Batch:
        return Words::tr("Creates a link for each row of a table and writes them into another.");
    case Verb::History:
        return Words::tr("Lists what was done with this program: links, flows, outcomes.");
    case Verb::Backup:
        return Words::tr("Saves a copy of the history.");
    case Verb::Restore:
        return Words::tr("Puts a saved copy in the place of the history, which is kept aside.");
    case Verb::Forget:
        return Words::tr("Erases everything that the history knows about a person or client.");
    case Verb::Practice:
        return Words::tr(
            "Runs the practice server until it is stopped; prints its base URL and key.");
    case Verb::Completions:
        return Words::tr("Prints a script by which a shell completes verbs and options.");
    }
    Q_UNREACHABLE();
}

QString descriptionOf(const Option &option)
{
    return Words::tr(option.description);
}

QString helpText(Verb verb)
{
    QString text = Words::tr("Usage: %1").arg(usage(verb)) + "\n\n"_L1 + summaryOf(verb) + u'\n';
    if (verb == Verb::Window) {
        text += u'\n' + Words::tr("Verbs:") + u'\n' + verbTable() + u'\n'
            + Words::tr("“connect-desk VERB --help” tells more about one.") + u'\n';
    }
    return text + u'\n' + Words::tr("Options:") + u'\n' + optionTable(verb) + u'\n'
        + Words::tr("Examples:") + u'\n' + exampleLines(verb);
}

} // namespace desk
