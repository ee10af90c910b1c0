// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "toolwording.h"

#include "timewording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::ToolWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ToolWording)
};

constexpr qsizetype longestQuote = 60;

// A whole page may have been pasted into the field.
QString quoted(const QString &text)
{
    return text.size() <= longestQuote ? text : text.left(longestQuote) + u'…';
}

} // namespace

QString listAge(qsizetype count, const QDateTime &fetchedAt, const QDateTime &now)
{
    //: %1 is a time such as "5 min ago": when the list was asked for
    return Words::tr("%n tool(s), read %1", nullptr, static_cast<int>(count))
        .arg(TimeWording::ago(fetchedAt, now));
}

QString coverage(const QString &status)
{
    if (status == "SUPPORTED"_L1)
        return Words::tr("Supported");
    if (status == "UNSUPPORTED"_L1)
        return Words::tr("Not in this tool");
    if (status == "NOT_IMPLEMENTED"_L1)
        //: The tool has it, but Kombo does not read or write it
        return Words::tr("Not in Kombo");
    if (status == "UNKNOWN"_L1)
        return Words::tr("Not known");
    if (status.isEmpty())
        return Words::tr("Not stated");
    return quoted(status.simplified());
}

QString coverageMeaning(const QString &status)
{
    if (status == "SUPPORTED"_L1)
        return Words::tr("It can be used.");
    if (status == "UNSUPPORTED"_L1)
        return Words::tr("The tool does not offer it.");
    if (status == "NOT_IMPLEMENTED"_L1)
        return Words::tr("The tool offers it, but Kombo does not use it.");
    if (status == "UNKNOWN"_L1)
        return Words::tr("Nobody knows yet whether the tool offers it.");
    return {};
}

QString fieldCount(const Coverage &group)
{
    if (group.fields.isEmpty())
        return {};
    const auto supported = std::count_if(group.fields.cbegin(), group.fields.cend(),
        [](const Coverage &field) { return field.status == "SUPPORTED"_L1; });
    //: %1 is how many of all the fields are supported, such as "12 of 24 fields"
    return Words::tr("%1 of %n field(s)", nullptr, static_cast<int>(group.fields.size()))
        .arg(supported);
}

QString notInList(const QString &text)
{
    //: %1 is what was typed
    return Words::tr("The list has no tool “%1”. It will be sent as typed.").arg(quoted(text));
}

QString noListToCompare()
{
    return Words::tr("There is no list to compare it with. It will be sent as typed.");
}

QString sharedLabel(const QString &label, qsizetype count)
{
    //: %1 is a name that several tools share, %n how many of them (2 or more)
    return Words::tr("%n tools are called %1. Choose one of them from the list.", nullptr,
        static_cast<int>(count))
        .arg(quoted(label));
}

QString identity(const QString &secondLine, const QString &toolId)
{
    if (secondLine.isEmpty() || secondLine == toolId)
        return toolId;
    //: %1 is what staff call a variant of a tool, %2 the tool's ID
    return Words::tr("%1 · %2").arg(secondLine, toolId);
}

QString opensInBrowser(const QUrl &url)
{
    // In ASCII: letters of another script may look just like those of a known host.
    const QString host = url.port() < 0
        ? url.host(QUrl::FullyEncoded)
        : u"%1:%2"_s.arg(url.host(QUrl::FullyEncoded), QString::number(url.port()));
    //: %1 is a host, such as help.kombo.dev
    return Words::tr("Opens %1 in the browser").arg(host);
}

} // namespace desk::ToolWording
