// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk::test;

// What the program remembers, and the verbs that look back.
class HistoryVerbsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void remembersLinks();
    void remembersWhatWasRefused();
    void narrowsDown_data();
    void narrowsDown();
    void exports_data();
    void exports();
    void refusesASecondConnection_data();
    void refusesASecondConnection();
    void makesASecondConnectionIfTold();
    void backsUpAndRestores();
    void forgetsAClient();
    void worksWithoutALedger();
    void refusesBadInput_data();
    void refusesBadInput();
    void holdsNoSecret();

private:
    QByteArray run(const QStringList &arguments, int expectedCode = 0);
    QByteArray createLink(const QString &organization, const QString &email, int expectedCode = 0,
        const QStringList &more = {});
    QJsonArray history(const QStringList &more = {});
    void resolveOne();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    QString m_errors;
};

namespace {

Response answerTo(const Request &request)
{
    if (request.path().contains("integration-by-token")) {
        return Response::json(R"({"status":"success","data":{"tool":"personio","id":"personio:1",
            "end_user_origin_id":"c-1","end_user_organization_name":"Northwind GmbH",
            "end_user_email":"jo@northwind.example","setup_status":"COMPLETED"}})");
    }
    if (request.body.contains("Refused")) {
        return Response::json(R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
            "title":"No","message":"no","log_url":null}})")
            .withStatus(400);
    }
    return Response::json(
        R"({"status":"success","data":{"link":"http://127.0.0.1:9/flow?token=LinkGeheim12345678"}})");
}

} // namespace

void HistoryVerbsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler(answerTo);
}

QByteArray HistoryVerbsTest::run(const QStringList &arguments, int expectedCode)
{
    Program program(arguments + QStringList{u"--data-dir"_s, m_folder->path()});
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    program.run();
    m_errors = QString::fromUtf8(program.err());
    if (program.exitCode() != expectedCode)
        qWarning().noquote() << arguments << told(program);
    return program.out();
}

QByteArray HistoryVerbsTest::createLink(
    const QString &organization, const QString &email, int expectedCode, const QStringList &more)
{
    return run(QStringList{u"create-link"_s, u"--organization"_s, organization, u"--email"_s, email,
                   u"--base-url"_s, m_server->url(u"/v1"_s).toString()}
            + more,
        expectedCode);
}

QJsonArray HistoryVerbsTest::history(const QStringList &more)
{
    return QJsonDocument::fromJson(run(QStringList{u"history"_s, u"--json"_s} + more)).array();
}

void HistoryVerbsTest::resolveOne()
{
    run({u"resolve"_s, u"ActGeheim12345678"_s, u"--base-url"_s,
        m_server->url(u"/v1"_s).toString()});
}

void HistoryVerbsTest::remembersLinks()
{
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    const QJsonArray attempts = history();
    QCOMPARE(attempts.size(), 1);
    const QJsonObject attempt = attempts.first().toObject();
    QCOMPARE(attempt.value("outcome"_L1).toString(), u"link_created"_s);
    QCOMPARE(attempt.value("organization"_L1).toString(), u"Northwind Ltd"_s);
    QCOMPARE(attempt.value("email"_L1).toString(), u"jo@northwind.example"_s);
    QVERIFY(run({u"history"_s}).contains("Northwind Ltd"));
}

void HistoryVerbsTest::remembersWhatWasRefused()
{
    createLink(u"Refused Ltd"_s, u"jo@refused.example"_s, 4);
    const QJsonObject attempt = history().first().toObject();
    QCOMPARE(attempt.value("outcome"_L1).toString(), u"failed"_s);
    QCOMPARE(attempt.value("error_code"_L1).toString(), u"PLATFORM.INPUT_INVALID"_s);
}

void HistoryVerbsTest::narrowsDown_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("found");

    QTest::newRow("nothing asked") << QStringList{} << 2;
    QTest::newRow("the beginning of a word") << QStringList{u"--search"_s, u"nor"_s} << 1;
    QTest::newRow("an e-mail") << QStringList{u"--search"_s, u"al@contoso.example"_s} << 1;
    QTest::newRow("nobody") << QStringList{u"--search"_s, u"fabrikam"_s} << 0;
    QTest::newRow("an outcome that was") << QStringList{u"--outcome"_s, u"link-created"_s} << 2;
    QTest::newRow("an outcome that was not") << QStringList{u"--outcome"_s, u"failed"_s} << 0;
    QTest::newRow("since long ago") << QStringList{u"--since"_s, u"2020-01-01"_s} << 2;
    QTest::newRow("since a day to come") << QStringList{u"--since"_s, u"2999-01-01"_s} << 0;
    QTest::newRow("one at most") << QStringList{u"--limit"_s, u"1"_s} << 1;
}

void HistoryVerbsTest::narrowsDown()
{
    QFETCH(QStringList, options);
    QFETCH(int, found);
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    createLink(u"Contoso SE"_s, u"al@contoso.example"_s);
    QCOMPARE(history(options).size(), found);
}

void HistoryVerbsTest::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as a table") << u"out.csv"_s;
    QTest::newRow("as JSON") << u"out.json"_s;
}

