// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencereport.h"

#include "core/harmlesstext.h"
#include "export/exchangetext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::EvidenceReport {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::EvidenceReport)
};

constexpr qsizetype longestCell = 2000;
constexpr qsizetype longestBody = 20000;

const QLatin1StringView style(R"(
:root { color-scheme: light dark; --ink: #1c2333; --muted: #5b6478; --line: #d9dde6; --ground: #ffffff;
  --soft: #f4f6f9; --good: #17683a; --warn: #8a5200; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9f0; --muted: #a0a9bb; --line: #363d4b;
  --ground: #171b23; --soft: #202631; --good: #6fd39a; --warn: #f0b45c; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 4rem; background: var(--ground);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
p { margin: .3rem 0; } .muted { color: var(--muted); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--muted); font-weight: 500; }
.facts th { width: 16rem; } .time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.kind { white-space: nowrap; color: var(--muted); }
.success { color: var(--good); } .warning { color: var(--warn); } .error { color: var(--bad); }
.outcome { font-weight: 600; }
details { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; padding: .5rem .8rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
h3 { font-size: .95rem; margin: .8rem 0 .3rem; color: var(--muted); font-weight: 500; }
pre { margin: 0; padding: .6rem .8rem; background: var(--soft); border-radius: 6px; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, monospace; }
figure { margin: 1rem 0; } figcaption { color: var(--muted); }
img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
@media print { details { break-inside: avoid; } body { max-width: none; } }
)");

QString escaped(const QString &text)
{
    return harmlessText(text, longestCell).toHtmlEscaped();
}

QString policy()
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(style.data(), style.size()), QCryptographicHash::Sha256)
            .toBase64();
    return u"default-src 'none'; img-src data:; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s
        .arg(QString::fromLatin1(hash));
}

QString factRow(const QString &name, const QString &value, QLatin1StringView look = {})
{
    const QString cell = look.isEmpty() ? u"<td>"_s : u"<td class=\""_s + look + u"\">"_s;
    return u"<tr><th scope=\"row\">"_s + escaped(name) + u"</th>"_s + cell + escaped(value)
        + u"</td></tr>\n"_s;
}

QString section(const QString &title, const QString &content)
{
    return u"<section>\n<h2>"_s + escaped(title) + u"</h2>\n"_s + content + u"</section>\n"_s;
}

QString facts(const QString &rows)
{
    return u"<table class=\"facts\"><tbody>\n"_s + rows + u"</tbody></table>\n"_s;
}

QString valueText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    return value.toVariant().toString();
}

QString objectRows(const QJsonObject &object)
{
    QString rows;
    for (auto each = object.begin(); each != object.end(); ++each)
        rows += factRow(each.key(), valueText(each.value()));
    return rows;
}

QLatin1StringView lookOf(ConnectSession::Outcome outcome)
{
    using Outcome = ConnectSession::Outcome;
    switch (outcome) {
    case Outcome::Connected:
    case Outcome::LinkCreated:
        return "outcome success"_L1;
    case Outcome::Failed:
        return "outcome error"_L1;
    case Outcome::Pending:
        return "outcome"_L1;
    default:
        return "outcome warning"_L1;
    }
}

QString timeRow(const QString &name, const std::optional<std::chrono::milliseconds> &time)
{
    //: %1 is a number of milliseconds
    return time ? factRow(name, Words::tr("%1 ms").arg(time->count())) : QString();
}

QString summary(const EvidenceInput &input, const EvidenceWords &words)
{
    const auto kind = input.order ? input.order->kind() : LinkOrder::Kind::Connection;
    QString rows =
        factRow(Words::tr("Outcome"), words.outcome(input.outcome, kind), lookOf(input.outcome));
    rows += factRow(Words::tr("Profile"), input.profile.name);
    rows += factRow(Words::tr("Environment"), words.profileKind(input.profile.kind));
    rows += factRow(Words::tr("API host"), input.apiHost);
    rows += timeRow(Words::tr("Link made in"), input.timing.createLink);
    rows += timeRow(Words::tr("Flow loaded in"), input.timing.load);
    rows += timeRow(Words::tr("Flow open for"), input.timing.flow);
    rows += timeRow(Words::tr("Resolved in"), input.timing.resolve);
    rows += timeRow(Words::tr("All in all"), input.timing.total);
    return facts(rows);
}

QString timelineRow(const TimelineEntry &entry, const TimelineWords &words)
{
    QString text = words.sentence(entry);
    if (entry.count > 1)
        text += u" ×"_s + QString::number(entry.count);
    return u"<tr><td class=\"time\">"_s + escaped(sinceStartText(entry.sinceStart))
        + u"</td><td class=\"time\">"_s + escaped(entry.at.toUTC().toString(u"HH:mm:ss.zzz"_s))
        + u"</td><td class=\"kind\">"_s + escaped(words.groupName(entry.group))
        + u"</td><td class=\""_s + wireName(entry.severity) + u"\">"_s + escaped(text)
        + u"</td></tr>\n"_s;
}

QString headCell(const QString &text)
{
    return u"<th scope=\"col\">"_s + escaped(text) + u"</th>"_s;
}

