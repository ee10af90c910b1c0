// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pagereport.h"

#include "core/tokencheck.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;

// The gate counts at most fifty different ones and "others".
constexpr qsizetype mostEntries = 64;
constexpr qsizetype longestType = 64;
constexpr qsizetype longestOrigin = 256;
constexpr int highestCount = 1'000'000;

struct Reason {
    QLatin1StringView code;
    Kind kind;
    QLatin1StringView words;
};

constexpr std::array<Reason, 13> reasons{{
    {"untrusted"_L1, Kind::MessageDropped, "made by a script, not by a frame"_L1},
    {"otherSource"_L1, Kind::MessageDropped, "not from the flow's frame"_L1},
    {"otherOrigin"_L1, Kind::MessageDropped, "not from the link's origin"_L1},
    {"notAnObject"_L1, Kind::MessageDropped, "not an object"_L1},
    {"noType"_L1, Kind::MessageDropped, "no type"_L1},
    {"noData"_L1, Kind::MessageDropped, "success without data"_L1},
    {"noToken"_L1, Kind::MessageDropped, "success without a token"_L1},
    {"tokenTooLong"_L1, Kind::MessageDropped, "token too long"_L1},
    {"tokenCharacters"_L1, Kind::MessageDropped, "token empty or with characters no token has"_L1},
    {"unknownType"_L1, Kind::MessageIgnored, "unknown type"_L1},
    {"afterTheEnd"_L1, Kind::MessageIgnored, "after the end of the flow"_L1},
    {"others"_L1, Kind::MessageDropped, "many different others"_L1},
    {""_L1, Kind::MessageDropped, "unknown reason"_L1},
}};

const Reason &reasonFor(const QString &code)
{
    const auto known = std::find_if(reasons.cbegin(), reasons.cend(),
        [&code](const Reason &reason) { return code == reason.code; });
    return known == reasons.cend() ? reasons.back() : *known;
}

QString printable(const QString &text, qsizetype longest)
{
    QString result = text.left(longest);
    std::replace_if(
        result.begin(), result.end(), [](QChar character) { return !character.isPrint(); }, u'?');
    return result;
}

FlowNote noteFor(const QJsonObject &entry)
{
    const Reason &reason = reasonFor(entry["reason"_L1].toString());
    const QString type = printable(entry["type"_L1].toString(), longestType);
    const QString origin = printable(entry["origin"_L1].toString(), longestOrigin);
    const int count = std::clamp(entry["count"_L1].toInt(1), 1, highestCount);
    if (reason.kind == Kind::MessageIgnored && !type.isEmpty())
        return {reason.kind, type, count};
    QString text = QString(reason.words);
    if (!origin.isEmpty())
        text += u", from "_s + origin;
    if (!type.isEmpty())
        text += u", type "_s + type;
    return {reason.kind, text, count};
}

NotesReport notesFor(const QJsonArray &entries)
{
    NotesReport report;
    for (qsizetype i = 0; i < std::min(entries.size(), mostEntries); ++i)
        report.notes.append(noteFor(entries.at(i).toObject()));
    return report;
}

PageReport dropped(const QString &why)
{
    return NotesReport{{{Kind::MessageDropped, why, 1}}};
}

PageReport endingFor(const QString &kind, const QJsonObject &report, const QString &origin)
{
    if (report["origin"_L1].toString() != origin)
        return dropped(u"not from the link's origin"_s);
    if (kind == "close"_L1)
        return CloseReport{};
    const QString token = report["token"_L1].toString();
    if (!isSaneToken(token))
        return dropped(u"success without a usable token"_s);
    return TokenReport{Secret(token)};
}

} // namespace

PageReport readPageReport(const QJsonObject &report, const ReportExpectation &expected)
{
    if (expected.load.isEmpty() || report["load"_L1].toString() != expected.load)
        return NoReport{};
    const QString kind = report["kind"_L1].toString();
    if (kind == "alive"_L1)
        return AliveReport{};
    if (kind == "missing"_L1)
        return MissingReport{};
    if (kind == "counts"_L1)
        return notesFor(report["entries"_L1].toArray());
    if (kind == "success"_L1 || kind == "close"_L1)
        return endingFor(kind, report, expected.origin);
    if (kind == "libraryError"_L1)
        return LibraryReport{printable(report["name"_L1].toString(), longestType)};
    return NoReport{};
}

} // namespace desk
