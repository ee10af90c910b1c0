// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timelineentry.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Group = TimelineEntry::Group;
using Severity = TimelineEntry::Severity;

template <typename Kind> struct Traits {
    Kind kind;
    Group group;
    Severity severity;
};

using Event = SessionEvent::Kind;
using Note = FlowNote::Kind;

constexpr std::array events{
    Traits<Event>{Event::LinkRequested, Group::Request, Severity::Information},
    Traits<Event>{Event::LinkCreated, Group::Link, Severity::Success},
    Traits<Event>{Event::LinkRefused, Group::Link, Severity::Error},
    Traits<Event>{Event::LinkFailed, Group::Request, Severity::Error},
    Traits<Event>{Event::Waiting, Group::Request, Severity::Warning},
    Traits<Event>{Event::FlowOpening, Group::Flow, Severity::Information},
    Traits<Event>{Event::FlowOpened, Group::Flow, Severity::Information},
    Traits<Event>{Event::FlowReloaded, Group::Flow, Severity::Information},
    Traits<Event>{Event::FlowStopped, Group::Flow, Severity::Error},
    Traits<Event>{Event::ClosedByEndUser, Group::Flow, Severity::Warning},
    Traits<Event>{Event::TokenReceived, Group::Token, Severity::Success},
    Traits<Event>{Event::TokenPasted, Group::Token, Severity::Success},
    Traits<Event>{Event::ResolveStarted, Group::Resolve, Severity::Information},
    Traits<Event>{Event::ResolveFailed, Group::Resolve, Severity::Error},
    Traits<Event>{Event::ResolveCancelled, Group::Resolve, Severity::Warning},
    Traits<Event>{Event::Resolved, Group::Resolve, Severity::Success},
    Traits<Event>{Event::LinkExpiresSoon, Group::Link, Severity::Warning},
    Traits<Event>{Event::LinkExpired, Group::Link, Severity::Error},
    Traits<Event>{Event::ViewChanged, Group::View, Severity::Information},
    Traits<Event>{Event::Ended, Group::End, Severity::Warning}, // see severityOf()
    Traits<Event>{Event::Acknowledged, Group::End, Severity::Information},
};

constexpr std::array notes{
    Traits<Note>{Note::FrameLoaded, Group::Flow, Severity::Information},
    Traits<Note>{Note::Navigation, Group::Navigation, Severity::Information},
    Traits<Note>{Note::NavigationBlocked, Group::Navigation, Severity::Warning},
    Traits<Note>{Note::TopNavigationBlocked, Group::Navigation, Severity::Warning},
    Traits<Note>{Note::LoadFailed, Group::LoadFailure, Severity::Error},
    Traits<Note>{Note::Message, Group::Message, Severity::Information},
    Traits<Note>{Note::MessageDropped, Group::Message, Severity::Warning},
    Traits<Note>{Note::MessageIgnored, Group::Message, Severity::Detail},
    Traits<Note>{Note::PopupOpened, Group::PopUp, Severity::Information},
    Traits<Note>{Note::PopupClosed, Group::PopUp, Severity::Information},
    Traits<Note>{Note::LinkOpened, Group::Navigation, Severity::Information},
    Traits<Note>{Note::EmbeddingRefused, Group::Page, Severity::Warning},
    Traits<Note>{Note::DownloadOffered, Group::Page, Severity::Information},
    Traits<Note>{Note::DownloadSaved, Group::Page, Severity::Information},
    Traits<Note>{Note::DownloadRefused, Group::Page, Severity::Warning},
    Traits<Note>{Note::FileChosen, Group::Page, Severity::Information},
    Traits<Note>{Note::Printed, Group::Page, Severity::Information},
    Traits<Note>{Note::FullScreen, Group::Page, Severity::Detail},
    Traits<Note>{Note::SignInRefused, Group::Page, Severity::Warning},
    Traits<Note>{Note::PermissionRefused, Group::Page, Severity::Warning},
    Traits<Note>{Note::DialogRefused, Group::Page, Severity::Warning},
    Traits<Note>{Note::CertificateRefused, Group::LoadFailure, Severity::Error},
    Traits<Note>{Note::Console, Group::Console, Severity::Warning},
    Traits<Note>{Note::PageHung, Group::Flow, Severity::Error},
    Traits<Note>{Note::PageRecovered, Group::Flow, Severity::Information},
    Traits<Note>{Note::BrowserPage, Group::Flow, Severity::Information},
};

struct Looks {
    Group group = Group::Page;
    Severity severity = Severity::Information;
};

template <typename Table, typename Kind> Looks looksIn(const Table &table, Kind kind)
{
    const auto *found = std::find_if(
        table.begin(), table.end(), [kind](const auto &traits) { return traits.kind == kind; });
    return found == table.end() ? Looks() : Looks{found->group, found->severity};
}

Looks looksOf(const TimelineEntry::Source &source)
{
    if (const Event *event = std::get_if<Event>(&source))
        return looksIn(events, *event);
    return looksIn(notes, std::get<Note>(source));
}

// "LinkCreated" as "link_created".
QString snakeCase(const char *name)
{
    QString result;
    const QString whole = QString::fromLatin1(name);
    for (const QChar character : whole) {
        if (character.isUpper() && !result.isEmpty())
            result += u'_';
        result += character.toLower();
    }
    return result;
}

template <typename Enum> QString keyOf(Enum value)
{
    return snakeCase(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace

QList<TimelineEntry::Group> allTimelineGroups()
{
    return {Group::Request, Group::Link, Group::Flow, Group::View, Group::Navigation, Group::PopUp,
        Group::Console, Group::LoadFailure, Group::Message, Group::Page, Group::Token,
        Group::Resolve, Group::End};
}

TimelineEntry::Group groupOf(const TimelineEntry::Source &source)
{
    return looksOf(source).group;
}

TimelineEntry::Severity severityOf(const TimelineEntry::Source &source, const QString &text)
{
    if (source != TimelineEntry::Source(Event::Ended))
        return looksOf(source).severity;
    if (text == "Connected"_L1 || text == "LinkCreated"_L1)
        return Severity::Success;
    return text == "Failed"_L1 ? Severity::Error : Severity::Warning;
}

QString wireName(const TimelineEntry::Source &source)
{
    return std::visit([](auto kind) { return keyOf(kind); }, source);
}

QString wireName(TimelineEntry::Group group)
{
    return keyOf(group);
}

QString wireName(TimelineEntry::Severity severity)
{
    return keyOf(severity);
}

} // namespace desk
