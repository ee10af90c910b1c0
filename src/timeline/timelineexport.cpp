// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timelineexport.h"

#include "sessiontimeline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr QLatin1StringView formatName("connect-desk-timeline");
constexpr int version = 1;

QString exactTime(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject entryObject(const TimelineEntry &entry, const TimelineWords &words)
{
    return {
        {u"number"_s, qint64(entry.number)},
        {u"at"_s, exactTime(entry.at)},
        {u"ms"_s, qint64{entry.sinceStart.count()}},
        {u"group"_s, wireName(entry.group)},
        {u"kind"_s, wireName(entry.source)},
        {u"severity"_s, wireName(entry.severity)},
        {u"text"_s, entry.text},
        {u"count"_s, entry.count},
        {u"sentence"_s, words.sentence(entry)},
    };
}

QString countedSentence(const TimelineEntry &entry, const TimelineWords &words)
{
    const QString sentence = words.sentence(entry);
    return entry.count > 1 ? sentence + u" ×"_s + QString::number(entry.count) : sentence;
}

qsizetype longestRunOfBackticks(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar character : text) {
        run = character == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// A code span: in there nothing is a link, a mention or markup. Readers of tables do not agree on
// what a backslash before a bar means, so a bar stands as its twin.
QString codeSpan(QString text)
{
    text.replace(u'|', u'│');
    if (text.isEmpty())
        return text;
    const QString fence(longestRunOfBackticks(text) + 1, u'`');
    const bool needsRoom = text.startsWith(u'`') || text.endsWith(u'`');
    return needsRoom ? fence + u' ' + text + u' ' + fence : fence + text + fence;
}

} // namespace

TimelineDocument TimelineDocument::of(const SessionTimeline &timeline)
{
    return {timeline.startedAt(), timeline.dropped(), timeline.entries()};
}

QByteArray timelineJson(const TimelineDocument &document, const TimelineWords &words)
{
    QJsonArray entries;
    for (const TimelineEntry &entry : document.entries)
        entries.append(entryObject(entry, words));
    const QJsonObject root{
        {u"format"_s, QString(formatName)},
        {u"version"_s, version},
        {u"started_at"_s, exactTime(document.startedAt)},
        {u"dropped"_s, document.dropped},
        {u"entries"_s, entries},
    };
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QByteArray timelineMarkdown(const TimelineDocument &document, const TimelineWords &words)
{
    QString text = u"| # | Time (UTC) | Elapsed | Kind | What happened |\n"
                   "| ---: | --- | ---: | --- | --- |\n"_s;
    for (const TimelineEntry &entry : document.entries) {
        const QStringList cells{QString::number(entry.number),
            entry.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s),
            sinceStartText(entry.sinceStart), words.groupName(entry.group),
            codeSpan(countedSentence(entry, words))};
        text += u"| "_s + cells.join(" | "_L1) + u" |\n"_s;
    }
    if (document.dropped > 0)
        text += u"\nDropped entries: %1\n"_s.arg(document.dropped);
    return text.toUtf8();
}

QString timelineText(const QList<TimelineEntry> &entries, const TimelineWords &words)
{
    QStringList lines;
    for (const TimelineEntry &entry : entries) {
        const QStringList cells{exactTime(entry.at), sinceStartText(entry.sinceStart),
            words.groupName(entry.group), countedSentence(entry, words)};
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString clockText(const QDateTime &at)
{
    return at.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

QString sinceStartText(std::chrono::milliseconds sinceStart)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(sinceStart);
    const qint64 minutes = (sinceStart - hours) / 1min;
    const qint64 seconds = sinceStart % 1min / 1s;
    const qint64 rest = sinceStart % 1s / 1ms;
    const QString end = u"%1.%2"_s.arg(seconds, 2, 10, QChar(u'0')).arg(rest, 3, 10, QChar(u'0'));
    if (hours.count() == 0)
        return u"+%1:%2"_s.arg(minutes).arg(end);
    return u"+%1:%2:%3"_s.arg(hours.count()).arg(minutes, 2, 10, QChar(u'0')).arg(end);
}

} // namespace desk
