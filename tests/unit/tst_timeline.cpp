// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/harmlesstext.h"
#include "timeline/sessiontimeline.h"
#include "timeline/timelineexport.h"
#include "timeline/timelinefile.h"
#include "timeline/timelinemodel.h"
#include "wording/timelinewording.h"

#include "support/sessionstage.h"
#include "support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <limits>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;
using Event = SessionEvent::Kind;
using Note = FlowNote::Kind;
using Group = TimelineEntry::Group;
using Severity = TimelineEntry::Severity;

namespace {

const QDateTime begin(QDate(2026, 11, 22), QTime(14, 3, 0), Qt::UTC);

// A timeline whose time passes by hand.
class TimelineStage : public SessionStage {
public:
    explicit TimelineStage()
        : timeline(std::make_unique<SessionTimeline>(
            session, SessionTimeline::Clock{[this] { return wall; }, [this] { return steady; }}))
    {
    }

    QStringList kinds() const
    {
        QStringList names;
        for (const TimelineEntry &entry : timeline->entries())
            names.append(wireName(entry.source));
        return names;
    }
    const TimelineEntry &last() const { return timeline->entries().constLast(); }

    QDateTime wall = begin;
    std::chrono::milliseconds steady{5000};
    std::unique_ptr<SessionTimeline> timeline;
};

QStringList shownTexts(const TimelineModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, TimelineModel::TextColumn).data().toString());
    return texts;
}

} // namespace

class TimelineTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void showsTextHarmlessly_data();
    void showsTextHarmlessly();
    void knowsEveryKind();
    void tellsTheCourseOfASession();
    void saysWhyAFlowStopped();
    void livesOnAfterItsSession();
    void goesByTheSteadyClock();
    void keepsSecretsOut_data();
    void keepsSecretsOut();
    void looksAtTheBeginningOfALongText();
    void takesOutSecretsThatItLearnsLate();
    void countsRepetitions();
    void dropsChattyEntriesFirst();
    void keepsMilestonesInAFlood();
    void judgesTheEnd_data();
    void judgesTheEnd();

    void isATable();
    void growsWithoutReset();
    void filters_data();
    void filters();
    void followsDropsThroughTheFilter();
    void keepsTheRulesOfModels();
    void losesADeadTimeline();
    void filtersThousandsWithinAFrame();

    void writesJson();
    void writesMarkdownThatNoTextCanBreak_data();
    void writesMarkdownThatNoTextCanBreak();
    void copiesAsLines();
    void tellsTimes_data();
    void tellsTimes();
    void writesByTheNameOfTheFile_data();
    void writesByTheNameOfTheFile();
    void saysThatItCannotWrite();
};

void TimelineTest::showsTextHarmlessly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("plain text stays") << u"kombo.dev/a?b"_s << u"kombo.dev/a?b"_s;
    QTest::newRow("line breaks become one blank") << u"a\r\n\tb\u2028c"_s << u"a b c"_s;
    QTest::newRow("blanks around it go") << u"  a  "_s << u"a"_s;
    QTest::newRow("controls show their code")
        << u"a\u001b[2Jb\u0007"_s << u"a⟨U+001B⟩[2Jb⟨U+0007⟩"_s;
    QTest::newRow("marks of direction show their code")
        << u"\u202Egnp.exe\u2066"_s << u"⟨U+202E⟩gnp.exe⟨U+2066⟩"_s;
    QTest::newRow("half a character shows its code")
        << QString(QChar(0xD800)) + u"a"_s << u"⟨U+D800⟩a"_s;
    QTest::newRow("invisible tags show their code")
        << QString::fromUcs4(U"a\U000E0041") << u"a⟨U+E0041⟩"_s;
    QTest::newRow("emoji stay whole") << u"👩‍💻 ok"_s << u"👩‍💻 ok"_s;
    QTest::newRow("ten are enough") << u"0123456789"_s << u"0123456789"_s;
    QTest::newRow("more is cut") << u"0123456789ab"_s << u"012345678…"_s;
    QTest::newRow("no character is cut in halves") << u"01234567😀😀"_s << u"01234567…"_s;
}

void TimelineTest::showsTextHarmlessly()
{
    QFETCH(QString, text);
    const bool isCut = QByteArrayView(QTest::currentDataTag()).contains("cut")
        || QByteArrayView(QTest::currentDataTag()).contains("enough");
    QTEST(harmlessText(text, isCut ? 10 : 100), "shown");
}

