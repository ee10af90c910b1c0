// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerwording.h"

#include "detailswording.h"
#include "profilewording.h"
#include "sessionwording.h"
#include "timewording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk::LedgerWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::LedgerWording)
};

ConnectSession::Outcome sessionOutcome(AttemptOutcome outcome)
{
    using Outcome = ConnectSession::Outcome;
    switch (outcome) {
    case AttemptOutcome::Unfinished:
        return Outcome::Pending;
    case AttemptOutcome::Connected:
        return Outcome::Connected;
    case AttemptOutcome::NeedsReview:
        return Outcome::NeedsReview;
    case AttemptOutcome::ClosedBeforeFinishing:
        return Outcome::ClosedBeforeFinishing;
    case AttemptOutcome::Cancelled:
        return Outcome::Cancelled;
    case AttemptOutcome::Expired:
        return Outcome::Expired;
    case AttemptOutcome::Failed:
        return Outcome::Failed;
    case AttemptOutcome::LinkCreated:
        return Outcome::LinkCreated;
    case AttemptOutcome::Unknown:
        return Outcome::Unknown;
    }
    Q_UNREACHABLE();
}

LinkOrder::Kind orderKind(AttemptPurpose purpose)
{
    switch (purpose) {
    case AttemptPurpose::Connection:
        return LinkOrder::Kind::Connection;
    case AttemptPurpose::Reconnection:
        return LinkOrder::Kind::Reconnection;
    case AttemptPurpose::Setup:
        return LinkOrder::Kind::Setup;
    }
    Q_UNREACHABLE();
}

// What is known of an attempt that nobody saw the end of, and what can be done.
QString adviceForUnfinished(const Attempt &attempt)
{
    const bool isConnection = attempt.purpose == AttemptPurpose::Connection;
    switch (attempt.step) {
    case AttemptStep::Requested:
        return Words::tr("Connect Desk went away while the link was requested. Whether Kombo made "
                         "one is not known, but nobody was shown it. Create a new link.");
    case AttemptStep::LinkCreated:
        return Words::tr("Connect Desk went away before the flow was opened. Nothing came of this "
                         "link; create a new one.");
    case AttemptStep::FlowOpened:
        return isConnection
            ? Words::tr("Connect Desk went away while the flow was open. Whether the client "
                        "finished it is not known: look into the Kombo dashboard before you create "
                        "another link, or the client may be connected twice.")
            : Words::tr("Connect Desk went away while the flow was open. What counts is how the "
                        "integration stands when it is read again.");
    case AttemptStep::TokenReceived:
        return isConnection
            ? Words::tr("The client finished the flow, but Connect Desk went away before it read "
                        "the integration. Find its ID in the Kombo dashboard and open it here; do "
                        "not connect the client again.")
            : Words::tr("The client finished the flow, but Connect Desk went away before it read "
                        "the integration. Open it to see how it stands.");
    case AttemptStep::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

struct Sentences {
    QString headline;
    QString advice;
};

Sentences sentencesFor(LedgerError::Reason reason)
{
    using Reason = LedgerError::Reason;
    const QString waits =
        Words::tr("What happens now is kept in memory and written as soon as that is possible.");
    switch (reason) {
    case Reason::NoFolder:
        return {Words::tr("There is no place for the history"),
            Words::tr("See that its folder exists and may be written to.") + u' ' + waits};
    case Reason::NotReadable:
        return {Words::tr("The history cannot be read"),
            Words::tr("See that the file may be read.") + u' ' + waits};
    case Reason::ReadOnly:
        return {Words::tr("The history can be read, but not written"),
            Words::tr("See that file and folder may be written to.") + u' ' + waits};
    case Reason::Locked:
        return {Words::tr("Another program holds the history"),
            Words::tr("It is tried again by itself.") + u' ' + waits};
    case Reason::NoLocks:
        return {Words::tr("The history lies where files cannot be locked"),
            Words::tr("Two programs could spoil it there. Move its folder to a disk of this "
                      "computer.")
                + u' ' + waits};
    case Reason::DiskFull:
        return {Words::tr("The history cannot be written: the disk is full"),
            Words::tr("Make some room.") + u' ' + waits};
    case Reason::Newer:
        return {Words::tr("A later version of Connect Desk wrote the history"),
            Words::tr("Nothing is written over it, and nothing new is remembered. Use that "
                      "version.")};
    case Reason::Damaged:
        return {Words::tr("The history is damaged"),
            Words::tr("Nothing is written over it. Restore a backup, or move the file away.")};
    case Reason::NotALedger:
        return {Words::tr("The file is not a history of Connect Desk"),
            Words::tr("Nothing is written over it. Choose another file, or move it away.")};
    case Reason::Replaced:
        return {Words::tr("Another file has taken the place of the history"),
            Words::tr("It is opened anew by itself.") + u' ' + waits};
    case Reason::Failed:
        return {Words::tr("The history does not work just now"), waits};
    }
    Q_UNREACHABLE();
}

//! Lines of label and value; without a value no line.
class Lines {
public:
    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            //: A line of a summary: %1 is a label such as "Email", %2 its value
            m_lines.append(Words::tr("%1: %2").arg(label, value));
    }
    void add(const QString &label, const QDateTime &time)
    {
        if (time.isValid())
            add(label, time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s));
    }
    QString text() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

} // namespace