QString timeline(const TimelineDocument &document, const TimelineWords &words)
{
    if (document.entries.isEmpty())
        return u"<p class=\"muted\">"_s + escaped(Words::tr("Nothing has happened.")) + u"</p>\n"_s;
    QString rows;
    for (const TimelineEntry &entry : document.entries)
        rows += timelineRow(entry, words);
    QString table = u"<table><thead><tr>"_s + headCell(Words::tr("Elapsed"))
        + headCell(Words::tr("Time (UTC)")) + headCell(Words::tr("Kind"))
        + headCell(Words::tr("What happened")) + u"</tr></thead><tbody>\n"_s + rows
        + u"</tbody></table>\n"_s;
    if (document.dropped > 0) {
        table += u"<p class=\"muted\">"_s
            + escaped(Words::tr("Older entries that were dropped: %1").arg(document.dropped))
            + u"</p>\n"_s;
    }
    return table;
}

QString block(const QString &title, const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<h3>"_s + escaped(title) + u"</h3>\n<pre>"_s
        + harmlessLines(text, longestBody).toHtmlEscaped() + u"</pre>\n"_s;
}

QString headersText(const HttpHeaders &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers)
        lines.append(headerText(name) + u": "_s + headerText(value));
    return lines.join(u'\n');
}

QString bodyText(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isNull())
        return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    return QString::fromUtf8(body);
}

QString exchangeBlock(const Exchange &exchange)
{
    const QString status = exchange.status == 0 ? u"–"_s : QString::number(exchange.status);
    const QString title = QString::fromLatin1(exchange.method) + u' ' + exchange.url + u" → "_s
        + status + u", "_s + QString::number(exchange.timings.done.count()) + u" ms"_s;
    return u"<details><summary>"_s + escaped(title) + u"</summary>\n"_s
        + block(Words::tr("Problem"), exchange.problem)
        + block(Words::tr("Request headers"), headersText(exchange.requestHeaders))
        + block(Words::tr("Request body"), bodyText(exchange.requestBody))
        + block(Words::tr("Response headers"), headersText(exchange.responseHeaders))
        + block(Words::tr("Response body"), bodyText(exchange.responseBody)) + u"</details>\n"_s;
}

QString exchanges(const QList<Exchange> &all)
{
    if (all.isEmpty())
        return u"<p class=\"muted\">"_s + escaped(Words::tr("No request was recorded."))
            + u"</p>\n"_s;
    QString blocks;
    for (const Exchange &exchange : all)
        blocks += exchangeBlock(exchange);
    return blocks;
}

QString pictures(const Content &content)
{
    const qsizetype leftOut = content.input->pictures.size() - content.pictures.size();
    if (leftOut > 0) {
        //: %1 is a number of screenshots
        const QString text =
            Words::tr("Left out, since pictures show personal data: %1").arg(leftOut);
        return section(
            Words::tr("Screenshots"), u"<p class=\"muted\">"_s + escaped(text) + u"</p>\n"_s);
    }
    QString figures;
    for (const Picture &picture : content.pictures) {
        figures += u"<figure><img alt=\""_s + escaped(picture.name)
            + u"\" src=\"data:image/png;base64,"_s + QString::fromLatin1(picture.png.toBase64())
            + u"\"><figcaption>"_s + escaped(picture.name) + u"</figcaption></figure>\n"_s;
    }
    return figures.isEmpty() ? QString() : section(Words::tr("Screenshots"), figures);
}

QString head()
{
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\""_s
        + policy().toHtmlEscaped()
        + u"\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + escaped(Words::tr("Evidence of a connect session")) + u"</title>\n<style>"_s + style
        + u"</style>\n</head>\n<body>\n"_s;
}

QString introduction(const Content &content)
{
    const QString secrets = Words::tr("Keys, links and tokens were taken out.");
    const QString mask = content.isMasked
        ? Words::tr("Personal data was masked: the same name stands for the same value.")
        : Words::tr("Personal data is in here: hand it on with care.");
    return u"<header>\n<h1>"_s + escaped(Words::tr("Evidence of a connect session"))
        + u"</h1>\n<p class=\"muted\">"_s
        + escaped(content.input->madeAt.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s))
        + u"</p>\n<p>"_s + escaped(secrets + u' ' + mask) + u"</p>\n</header>\n"_s;
}

} // namespace

QByteArray html(const Content &content, const EvidenceWords &words)
{
    const EvidenceInput &input = *content.input;
    QString page = head() + introduction(content);
    page += section(Words::tr("Session"), summary(input, words));
    if (!content.integration.isEmpty())
        page += section(Words::tr("Integration"), facts(objectRows(content.integration)));
    if (!content.parameters.isEmpty())
        page += section(Words::tr("Parameters of the link"), facts(objectRows(content.parameters)));
    page += section(Words::tr("Timeline"), timeline(input.timeline, words.timeline));
    page += section(Words::tr("Requests"), exchanges(input.exchanges));
    page += pictures(content);
    QString rows;
    for (const EvidenceFact &fact : input.facts)
        rows += factRow(fact.name, fact.value);
    if (!rows.isEmpty())
        page += section(Words::tr("Versions and conditions"), facts(rows));
    return (page + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace desk::EvidenceReport