// A kind that nobody has thought of would be shown as a page's doing, without a word.
void TimelineTest::knowsEveryKind()
{
    const auto check = [](TimelineEntry::Source source) {
        TimelineEntry entry;
        entry.source = source;
        entry.text = u"fact"_s;
        entry.group = groupOf(source);
        const QString sentence = TimelineWording::sentence(entry);
        QVERIFY2(sentence.size() > 3 && !sentence.contains("%1"_L1), qPrintable(sentence));
        if (source != TimelineEntry::Source(Note::Console))
            QVERIFY2(sentence != entry.text, qPrintable(wireName(source)));
        entry.text.clear();
        QVERIFY2(!TimelineWording::sentence(entry).isEmpty(), qPrintable(wireName(source)));
        QVERIFY(allTimelineGroups().contains(entry.group));
    };
    const QMetaEnum events = QMetaEnum::fromType<Event>();
    for (int i = 0; i < events.keyCount(); ++i)
        check(static_cast<Event>(events.value(i)));
    const QMetaEnum notes = QMetaEnum::fromType<Note>();
    for (int i = 0; i < notes.keyCount(); ++i)
        check(static_cast<Note>(notes.value(i)));
    const QMetaEnum groups = QMetaEnum::fromType<Group>();
    QCOMPARE(allTimelineGroups().size(), groups.keyCount());
    for (const Group group : allTimelineGroups())
        QVERIFY(!TimelineWording::groupName(group).isEmpty());
    QCOMPARE(wireName(TimelineEntry::Source(Note::MessageDropped)), u"message_dropped"_s);
}

void TimelineTest::tellsTheCourseOfASession()
{
    TimelineStage stage;
    stage.startAndOpen();
    Q_EMIT stage.driver.noted({Note::Navigation, u"localhost/flow"_s, 1});
    stage.session.reloadFlow();
    stage.driver.load();
    stage.driver.finish(u"act-123456"_s);
    QTRY_COMPARE(stage.session.outcome(), ConnectSession::Outcome::Connected);
    QCOMPARE(stage.kinds(),
        (QStringList{u"link_requested"_s, u"link_created"_s, u"flow_opening"_s, u"flow_opened"_s,
            u"navigation"_s, u"flow_reloaded"_s, u"flow_opened"_s, u"token_received"_s,
            u"resolve_started"_s, u"resolved"_s, u"ended"_s}));
    QCOMPARE(stage.timeline->entries().constFirst().number, quint64{1});
    QCOMPARE(TimelineWording::sentence(stage.last()), u"Ended: Connected"_s);
    QCOMPARE(stage.last().severity, Severity::Success);
}

void TimelineTest::saysWhyAFlowStopped()
{
    TimelineStage stage;
    stage.startAndOpen();
    Q_EMIT stage.driver.failed({FlowFailure::Reason::PageCrashed, u"localhost"_s, {}});
    const QString sentence = TimelineWording::sentence(stage.last());
    QVERIFY2(sentence.startsWith("The flow stopped: "_L1), qPrintable(sentence));
    QVERIFY2(!sentence.contains("PageCrashed"_L1), qPrintable(sentence));
}

void TimelineTest::livesOnAfterItsSession()
{
    std::unique_ptr<SessionTimeline> timeline;
    {
        TimelineStage stage;
        Q_EMIT stage.session.noted({Note::Console, u"hello"_s, 1});
        timeline = std::move(stage.timeline);
    }
    QCOMPARE(timeline->entries().size(), 1);
    QCOMPARE(timeline->entries().constFirst().text, u"hello"_s);
}

void TimelineTest::goesByTheSteadyClock()
{
    TimelineStage stage;
    stage.steady += 1500ms;
    stage.wall = begin.addSecs(-3600); // somebody has set the clock
    stage.timeline->append(SessionEvent{Event::LinkCreated, u"kombo.dev"_s});
    QCOMPARE(stage.timeline->startedAt(), begin);
    QCOMPARE(stage.last().sinceStart, 1500ms);
    QCOMPARE(stage.last().at, begin.addSecs(-3600));
    QCOMPARE(stage.last().at.timeSpec(), Qt::UTC);
}