QList<AttemptOutcome> allOutcomes()
{
    using Outcome = AttemptOutcome;
    return {Outcome::Connected, Outcome::NeedsReview, Outcome::LinkCreated, Outcome::Unfinished,
        Outcome::ClosedBeforeFinishing, Outcome::Cancelled, Outcome::Expired, Outcome::Failed,
        Outcome::Unknown};
}

QString outcome(AttemptOutcome outcome, AttemptPurpose purpose, bool isUnderWay)
{
    if (outcome != AttemptOutcome::Unfinished)
        return SessionWording::outcome(sessionOutcome(outcome), orderKind(purpose));
    //: An attempt to connect a client that goes on in some window
    return isUnderWay ? Words::tr("Under way") : Words::tr("Unfinished");
}

QString outcomeName(AttemptOutcome outcome)
{
    if (outcome == AttemptOutcome::NeedsReview)
        //: Somebody has to look whether it is the right client
        return Words::tr("To be compared");
    return LedgerWording::outcome(outcome, AttemptPurpose::Connection, false);
}

QString outcomeAdvice(const Attempt &attempt, bool isUnderWay)
{
    if (attempt.outcome != AttemptOutcome::Unfinished) {
        if (attempt.outcome == AttemptOutcome::NeedsReview)
            return Words::tr("Compare the integration with what was asked for before you count it "
                             "as connected.");
        return SessionWording::outcomeAdvice(
            sessionOutcome(attempt.outcome), orderKind(attempt.purpose));
    }
    return isUnderWay ? Words::tr("It goes on in a window of Connect Desk.")
                      : adviceForUnfinished(attempt);
}

QString name(AttemptPurpose purpose)
{
    switch (purpose) {
    case AttemptPurpose::Connection:
        return Words::tr("Connection");
    case AttemptPurpose::Reconnection:
        return Words::tr("Reconnection");
    case AttemptPurpose::Setup:
        return Words::tr("Setup");
    }
    Q_UNREACHABLE();
}

QString name(AttemptSource source)
{
    switch (source) {
    case AttemptSource::Window:
        return Words::tr("The window");
    case AttemptSource::CommandLine:
        return Words::tr("The command line");
    case AttemptSource::Batch:
        //: Many links that were made in one go
        return Words::tr("A batch");
    }
    Q_UNREACHABLE();
}

QString name(AttemptStep step)
{
    switch (step) {
    case AttemptStep::Requested:
        return Words::tr("Link requested");
    case AttemptStep::LinkCreated:
        return Words::tr("Link created");
    case AttemptStep::FlowOpened:
        return Words::tr("Flow opened");
    case AttemptStep::TokenReceived:
        return Words::tr("Flow finished");
    case AttemptStep::Ended:
        return Words::tr("Ended");
    }
    Q_UNREACHABLE();
}

QString categoryName(const QString &wireName)
{
    const std::optional<Category> category = categoryFromWire(wireName);
    return category ? DetailsWording::name(*category) : wireName;
}

QString name(HistoryPeriod period)
{
    switch (period) {
    case HistoryPeriod::AnyTime:
        return Words::tr("Any time");
    case HistoryPeriod::Today:
        return Words::tr("Today");
    case HistoryPeriod::Last7Days:
        return Words::tr("Last 7 days");
    case HistoryPeriod::Last30Days:
        return Words::tr("Last 30 days");
    case HistoryPeriod::Last365Days:
        return Words::tr("Last 365 days");
    }
    Q_UNREACHABLE();
}

