// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "copycurl.h"

#include "exchangetext.h"
#include "scriptliteral.h"

#include "core/redactor.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::CopyCurl {

namespace {

struct Option {
    QString name;
    QString value;
};

// A zero character ends every argument and every line of a configuration.
std::optional<QString> bodyText(const RepeatableRequest &request)
{
    return request.body.contains('\0') ? std::nullopt : exactText(request.body);
}

// What curl would add, and the record does not know of.
QList<Option> silencedDefaults(const RepeatableRequest &request, bool sendsBody)
{
    QList<Option> options;
    for (const QLatin1StringView name : {"Accept"_L1, "User-Agent"_L1}) {
        if (!request.hasHeader(name))
            options.append({u"header"_s, name + u':'});
    }
    if (!sendsBody)
        return options;
    if (!request.hasHeader("Content-Type"_L1))
        options.append({u"header"_s, u"Content-Type:"_s});
    options.append({u"header"_s, u"Expect:"_s});
    return options;
}

Option headerOption(const QPair<QString, QString> &header)
{
    const auto &[name, value] = header;
    // curl takes "Name:" for the wish to send no such header.
    return {u"header"_s, value.isEmpty() ? name + u';' : name + u": "_s + value};
}

// Everything but the URL and the key.
QList<Option> options(const RepeatableRequest &request)
{
    const QString body = bodyText(request).value_or(QString());
    const bool sendsBody = !body.isEmpty() || request.hasBodyAlways();
    QList<Option> options;
    if (request.method != "HEAD"_L1)
        options.append({u"request"_s, request.method});
    for (const auto &header : request.headers)
        options.append(headerOption(header));
    options += silencedDefaults(request, sendsBody);
    // An @ at the beginning of --data-binary would name a file whose content is sent.
    if (sendsBody)
        options.append({body.startsWith(u'@') ? u"data-raw"_s : u"data-binary"_s, body});
    return options;
}

QStringList switches(const RepeatableRequest &request)
{
    // The client speaks HTTP/1.1 only; brackets, braces and dots of the URL are meant as they are.
    QStringList switches{u"--globoff"_s, u"--path-as-is"_s, u"--http1.1"_s};
    if (request.hasHeader("Accept-Encoding"_L1))
        switches.append(u"--compressed"_s);
    if (request.method == "HEAD"_L1)
        switches.append(u"--head"_s);
    return switches;
}

QStringList notes(const RepeatableRequest &request)
{
    QStringList notes;
    if (request.lacksSecret)
        notes.append(Redactor::mask + u" stands where a secret was taken out"_s);
    if (!bodyText(request))
        notes.append(u"the body is not text and was left out"_s);
    return notes;
}

// Sets "header" from the key, whatever characters that holds.
constexpr auto posixKeyLine =
    R"sh(printf 'header = "Authorization: Bearer %s"\n' )sh"
    R"sh("$(printf %s "$CONNECT_DESK_API_KEY" | sed 's/["\\]/\\&/g')")sh"_L1;

QString posixUrlLine(const QStringList &url)
{
    QString format = u"url = \""_s;
    QString arguments;
    for (qsizetype i = 0; i < url.size(); ++i) {
        format += i == 0 ? u"%s"_s : u"%s%s"_s;
        if (i > 0)
            arguments += u" \"$"_s + tokenVariable + u'"';
        arguments += u' ' + ScriptLiteral::posix(ScriptLiteral::curlConfigInner(url.at(i)));
    }
    return u"printf "_s + ScriptLiteral::posix(format + u"\"\\n"_s) + arguments;
}

// What reaches curl on standard input; empty if nothing has to.
QStringList posixInput(const RepeatableRequest &request)
{
    QStringList lines;
    if (request.hasKey)
        lines.append(posixKeyLine);
    if (request.hasToken())
        lines.append(posixUrlLine(request.url));
    return lines;
}

QString posixPreamble(const RepeatableRequest &request)
{
    QString text;
    const QStringList all = notes(request);
    for (const QString &note : all)
        text += u": "_s + ScriptLiteral::posix(note) + u" &&\n"_s;
    if (request.hasKey)
        text += u": \"${"_s + apiKeyVariable + u":?has to hold the API key}\" &&\n"_s;
    if (request.hasToken())
        text += u": \"${"_s + tokenVariable + u":?has to hold the token, percent-encoded}\" &&\n"_s;
    return text;
}

QString powerShellGuard(QLatin1StringView variable)
{
    return u"    if (-not $env:"_s + variable + u") { throw '"_s + variable + u" is not set' }\n"_s;
}

QString configLine(const Option &option)
{
    return option.name + u" = "_s + ScriptLiteral::curlConfig(option.value);
}

QString powerShellUrlLine(const QStringList &url)
{
    QStringList literals;
    for (qsizetype i = 0; i < url.size(); ++i) {
        QString piece = ScriptLiteral::curlConfigInner(url.at(i));
        if (i == 0)
            piece.prepend(uR"(url = ")"_s);
        if (i == url.size() - 1)
            piece.append(u'"');
        literals.append(ScriptLiteral::powerShell(piece));
    }
    return literals.join(u" + [uri]::EscapeDataString($env:"_s + tokenVariable + u") + "_s);
}

QStringList powerShellInput(const RepeatableRequest &request)
{
    // On a UTF-8 console version 5 begins with a byte order mark, which may spoil this line only.
    QStringList lines{u"'#'"_s};
    const QList<Option> all = options(request);
    for (const Option &option : all)
        lines.append(ScriptLiteral::powerShell(configLine(option)));
    if (request.hasKey) {
        lines.append(u"'header = \"Authorization: Bearer ' + $env:"_s + apiKeyVariable
            + uR"(.Replace('\', '\\').Replace('"', '\"') + '"')"_s);
    }
    lines.append(powerShellUrlLine(request.url));
    return lines;
}

constexpr auto powerShellReason =
    "# curl.exe reads everything but its switches from standard input. Arguments with quotation\n"
    "# marks arrive differently from Windows PowerShell 5 and from PowerShell 7, and are public;\n"
    "# Invoke-RestMethod of version 5 changes %2F in a path and adds headers of its own.\n"_L1;

} // namespace

QString posix(const RepeatableRequest &request)
{
    const QStringList input = posixInput(request);
    QString text = posixPreamble(request);
    if (input.size() == 1)
        text += input.first() + u" |\n"_s;
    else if (!input.isEmpty())
        text += u"{\n  "_s + input.join("\n  "_L1) + u"\n} |\n"_s;
    text += u"curl "_s + switches(request).join(u' ');
    if (!input.isEmpty())
        text += " --config -"_L1;
    const QList<Option> all = options(request);
    for (const Option &option : all)
        text += u" \\\n  --"_s + option.name + u' ' + ScriptLiteral::posix(option.value);
    if (!request.hasToken())
        text += u" \\\n  --url "_s + ScriptLiteral::posix(request.url.first());
    return text + u'\n';
}

QString powerShell(const RepeatableRequest &request)
{
    QString text = powerShellReason;
    const QStringList remarks = notes(request);
    for (const QString &note : remarks)
        text += u"# "_s + note + u'\n';
    text += "& {\n"_L1;
    if (request.hasKey)
        text += powerShellGuard(apiKeyVariable);
    if (request.hasToken())
        text += powerShellGuard(tokenVariable);
    // Version 5 would send question marks for everything beyond ASCII.
    text += "    $OutputEncoding = New-Object System.Text.UTF8Encoding $false\n    @(\n"_L1;
    const QStringList input = powerShellInput(request);
    for (const QString &line : input)
        text += u"        "_s + line + u'\n';
    return text + u"    ) | curl.exe "_s + switches(request).join(u' ') + u" --config -\n}\n"_s;
}

} // namespace desk::CopyCurl