void TimelineTest::keepsSecretsOut_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a secret of the session") << u"loaded tok/geheim/4711 at last"_s;
    QTest::newRow("a secret in an address") << u"kombo.dev/?x=tok%2Fgeheim%2F4711"_s;
    QTest::newRow("a secret far into a long text") << QString(40000, u'x') + u" tok/geheim/4711"_s;
    QTest::newRow("a token nobody told of") << u"kombo.dev/?token=geheim"_s;
    QTest::newRow("a bearer header nobody told of") << u"Authorization: Bearer geheim"_s;
}

void TimelineTest::keepsSecretsOut()
{
    QFETCH(QString, text);
    TimelineStage stage;
    Q_EMIT stage.session.secretLearned(Secret(u"tok/geheim/4711"_s));
    Q_EMIT stage.session.noted({Note::Console, text, 1});
    QVERIFY2(!stage.last().text.contains("geheim"_L1), qPrintable(stage.last().text));
    QVERIFY(stage.last().text.size() <= SessionTimeline::longestText);
    QCOMPARE(stage.timeline->secrets(), QList{Secret(u"tok/geheim/4711"_s)});
}

// A text of megabytes costs no more than a long one.
void TimelineTest::looksAtTheBeginningOfALongText()
{
    TimelineStage stage;
    const qsizetype before = qsizetype{60} * 1024;
    stage.timeline->append(FlowNote{Note::Console, QString(before, u' ') + u"near"_s, 1});
    QCOMPARE(stage.last().text, u"near"_s);
    stage.timeline->append(FlowNote{Note::Console, QString(2 * before, u' ') + u"far"_s, 1});
    QCOMPARE(stage.last().text, QString());
}

void TimelineTest::takesOutSecretsThatItLearnsLate()
{
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    model.setTimeline(stage.timeline.get());
    stage.timeline->append(FlowNote{Note::Console, u"got act-geheim-1"_s, 1});
    stage.timeline->append(FlowNote{Note::Console, u"other"_s, 1});
    Q_EMIT stage.session.secretLearned(Secret(u"act-geheim-1"_s));
    QCOMPARE(stage.timeline->entries().constFirst().text, u"got [redacted]"_s);
    QCOMPARE(shownTexts(model), (QStringList{u"got [redacted]"_s, u"other"_s}));
}

void TimelineTest::countsRepetitions()
{
    TimelineStage stage;
    QSignalSpy changed(stage.timeline.get(), &SessionTimeline::lastChanged);
    stage.timeline->append(FlowNote{Note::Console, u"again"_s, 1});
    stage.timeline->append(FlowNote{Note::Console, u"again"_s, 4});
    QCOMPARE(stage.timeline->entries().size(), 1);
    QCOMPARE(stage.last().count, 5);
    QCOMPARE(changed.size(), 1);
    stage.timeline->append(FlowNote{Note::Console, u"again"_s, std::numeric_limits<int>::max()});
    QCOMPARE(stage.last().count, std::numeric_limits<int>::max());
    // Other words, another kind, and what is worth a line of its own each time.
    stage.timeline->append(FlowNote{Note::Console, u"once"_s, 1});
    stage.timeline->append(FlowNote{Note::MessageDropped, u"once"_s, 1});
    stage.timeline->append(SessionEvent{Event::ResolveFailed, u"Timeout"_s});
    stage.timeline->append(SessionEvent{Event::ResolveFailed, u"Timeout"_s});
    QCOMPARE(stage.timeline->entries().size(), 5);
}

void TimelineTest::dropsChattyEntriesFirst()
{
    TimelineStage stage;
    stage.timeline->append(SessionEvent{Event::LinkCreated, {}});
    stage.timeline->append(FlowNote{Note::PopupOpened, u"idp.example"_s, 1});
    for (qsizetype i = 0; i < SessionTimeline::maximumCount; ++i)
        stage.timeline->append(FlowNote{Note::Console, QString::number(i), 1});
    QCOMPARE(stage.timeline->entries().size(), SessionTimeline::maximumCount);
    QCOMPARE(stage.timeline->dropped(), 2);
    QCOMPARE(
        stage.kinds().first(3), (QStringList{u"link_created"_s, u"popup_opened"_s, u"console"_s}));
    QCOMPARE(stage.timeline->entries().at(2).text, u"2"_s);
}