QString keepingTime(std::optional<int> days)
{
    return days ? Words::tr("%n day(s)", nullptr, *days) : Words::tr("For ever");
}

namespace {

// The short times of some languages have seconds, which nobody reads in a list.
QString timeOfDay(const QTime &time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    return locale.toString(time, format.remove(":ss"_L1));
}

} // namespace

QString when(const QDateTime &then, const QDateTime &now)
{
    const QDateTime local = then.toLocalTime();
    const QLocale locale;
    const QString time = timeOfDay(local.time());
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return time;
    if (days == 1)
        //: %1 is a time of day
        return Words::tr("Yesterday, %1").arg(time);
    if (days > 1 && days < 7)
        //: %1 is the short name of a day of the week, %2 a time of day
        return Words::tr("%1, %2").arg(
            locale.standaloneDayName(local.date().dayOfWeek(), QLocale::ShortFormat), time);
    const bool isThisYear = local.date().year() == now.toLocalTime().date().year();
    //: A date as QLocale::toString() takes it: day and month of this year
    return locale.toString(local.date(),
        isThisYear ? Words::tr("d MMM")
                   //: The same with the year
                   : Words::tr("d MMM yyyy"));
}

QString duration(std::chrono::milliseconds duration)
{
    if (duration < 1s)
        //: %1 is a number of milliseconds
        return Words::tr("%1 ms").arg(duration.count());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration);
    if (seconds < 1min)
        //: %1 is a number of seconds
        return Words::tr("%1 s").arg(seconds.count());
    const auto minutes = std::chrono::floor<std::chrono::minutes>(seconds);
    if (minutes < 1h)
        //: %1 is a number of minutes, %2 of seconds
        return Words::tr("%1 min %2 s").arg(minutes.count()).arg((seconds - minutes).count());
    const auto hours = std::chrono::floor<std::chrono::hours>(minutes);
    //: %1 is a number of hours, %2 of minutes
    return Words::tr("%1 h %2 min").arg(hours.count()).arg((minutes - hours).count());
}

QString count(qint64 attempts)
{
    return Words::tr("%Ln attempt(s)", nullptr, static_cast<int>(attempts));
}

QString description(const HistoryEntry &entry, const QDateTime &now)
{
    QStringList parts{entry.organization, outcome(entry.outcome, entry.purpose, entry.isUnderWay)};
    if (!entry.tool.isEmpty())
        parts.append(entry.tool);
    parts.append(when(entry.startedAt, now));
    parts.append(entry.profile.name);
    if (entry.profile.kind == ProfileKind::Production)
        parts.append(ProfileWording::name(entry.profile.kind));
    parts.removeAll({});
    return parts.join(u", "_s);
}

QString summary(const Attempt &attempt, bool isUnderWay)
{
    Lines lines;
    lines.add(DetailsWording::label(DetailsField::Organization), attempt.organization);
    lines.add(DetailsWording::label(DetailsField::Email), attempt.email);
    lines.add(DetailsWording::label(DetailsField::OriginId), attempt.originId);
    lines.add(Words::tr("Profile"), attempt.profile.name);
    lines.add(Words::tr("Purpose"), name(attempt.purpose));
    lines.add(DetailsWording::label(DetailsField::Category), categoryName(attempt.category));
    lines.add(DetailsWording::label(DetailsField::Tool), attempt.tool);
    lines.add(DetailsWording::label(DetailsField::LinkType),
        attempt.purpose == AttemptPurpose::Setup ? QString()
                                                 : DetailsWording::name(attempt.linkType));
    lines.add(Words::tr("Outcome"), outcome(attempt.outcome, attempt.purpose, isUnderWay));
    lines.add(Words::tr("Error"), attempt.errorTitle);
    lines.add(Words::tr("Error code"), attempt.errorCode);
    lines.add(Words::tr("Integration ID"), attempt.integrationId);
    lines.add(Words::tr("Started"), attempt.startedAt);
    lines.add(Words::tr("Link valid until"), attempt.linkExpiresAt);
    lines.add(Words::tr("Ended"), attempt.endedAt);
    if (attempt.duration)
        lines.add(Words::tr("Duration"), duration(*attempt.duration));
    lines.add(Words::tr("Notes"), attempt.notes);
    return lines.text();
}

