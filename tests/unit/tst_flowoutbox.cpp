// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "gate/flowoutbox.h"

#include "support/stricttest.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = FlowNote::Kind;

class FlowOutboxTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void deliversLater();
    void keepsTheOrder();
    void countsEqualNotes();
    void boundsDifferentNotes();
    void waitsBetweenDeliveries();
    void waitsLongerForATalkativePage();
    void deliversNothingOnceClosed();
    void mayBeDestroyedByAReceiver_data();
    void mayBeDestroyedByAReceiver();
};

namespace {

struct Recorder {
    QStringList entries;
    FlowOutbox outbox{
        [this](const FlowNote &note) { entries += u"%1 x%2"_s.arg(note.text).arg(note.count); }};

    void post(const QString &name)
    {
        outbox.post([this, name] { entries += name; });
    }
    void note(const QString &text) { outbox.note({Kind::Console, text, 1}); }
};

} // namespace

void FlowOutboxTest::deliversLater()
{
    Recorder recorder;
    recorder.post(u"event"_s);
    recorder.note(u"note"_s);
    QCOMPARE(recorder.entries, QStringList());
    const QStringList expected{u"event"_s, u"note x1"_s};
    QTRY_COMPARE(recorder.entries, expected);
}

void FlowOutboxTest::keepsTheOrder()
{
    Recorder recorder;
    recorder.note(u"a"_s);
    recorder.note(u"b"_s);
    recorder.post(u"first"_s);
    recorder.note(u"a"_s);
    recorder.post(u"second"_s);
    const QStringList expected{u"a x1"_s, u"b x1"_s, u"first"_s, u"a x1"_s, u"second"_s};
    QTRY_COMPARE(recorder.entries, expected);
}

void FlowOutboxTest::countsEqualNotes()
{
    Recorder recorder;
    for (int i = 0; i < 20'000; ++i)
        recorder.note(i % 2 ? u"odd"_s : u"even"_s);
    const QStringList expected{u"even x10000"_s, u"odd x10000"_s};
    QTRY_COMPARE(recorder.entries, expected);
}

void FlowOutboxTest::boundsDifferentNotes()
{
    Recorder recorder;
    for (int i = 0; i < 20'000; ++i)
        recorder.note(QString::number(i));
    QTRY_VERIFY(!recorder.entries.isEmpty());
    QTRY_COMPARE(recorder.entries.last(), u"many different others x19950"_s);
    QCOMPARE(recorder.entries.size(), 51);
}

void FlowOutboxTest::waitsBetweenDeliveries()
{
    Recorder recorder;
    recorder.note(u"first"_s);
    QTRY_COMPARE(recorder.entries, QStringList{u"first x1"_s});
    for (int i = 0; i < 20; ++i) {
        recorder.note(u"more"_s);
        QCoreApplication::processEvents();
    }
    QCOMPARE(recorder.entries.size(), 1);
    const QStringList expected{u"first x1"_s, u"more x20"_s};
    QTRY_COMPARE(recorder.entries, expected);
}

void FlowOutboxTest::waitsLongerForATalkativePage()
{
    Recorder recorder;
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 50; ++i)
            recorder.note(QString::number(i));
        recorder.post(u"event"_s);
    }
    QTRY_COMPARE(recorder.entries.size(), 20 * 51);
    recorder.note(u"after a pause"_s);
    QTRY_COMPARE(recorder.entries.constLast(), u"after a pause x1"_s);
    recorder.note(u"late"_s);
    QTest::qWait(600); // more than twice the usual window
    QCOMPARE(recorder.entries.constLast(), u"after a pause x1"_s);
    // An event does not wait, nor what came before it.
    recorder.post(u"event"_s);
    const QStringList expected{u"late x1"_s, u"event"_s};
    QTRY_COMPARE(recorder.entries.last(2), expected);
}

void FlowOutboxTest::deliversNothingOnceClosed()
{
    Recorder recorder;
    recorder.post(u"event"_s);
    recorder.note(u"note"_s);
    recorder.outbox.close();
    recorder.post(u"event"_s);
    recorder.note(u"note"_s);
    Recorder other;
    other.post(u"marker"_s);
    QTRY_COMPARE(other.entries, QStringList{u"marker"_s});
    QCOMPARE(recorder.entries, QStringList());
}

void FlowOutboxTest::mayBeDestroyedByAReceiver_data()
{
    QTest::addColumn<bool>("byNote");
    QTest::newRow("of an event") << false;
    QTest::newRow("of a note") << true;
}

void FlowOutboxTest::mayBeDestroyedByAReceiver()
{
    QFETCH(bool, byNote);
    std::unique_ptr<FlowOutbox> outbox;
    int notes = 0;
    outbox = std::make_unique<FlowOutbox>([&](const FlowNote &) {
        ++notes;
        outbox.reset();
    });
    if (byNote)
        outbox->note({Kind::Console, u"note"_s, 1});
    else
        outbox->post([&] { outbox.reset(); });
    outbox->post([] { QFAIL("delivered by a dead one"); });
    QTRY_VERIFY(!outbox);
    QCOMPARE(notes, byNote ? 1 : 0);
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(FlowOutboxTest)
#include "tst_flowoutbox.moc"