void TimelineTest::keepsMilestonesInAFlood()
{
    TimelineStage stage;
    for (const Event event : {Event::LinkCreated, Event::TokenReceived, Event::ResolveStarted})
        stage.timeline->append(SessionEvent{event, {}});
    for (qsizetype i = 0; i < 2 * SessionTimeline::maximumCount; ++i)
        stage.timeline->append(FlowNote{Note::PopupOpened, QString::number(i), 1});
    stage.timeline->append(SessionEvent{Event::Ended, u"Unknown"_s});
    QCOMPARE(stage.timeline->entries().size(), SessionTimeline::maximumCount);
    QCOMPARE(stage.kinds().first(3),
        (QStringList{u"link_created"_s, u"token_received"_s, u"resolve_started"_s}));
    QCOMPARE(stage.kinds().constLast(), u"ended"_s);
}

void TimelineTest::judgesTheEnd_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<Severity>("severity");

    QTest::newRow("connected") << u"Connected"_s << Severity::Success;
    QTest::newRow("a magic link") << u"LinkCreated"_s << Severity::Success;
    QTest::newRow("failed") << u"Failed"_s << Severity::Error;
    QTest::newRow("another client") << u"NeedsReview"_s << Severity::Warning;
    QTest::newRow("something new") << u"Whatever"_s << Severity::Warning;
}

void TimelineTest::judgesTheEnd()
{
    QFETCH(QString, outcome);
    QTEST(severityOf(Event::Ended, outcome), "severity");
}

void TimelineTest::isATable()
{
    TimelineStage stage;
    stage.steady += 62345ms;
    stage.timeline->append(FlowNote{Note::Console, u"%1 %2 <b>"_s, 3});
    TimelineModel model(TimelineWording::words());
    const QAbstractItemModelTester tester(&model);
    model.setTimeline(stage.timeline.get());
    QCOMPARE(model.rowCount(), 1);
    const auto at = [&model](int column, int role = Qt::DisplayRole) {
        return model.index(0, column).data(role);
    };
    QCOMPARE(at(TimelineModel::SinceStartColumn).toString(), u"+1:02.345"_s);
    QCOMPARE(at(TimelineModel::KindColumn).toString(), u"Console"_s);
    QCOMPARE(at(TimelineModel::TextColumn).toString(), u"%1 %2 <b> ×3"_s);
    QCOMPARE(at(TimelineModel::ClockColumn, TimelineModel::RawRole).toDateTime(), begin);
    QCOMPARE(at(TimelineModel::SinceStartColumn, TimelineModel::RawRole).toLongLong(), 62345);
    QCOMPARE(at(TimelineModel::KindColumn, TimelineModel::RawRole).toString(), u"console"_s);
    QCOMPARE(at(TimelineModel::TextColumn, TimelineModel::RawRole).toString(), u"%1 %2 <b>"_s);
    QCOMPARE(at(0, TimelineModel::SeverityRole).value<Severity>(), Severity::Warning);
    QCOMPARE(at(0, TimelineModel::EntryRole).value<TimelineEntry>().count, 3);
    // What a page says is no markup in a tool tip.
    QVERIFY(at(TimelineModel::TextColumn, Qt::ToolTipRole).toString().contains("&lt;b&gt;"_L1));
}