ErrorMessage message(const LedgerError &error)
{
    const Sentences sentences = sentencesFor(error.reason);
    QStringList facts;
    if (!error.path.isEmpty())
        facts.append(QDir::toNativeSeparators(error.path));
    if (!error.detail.isEmpty())
        facts.append(error.detail);
    return {sentences.headline, sentences.advice, {}, facts.join(u'\n')};
}

ErrorMessage restoreMessage(const LedgerError &error)
{
    ErrorMessage known = message(error);
    const auto say = [&known](const QString &headline, const QString &advice) {
        known.headline = headline;
        known.advice = Words::tr("Nothing was changed.") + u' ' + advice;
    };
    switch (error.reason) {
    case LedgerError::Reason::Locked:
        say(Words::tr("The backup is not restored: the history is in use"),
            Words::tr("Another window of Connect Desk or a run for many clients has it open. Close "
                      "that window, or wait until the run has ended, and try again."));
        break;
    case LedgerError::Reason::Newer:
        say(Words::tr("A later version of Connect Desk wrote the backup"),
            Words::tr("Restore it with that version."));
        break;
    case LedgerError::Reason::Damaged:
        say(Words::tr("The backup is damaged"), Words::tr("Choose another one."));
        break;
    case LedgerError::Reason::NotALedger:
        say(Words::tr("The file is not a history of Connect Desk"),
            Words::tr("Choose another one."));
        break;
    case LedgerError::Reason::NotReadable:
        say(Words::tr("The backup cannot be read"),
            Words::tr("See that the file is there and may be read."));
        break;
    case LedgerError::Reason::DiskFull:
        say(Words::tr("The backup is not restored: the disk is full"),
            Words::tr("Make some room."));
        break;
    case LedgerError::Reason::NoLocks:
        return known; // it is the ledger's own folder
    default:
        say(Words::tr("The backup is not restored"),
            Words::tr("See that the folder of the history may be written to."));
        break;
    }
    return known;
}

ErrorMessage fileMessage(const LedgerError &error)
{
    ErrorMessage known = message(error);
    switch (error.reason) {
    case LedgerError::Reason::Newer:
    case LedgerError::Reason::Damaged:
    case LedgerError::Reason::NotALedger:
    case LedgerError::Reason::Locked:
    case LedgerError::Reason::NoLocks:
        return known; // it is the ledger itself
    case LedgerError::Reason::DiskFull:
        known.headline = Words::tr("The file cannot be written: the disk is full");
        known.advice = Words::tr("Make some room, or choose another place.");
        return known;
    default:
        known.headline = Words::tr("The file cannot be written");
        known.advice = Words::tr("Choose another folder, or see that this one may be written to.");
        return known;
    }
}

ErrorMessage keptAside(const QString &path)
{
    return {Words::tr("The history was damaged, and a new one has begun"),
        //: %1 is the name of a file
        Words::tr("The damaged one is kept as %1. A backup can be restored.")
            .arg(QFileInfo(path).fileName()),
        {}, QDir::toNativeSeparators(path)};
}

QString waiting(qsizetype steps, qsizetype dropped)
{
    if (steps == 0 && dropped == 0)
        return {};
    QString text = Words::tr("%Ln step(s) wait to be written.", nullptr, static_cast<int>(steps));
    if (dropped > 0)
        text += u' ' + Words::tr("%Ln more could not be kept.", nullptr, static_cast<int>(dropped));
    return text;
}

QString counts(const Forgotten &forgotten)
{
    QStringList parts;
    if (forgotten.attempts > 0)
        parts.append(count(forgotten.attempts));
    if (forgotten.integrations > 0)
        parts.append(
            Words::tr("%Ln integration(s)", nullptr, static_cast<int>(forgotten.integrations)));
    if (forgotten.customers > 0)
        parts.append(Words::tr("%Ln client(s)", nullptr, static_cast<int>(forgotten.customers)));
    if (forgotten.records > 0)
        //: What was kept of attempts of other clients for a closer look
        parts.append(
            Words::tr("%Ln record(s) of others", nullptr, static_cast<int>(forgotten.records)));
    //: Nothing was found
    return parts.isEmpty() ? Words::tr("nothing") : parts.join(u", "_s);
}

} // namespace desk::LedgerWording
