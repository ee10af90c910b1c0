// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pasttimeline.h"

#include "api/jsonreader.h"
#include "core/harmlesstext.h"
#include "timeline/sessiontimeline.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Severity = TimelineEntry::Severity;

constexpr qsizetype mostBytes = qsizetype{16} * 1024 * 1024;
constexpr qsizetype longestSentence = 400;
constexpr int knownVersion = 1;

TimelineEntry::Group groupFrom(const QString &name)
{
    const QList<TimelineEntry::Group> all = allTimelineGroups();
    const auto group = std::find_if(all.cbegin(), all.cend(),
        [&name](TimelineEntry::Group known) { return wireName(known) == name; });
    return group == all.cend() ? TimelineEntry::Group::Page : *group;
}

Severity severityFrom(const QString &name)
{
    for (const Severity known :
        {Severity::Detail, Severity::Success, Severity::Warning, Severity::Error}) {
        if (wireName(known) == name)
            return known;
    }
    return Severity::Information;
}

PastTimelineEntry entryFrom(JsonReader &reader)
{
    PastTimelineEntry entry;
    entry.at = QDateTime::fromString(reader.text("at"_L1), Qt::ISODateWithMs).toUTC();
    const QJsonObject &object = reader.whole();
    entry.sinceStart =
        std::chrono::milliseconds(std::max<qint64>(object.value("ms"_L1).toInteger(), 0));
    entry.group = groupFrom(reader.textOrNothing("group"_L1));
    entry.severity = severityFrom(reader.textOrNothing("severity"_L1));
    entry.sentence = harmlessText(reader.text("sentence"_L1), longestSentence);
    entry.count = static_cast<int>(std::clamp<qint64>(
        object.value("count"_L1).toInteger(1), 1, std::numeric_limits<int>::max()));
    return entry;
}

} // namespace

Result<PastTimeline, QString> pastTimelineFromJson(const QByteArray &json)
{
    if (json.size() > mostBytes)
        return Unexpected{u"more than %1 bytes"_s.arg(mostBytes)};
    auto root = parseJsonObject(json);
    if (!root)
        return Unexpected{root.error()};
    JsonReader reader(std::move(root).value(), {});
    if (reader.text("format"_L1) != "connect-desk-timeline"_L1)
        return Unexpected{u"format: not a timeline"_s};
    if (reader.whole().value("version"_L1).toInteger() > knownVersion)
        return Unexpected{u"version: later than %1"_s.arg(knownVersion)};
    PastTimeline timeline;
    timeline.dropped = std::max<qint64>(reader.whole().value("dropped"_L1).toInteger(), 0);
    QList<JsonReader> entries = reader.list("entries"_L1);
    if (entries.size() > SessionTimeline::maximumCount)
        return Unexpected{u"entries: more than %1"_s.arg(SessionTimeline::maximumCount)};
    for (JsonReader &entry : entries)
        timeline.entries.append(entryFrom(entry));
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return timeline;
}

} // namespace desk