void TimelineTest::growsWithoutReset()
{
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    model.setTimeline(stage.timeline.get());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (qsizetype i = 0; i < SessionTimeline::maximumCount + 10; ++i)
        stage.timeline->append(FlowNote{Note::Console, QString::number(i), 1});
    stage.timeline->append(FlowNote{Note::Console, stage.last().text, 1});
    QCOMPARE(model.rowCount(), int(SessionTimeline::maximumCount));
    QCOMPARE(model.entryAt(0).text, u"10"_s);
    QVERIFY(shownTexts(model).constLast().endsWith(u" ×2"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void TimelineTest::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("groups");
    QTest::addColumn<QStringList>("shown");

    const auto list = [](std::initializer_list<Group> groups) {
        QList<int> numbers;
        for (const Group group : groups)
            numbers.append(static_cast<int>(group));
        return numbers;
    };
    const QString link = u"Link created for kombo.dev"_s;
    const QString first = u"Uncaught Error: boom"_s;
    const QString second = u"error in ÄPFEL"_s;
    QTest::newRow("nothing lets all through")
        << QString() << list({}) << QStringList{link, first, second};
    QTest::newRow("a word in any case") << u"ERROR"_s << list({}) << QStringList{first, second};
    QTest::newRow("letters beyond ASCII") << u"äpfel"_s << list({}) << QStringList{second};
    QTest::newRow("all words, in any order")
        << u"boom uncaught"_s << list({}) << QStringList{first};
    QTest::newRow("the name of a kind") << u"console"_s << list({}) << QStringList{first, second};
    QTest::newRow("one kind") << QString() << list({Group::Link}) << QStringList{link};
    QTest::newRow("kinds and words") << u"kombo"_s << list({Group::Console}) << QStringList{};
    QTest::newRow("blanks are no words") << u"  "_s << list({Group::Link}) << QStringList{link};
}

void TimelineTest::filters()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, groups);
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    const QAbstractItemModelTester tester(&model);
    model.setTimeline(stage.timeline.get());
    stage.timeline->append(SessionEvent{Event::LinkCreated, u"kombo.dev"_s});
    stage.timeline->append(FlowNote{Note::Console, u"Uncaught Error: boom"_s, 1});
    TimelineModel::Filter filter{{}, text};
    for (const int group : groups)
        filter.groups.insert(static_cast<Group>(group));
    model.setFilter(filter);
    // What comes later is judged as well.
    stage.timeline->append(FlowNote{Note::Console, u"error in ÄPFEL"_s, 1});
    QTEST(shownTexts(model), "shown");
    QCOMPARE(model.entryCount(), 3);
    QCOMPARE(model.shownEntries().size(), model.rowCount());
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TimelineTest::followsDropsThroughTheFilter()
{
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    model.setTimeline(stage.timeline.get());
    model.setFilter({{Group::Console}, {}});
    stage.timeline->append(FlowNote{Note::Navigation, u"first"_s, 1});
    for (qsizetype i = 0; i < SessionTimeline::maximumCount; ++i)
        stage.timeline->append(FlowNote{Note::Console, QString::number(i), 1});
    QCOMPARE(model.rowCount(), int(SessionTimeline::maximumCount));
    QCOMPARE(model.entryAt(0).text, u"0"_s); // the navigation, which was hidden, has gone
    stage.timeline->append(FlowNote{Note::Navigation, u"last"_s, 1});
    QCOMPARE(model.entryAt(0).text, u"1"_s);
    QCOMPARE(model.rowOf(model.entryAt(7).number), 7);
    QCOMPARE(model.rowOf(1), -1);
}

// The tester looks at everything each time, so it gets a few rows only.
void TimelineTest::keepsTheRulesOfModels()
{
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    const QAbstractItemModelTester tester(&model);
    stage.timeline->append(FlowNote{Note::Console, u"before"_s, 1});
    model.setTimeline(stage.timeline.get());
    for (int i = 0; i < 10; ++i)
        stage.timeline->append(FlowNote{Note::Console, QString::number(i / 2), 1});
    Q_EMIT stage.timeline->removing(3);
    QCOMPARE(model.rowCount(), 5);
    model.setFilter({{}, u"4"_s});
    model.setTimeline(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TimelineTest::losesADeadTimeline()
{
    TimelineStage stage;
    TimelineModel model(TimelineWording::words());
    model.setTimeline(stage.timeline.get());
    stage.timeline->append(FlowNote{Note::Console, u"x"_s, 1});
    QCOMPARE(model.rowCount(), 1);
    stage.timeline.reset();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.timeline(), nullptr);
}

void TimelineTest::filtersThousandsWithinAFrame()
{
    TimelineStage stage;
    for (qsizetype i = 0; i < SessionTimeline::maximumCount; ++i) {
        const Note kind = i % 2 == 0 ? Note::Console : Note::Navigation;
        stage.timeline->append(FlowNote{kind, u"connect.kombo.dev/path/%1"_s.arg(i), 1});
    }
    TimelineModel model(TimelineWording::words());
    model.setTimeline(stage.timeline.get());
    // The best of several: other programs of this computer are none of our business.
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        model.setFilter({{}, u"path/%1"_s.arg(i)});
        QVERIFY(model.rowCount() > 0);
        model.setFilter({{Group::Console}, {}});
        best = std::min(best, timer.nsecsElapsed() / 2);
    }
    QVERIFY2(best < 16'000'000, qPrintable(u"%1 ns"_s.arg(best)));
}

void TimelineTest::writesJson()
{
    TimelineStage stage;
    stage.steady += 250ms;
    stage.wall = begin.addMSecs(250);
    stage.timeline->append(FlowNote{Note::MessageDropped, u"no type"_s, 2});
    const QByteArray bytes =
        timelineJson(TimelineDocument::of(*stage.timeline), TimelineWording::words());
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(root.value("format"_L1).toString(), u"connect-desk-timeline"_s);
    QCOMPARE(root.value("version"_L1).toInt(), 1);
    QCOMPARE(root.value("started_at"_L1).toString(), u"2026-11-22T14:03:00.000Z"_s);
    QCOMPARE(root.value("dropped"_L1).toInt(-1), 0);
    const QJsonObject expected{{u"number"_s, 1}, {u"at"_s, u"2026-11-22T14:03:00.250Z"_s},
        {u"ms"_s, 250}, {u"group"_s, u"message"_s}, {u"kind"_s, u"message_dropped"_s},
        {u"severity"_s, u"warning"_s}, {u"text"_s, u"no type"_s}, {u"count"_s, 2},
        {u"sentence"_s, u"Message stopped: no type"_s}};
    QCOMPARE(root.value("entries"_L1).toArray(), QJsonArray{expected});
}

void TimelineTest::writesMarkdownThatNoTextCanBreak_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");

    QTest::newRow("plain") << u"boom"_s << u"`boom`"_s;
    QTest::newRow("a bar ends no cell") << u"a | b \\| c"_s << u"`a │ b \\│ c`"_s;
    QTest::newRow("a line break ends no row") << u"a\nb"_s << u"`a b`"_s;
    QTest::newRow("backticks end no code") << u"a ``x`` b"_s << u"```a ``x`` b```"_s;
    QTest::newRow("a backtick at the edge") << u"`"_s << u"`` ` ``"_s;
    QTest::newRow("a link is none")
        << u"[x](https://evil.example) @all"_s << u"`[x](https://evil.example) @all`"_s;
    QTest::newRow("markup is none") << u"<img src=x>"_s << u"`<img src=x>`"_s;
}