void HistoryVerbsTest::exports()
{
    QFETCH(QString, name);
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    const QString file = m_folder->filePath(name);
    run({u"history"_s, u"--export"_s, file});
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("Northwind Ltd"));
}

void HistoryVerbsTest::refusesASecondConnection_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");

    QTest::newRow("the same name in another form")
        << u"NORTHWIND"_s << u"x@elsewhere.example"_s << QStringList{} << 2;
    QTest::newRow("the same domain")
        << u"Quite Another"_s << u"x@northwind.example"_s << QStringList{} << 2;
    QTest::newRow("the same origin ID") << u"Quite Another"_s << u"x@elsewhere.example"_s
                                        << QStringList{u"--origin-id"_s, u"c-1"_s} << 2;
    QTest::newRow("but not for another client")
        << u"Quite Another"_s << u"x@elsewhere.example"_s << QStringList{} << 0;
    QTest::newRow("nor for another tool")
        << u"NORTHWIND"_s << u"x@elsewhere.example"_s << QStringList{u"--tool"_s, u"hibob"_s} << 0;
}

void HistoryVerbsTest::refusesASecondConnection()
{
    QFETCH(QString, organization);
    QFETCH(QString, email);
    QFETCH(QStringList, more);
    QFETCH(int, code);
    resolveOne();
    const qsizetype before = m_server->requests().size();
    createLink(organization, email, code, more + QStringList{u"--category"_s, u"HRIS"_s});
    QCOMPARE(m_server->requests().size() - before, code == 0 ? 1 : 0);
    if (code != 0)
        QVERIFY2(m_errors.contains("personio:1"_L1), qPrintable(m_errors));
}

void HistoryVerbsTest::makesASecondConnectionIfTold()
{
    resolveOne();
    createLink(u"Northwind GmbH"_s, u"jo@northwind.example"_s, 0,
        {u"--tool"_s, u"personio"_s, u"--allow-duplicate"_s});
    QCOMPARE(history().size(), 1);
}

void HistoryVerbsTest::backsUpAndRestores()
{
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    const QString file = m_folder->filePath(u"copy.sqlite"_s);
    run({u"backup"_s, file});
    QVERIFY(!(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    createLink(u"Contoso SE"_s, u"al@contoso.example"_s);
    QCOMPARE(history().size(), 2);
    run({u"restore"_s, file, u"--yes"_s});
    QCOMPARE(history().size(), 1);
}

void HistoryVerbsTest::forgetsAClient()
{
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    createLink(u"Contoso SE"_s, u"al@contoso.example"_s);
    run({u"forget"_s, u"--email"_s, u"jo@northwind.example"_s, u"--yes"_s});
    const QJsonArray left = history();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().toObject().value("organization"_L1).toString(), u"Contoso SE"_s);
}

void HistoryVerbsTest::worksWithoutALedger()
{
    QFile inTheWay(m_folder->filePath(u"ledger"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    QVERIFY(!createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s).isEmpty());
    QVERIFY2(m_errors.contains("history does not know"_L1), qPrintable(m_errors));
}

void HistoryVerbsTest::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");

    const auto row = [](const char *name, const QStringList &arguments, const QString &named) {
        QTest::newRow(name) << arguments << named;
    };
    row("an outcome that is none", {u"history"_s, u"--outcome"_s, u"conected"_s}, u"connected"_s);
    row("a day that is none", {u"history"_s, u"--since"_s, u"31.03.2026"_s}, u"--since"_s);
    row("no limit", {u"history"_s, u"--limit"_s, u"0"_s}, u"--limit"_s);
    row("a limit in words", {u"history"_s, u"--limit"_s, u"many"_s}, u"--limit"_s);
    row("too much to search for", {u"history"_s, u"--search"_s, QString(201, u'x')}, u"--search"_s);
    row("nothing to search for", {u"history"_s, u"--search"_s, u""_s}, u"--search"_s);
    row("a form that is not known", {u"history"_s, u"--export"_s, u"out.pdf"_s}, u"--export"_s);
    row("nobody to forget", {u"forget"_s, u"--yes"_s}, u"--email"_s);
    row("forgetting by mistake", {u"forget"_s, u"--email"_s, u"a@b.example"_s}, u"--yes"_s);
    row("restoring by mistake", {u"restore"_s, u"copy.sqlite"_s}, u"--yes"_s);
    row("no file for the copy", {u"backup"_s}, u"FILE"_s);
    row("a profile that nobody had", {u"history"_s, u"--profile"_s, u"Nowhere"_s}, u"Nowhere"_s);
}

void HistoryVerbsTest::refusesBadInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QVERIFY(run(arguments, 2).isEmpty());
    QVERIFY2(m_errors.contains(named), qPrintable(m_errors));
}

void HistoryVerbsTest::holdsNoSecret()
{
    createLink(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    resolveOne();
    const QDir folder(m_folder->filePath(u"ledger"_s));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *secret : {"LinkGeheim", "ActGeheim", "sk_test_Geheim"})
            QVERIFY2(!bytes.contains(secret), secret);
    }
}

QTEST_GUILESS_MAIN(HistoryVerbsTest)
#include "tst_historyverbs.moc"
