// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "gate/pagereport.h"

#include "support/stricttest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = FlowNote::Kind;

class PageReportTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsReports_data();
    void readsReports();
    void countsAreBounded();
    void believesNothingWithoutAPage();
};

namespace {

const ReportExpectation expected{u"load-1"_s, u"https://connect.kombo.dev"_s};

QJsonObject report(const QString &kind, QJsonObject more = {})
{
    more["kind"_L1] = kind;
    if (!more.contains("load"_L1))
        more["load"_L1] = expected.load;
    return more;
}

QJsonObject ending(const QString &kind, const QJsonValue &token,
    const QString &origin = expected.origin, const QString &load = expected.load)
{
    return report(kind, {{u"origin"_s, origin}, {u"token"_s, token}, {u"load"_s, load}});
}

QJsonObject counts(const QJsonArray &entries)
{
    return report(u"counts"_s, {{u"entries"_s, entries}});
}

struct Describe {
    QString operator()(const NoReport &) const { return u"nothing"_s; }
    QString operator()(const AliveReport &) const { return u"alive"_s; }
    QString operator()(const MissingReport &) const { return u"missing"_s; }
    QString operator()(const TokenReport &token) const
    {
        return u"token "_s + token.token.reveal();
    }
    QString operator()(const CloseReport &) const { return u"close"_s; }
    QString operator()(const LibraryReport &library) const { return u"library "_s + library.name; }
    QString operator()(const NotesReport &notes) const
    {
        QStringList texts;
        for (const FlowNote &note : notes.notes) {
            const bool isDropped = note.kind == Kind::MessageDropped;
            texts += (isDropped ? u"dropped: "_s : u"ignored: "_s) + note.text + u" x"_s
                + QString::number(note.count);
        }
        return texts.join(u"; "_s);
    }
};

} // namespace

void PageReportTest::readsReports_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("meaning");

    const QString other = u"https://connect.kombo.dev.evil.example"_s;
    QTest::newRow("nothing at all") << QJsonObject() << u"nothing"_s;
    QTest::newRow("an unknown kind") << report(u"explode"_s) << u"nothing"_s;
    QTest::newRow("a sign of life") << report(u"alive"_s) << u"alive"_s;
    QTest::newRow("a sign of life of an earlier page")
        << report(u"alive"_s, {{u"load"_s, u"load-0"_s}}) << u"nothing"_s;
    QTest::newRow("a missing document") << report(u"missing"_s) << u"missing"_s;
    QTest::newRow("a token") << ending(u"success"_s, u"a/b+c="_s) << u"token a/b+c="_s;
    QTest::newRow("a token of an earlier page")
        << ending(u"success"_s, u"abc"_s, expected.origin, u"load-0"_s) << u"nothing"_s;
    QTest::newRow("a token from another origin")
        << ending(u"success"_s, u"abc"_s, other) << u"dropped: not from the link's origin x1"_s;
    QTest::newRow("a token from nowhere")
        << ending(u"success"_s, u"abc"_s, {}) << u"dropped: not from the link's origin x1"_s;
    for (const QJsonValue &token : {QJsonValue(), QJsonValue(u""_s), QJsonValue(u"a b"_s),
             QJsonValue(7), QJsonValue(QString(4097, u'x')), QJsonValue(QJsonObject())}) {
        QTest::addRow(
            "a useless token %d", static_cast<int>(token.type()) + int(token.toString().size()))
            << ending(u"success"_s, token) << u"dropped: success without a usable token x1"_s;
    }
    QTest::newRow("a close") << ending(u"close"_s, {}) << u"close"_s;
    QTest::newRow("a close from another origin")
        << ending(u"close"_s, {}, other) << u"dropped: not from the link's origin x1"_s;
    QTest::newRow("the library's error")
        << report(u"libraryError"_s, {{u"name"_s, u"TypeError"_s}}) << u"library TypeError"_s;
    QTest::newRow("the library's error, at length")
        << report(u"libraryError"_s, {{u"name"_s, u"\u202E\n"_s + QString(9999, u'n')}})
        << u"library ??"_s + QString(62, u'n');
    QTest::newRow("a stopped message")
        << counts({QJsonObject{{u"reason"_s, u"otherOrigin"_s},
               {u"origin"_s, u"https://a.example"_s}, {u"type"_s, u"success"_s}, {u"count"_s, 3}}})
        << u"dropped: not from the link's origin, from https://a.example, type success x3"_s;
    QTest::newRow("an ignored message") << counts({QJsonObject{{u"reason"_s, u"unknownType"_s},
        {u"origin"_s, expected.origin}, {u"type"_s, u"ready"_s}, {u"count"_s, 1}}})
                                        << u"ignored: ready x1"_s;
    QTest::newRow("a count of a reason nobody knows")
        << counts({QJsonObject{{u"reason"_s, u"<b>"_s}}}) << u"dropped: unknown reason x1"_s;
    QTest::newRow("a count that nobody could reach")
        << counts({QJsonObject{{u"reason"_s, u"noType"_s}, {u"count"_s, 1'000'001}}})
        << u"dropped: no type x1000000"_s;
    QTest::newRow("a count that is no number")
        << counts({QJsonObject{{u"reason"_s, u"noType"_s}, {u"count"_s, u"many"_s}}})
        << u"dropped: no type x1"_s;
    QTest::newRow("a count below one and signs nobody can see") << counts({QJsonObject{
        {u"reason"_s, u"unknownType"_s}, {u"type"_s, u"a\n\u202Eb"_s}, {u"count"_s, -5}}})
                                                                << u"ignored: a??b x1"_s;
}

void PageReportTest::readsReports()
{
    QFETCH(QJsonObject, json);
    const PageReport read = readPageReport(json, expected);
    QTEST(std::visit(Describe(), read), "meaning");
}

void PageReportTest::countsAreBounded()
{
    QJsonArray entries;
    for (int i = 0; i < 1000; ++i) {
        entries.append(
            QJsonObject{{u"reason"_s, u"otherOrigin"_s}, {u"origin"_s, QString(9999, u'o')},
                {u"type"_s, QString(9999, u't')}, {u"count"_s, 1e18}});
    }
    const PageReport read = readPageReport(counts(entries), expected);
    const QList<FlowNote> notes = std::get<NotesReport>(read).notes;
    QCOMPARE(notes.size(), 64);
    const QString text = u"not from the link's origin, from "_s + QString(256, u'o') + u", type "_s
        + QString(64, u't');
    QCOMPARE(notes.first().text, text);
    QVERIFY(notes.first().count >= 1 && notes.first().count <= 1'000'000);
}

// Between two pages no report is awaited, not even one that says so.
void PageReportTest::believesNothingWithoutAPage()
{
    const QJsonObject json = ending(u"success"_s, u"abc"_s, expected.origin, QString());
    const PageReport read = readPageReport(json, {{}, expected.origin});
    QCOMPARE(std::visit(Describe(), read), u"nothing"_s);
}

QTEST_GUILESS_MAIN(PageReportTest)
#include "tst_pagereport.moc"