void TimelineTest::writesMarkdownThatNoTextCanBreak()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    TimelineStage stage;
    stage.timeline->append(FlowNote{Note::Console, text, 1});
    const QString document = QString::fromUtf8(
        timelineMarkdown(TimelineDocument::of(*stage.timeline), TimelineWording::words()));
    const QStringList lines = document.split(u'\n');
    QCOMPARE(lines.size(), 4); // head, rule, row, and nothing behind the last line break
    QCOMPARE(
        lines.at(2), u"| 1 | 2026-11-22 14:03:00.000 | +0:00.000 | Console | "_s + cell + u" |"_s);
}

void TimelineTest::copiesAsLines()
{
    TimelineStage stage;
    stage.timeline->append(FlowNote{Note::Console, u"a\tb"_s, 1});
    stage.timeline->append(SessionEvent{Event::TokenReceived, {}});
    QCOMPARE(timelineText(stage.timeline->entries(), TimelineWording::words()),
        u"2026-11-22T14:03:00.000Z\t+0:00.000\tConsole\ta b\n"
        "2026-11-22T14:03:00.000Z\t+0:00.000\tToken\tActivation token received"_s);
}

void TimelineTest::tellsTimes_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");

    QTest::newRow("at once") << qint64{0} << u"+0:00.000"_s;
    QTest::newRow("within a second") << qint64{7} << u"+0:00.007"_s;
    QTest::newRow("within an hour") << qint64{754321} << u"+12:34.321"_s;
    QTest::newRow("after an hour") << qint64{3600000 + 65004} << u"+1:01:05.004"_s;
}

void TimelineTest::tellsTimes()
{
    QFETCH(qint64, ms);
    QTEST(sinceStartText(std::chrono::milliseconds(ms)), "text");
}

void TimelineTest::writesByTheNameOfTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");

    QTest::newRow("markdown") << u"t.MD"_s << QByteArray("| # |");
    QTest::newRow("json") << u"t.json"_s << QByteArray("{");
    QTest::newRow("anything else") << u"t"_s << QByteArray("{");
}

void TimelineTest::writesByTheNameOfTheFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    const QTemporaryDir folder;
    TimelineStage stage;
    const QString path = folder.filePath(name);
    QVERIFY(!writeTimeline(path, TimelineDocument::of(*stage.timeline), TimelineWording::words()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begin));
}

void TimelineTest::saysThatItCannotWrite()
{
    const QTemporaryDir folder;
    TimelineStage stage;
    const auto problem = writeTimeline(folder.filePath(u"none/t.json"_s),
        TimelineDocument::of(*stage.timeline), TimelineWording::words());
    QVERIFY(problem);
    QVERIFY(TimelineWording::message(*problem).details.contains("t.json"_L1));
}

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
