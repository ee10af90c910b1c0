// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"
#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace desk::test;

// The verbs that need no flow, as a script sees them.
class CliTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void printsHelpAndVersion();
    void refusesBadUsage();
    void printsALink();
    void printsALinkAsJson_data();
    void printsALinkAsJson();
    void makesALinkInPractice();
    void sendsWhatWasTyped();
    void printsAnIntegration();
    void printsAnIntegrationAsJson();
    void cannotBeSteeredByTheServer();
    void tellsFailuresByExitCode_data();
    void tellsFailuresByExitCode();
    void triesAgainAsAsked();
    void keepsQuietAboutWaiting();
    void givesUpInTime();
    void saysWhenNobodyAnswers();
    void failsWithoutAReader_data();
    void failsWithoutAReader();
    void endsOnCtrlC();
    void servesPractice();
    void endsPracticeOnSignals_data();
    void endsPracticeOnSignals();
    void endsPracticeInTime();
    void saysThatThePortIsTaken();
    void needsNoProxyForThisMachine();
    void doesNotLoadTheEngine();
    void saysThatTheEngineIsMissing();
    void saysThatThereIsNoDisplay();
};

namespace {

const QString anEmail = u"jo@northwind.example"_s;
const QString anOrganization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
const QString aToken = u"tok_Geheim.a/b:c"_s;

QStringList createLink(const ScriptedServer &server, const QStringList &more = {})
{
    return QStringList{u"create-link"_s, u"--base-url"_s, server.url(u"/v1"_s).toString(),
               u"--email"_s, anEmail, u"--organization"_s, anOrganization}
    + more;
}

QStringList resolve(const ScriptedServer &server, const QStringList &more = {})
{
    return QStringList{u"resolve"_s, aToken, u"--base-url"_s, server.url(u"/v1"_s).toString()}
    + more;
}

void runWithKey(Program &program)
{
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    program.run();
}

QString linkOn(const ScriptedServer &server)
{
    return server.url(u"/flow?token=LinkGeheim"_s).toString();
}

// The program cannot know that a word of the server is a token that it never had.
bool saysNoSecret(const Program &program, bool knowsToken)
{
    const QByteArray all = program.out() + program.err();
    return !all.contains(knowsToken ? "Geheim" : "sk_test_Geheim") && !all.contains("LinkGeheim");
}

QByteArray mappedFiles(qint64 processId)
{
    QFile maps(u"/proc/%1/maps"_s.arg(processId));
    return maps.open(QIODevice::ReadOnly) ? maps.readAll() : QByteArray();
}

} // namespace

void CliTest::printsHelpAndVersion()
{
    Program help({u"--help"_s});
    help.run();
    QCOMPARE(help.exitCode(), 0);
    QVERIFY(help.out().contains("create-link"));
    QVERIFY2(help.err().isEmpty(), help.err().constData());

    Program version({u"--version"_s});
    version.run();
    QCOMPARE(version.exitCode(), 0);
    QVERIFY2(version.out().startsWith("connect-desk "), version.out().constData());
}

void CliTest::refusesBadUsage()
{
    Program program({u"create-link"_s, u"--organization"_s, u"Acme"_s, u"--emial"_s, anEmail});
    program.run();
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(program.out(), QByteArray());
    QCOMPARE(program.err(), QByteArray("There is no option --emial. Did you mean --email?\n"));

    Program json({u"create-link"_s, u"--json"_s, u"--organization"_s, u"Acme"_s});
    json.run();
    QCOMPARE(json.exitCode(), 2);
    QCOMPARE(json.out(), QByteArray());
    QCOMPARE(json.error().value("kind"_L1).toString(), u"usage"_s);
    QVERIFY(json.error().value("http_status"_L1).isNull());
    QCOMPARE(json.error().keys(),
        QStringList(
            {u"code"_s, u"http_status"_s, u"kind"_s, u"log_url"_s, u"message"_s, u"title"_s}));
}

void CliTest::printsALink()
{
    ScriptedServer server;
    server.enqueue(Answers::link(linkOn(server)));
    Program program(createLink(server));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.out(), linkOn(server).toUtf8() + '\n');
    QVERIFY2(program.err().contains("valid until"), program.err().constData());
    QVERIFY(!program.err().contains("Geheim"));

    server.enqueue(Answers::link(linkOn(server)));
    Program quiet(createLink(server, {u"--quiet"_s}));
    runWithKey(quiet);
    QCOMPARE(quiet.out(), linkOn(server).toUtf8() + '\n');
    QCOMPARE(quiet.err(), QByteArray());
}

void CliTest::printsALinkAsJson_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("linkType");
    QTest::addColumn<qint64>("hours");

    QTest::newRow("an embedded link works for an hour")
        << QStringList() << u"EMBEDDED"_s << qint64{1};
    QTest::newRow("a magic link works for a year")
        << QStringList{u"--link-type"_s, u"magic-link"_s} << u"MAGIC_LINK"_s << qint64{365} * 24;
}

void CliTest::printsALinkAsJson()
{
    QFETCH(QStringList, options);
    QFETCH(qint64, hours);
    ScriptedServer server;
    server.enqueue(Answers::link(linkOn(server)));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    Program program(createLink(server, options + QStringList{u"--json"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.err(), QByteArray());
    const QJsonObject document = program.document();
    QCOMPARE(document.keys(), QStringList({u"expires_at"_s, u"link"_s, u"link_type"_s}));
    QCOMPARE(document.value("link"_L1).toString(), linkOn(server));
    QTEST(document.value("link_type"_L1).toString(), "linkType");
    const QString expiry = document.value("expires_at"_L1).toString();
    QVERIFY2(expiry.endsWith(u'Z'), qPrintable(expiry));
    // A leap year is a day longer.
    const qint64 seconds = before.secsTo(QDateTime::fromString(expiry, Qt::ISODate));
    const qint64 slack = hours > 24 ? 24 * 60 * 60 : 0;
    QVERIFY2(seconds >= hours * 3600 - 2 && seconds < hours * 3600 + slack + 60,
        qPrintable(QString::number(seconds)));
}

void CliTest::makesALinkInPractice()
{
    Program program({u"create-link"_s, u"--email"_s, anEmail, u"--organization"_s, u"Acme"_s});
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QVERIFY2(program.out().startsWith("http://127.0.0.1:"), program.out().constData());
    QVERIFY2(program.err().contains("connect-desk practice"), program.err().constData());
}

void CliTest::sendsWhatWasTyped()
{
    ScriptedServer server;
    server.enqueue(Answers::link(linkOn(server)));
    Program program(createLink(server, {u"--origin-id"_s, u"  "_s, u"--tool"_s, u" personio\n"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(server.requests().size(), 1);
    const Request &request = server.requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/v1/connect/create-link"));
    QCOMPARE(request.header("Authorization"), "Bearer " + programKey.toUtf8());
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(
        body.value("end_user_organization_name"_L1).toString().toUtf8(), anOrganization.toUtf8());
    QCOMPARE(body.value("end_user_email"_L1).toString(), anEmail);
    QCOMPARE(body.value("integration_tool"_L1).toString(), u"personio"_s);
    QVERIFY(!body.contains("end_user_origin_id"_L1));
}

void CliTest::printsAnIntegration()
{
    ScriptedServer server;
    server.enqueue(Answers::integration(anOrganization, anEmail));
    Program program(resolve(server));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(QString::fromUtf8(program.out()),
        u"Integration ID  personio:4711\n"
        "Tool            personio\n"
        "Organization    %1\n"
        "Email           %2\n"
        "Origin ID       –\n"
        "Setup           Complete\n"_s.arg(anOrganization, anEmail));
    QCOMPARE(program.err(), QByteArray());
    QCOMPARE(server.requests().first().target,
        QByteArray("/v1/connect/integration-by-token/tok_Geheim.a%2Fb%3Ac"));
}

void CliTest::printsAnIntegrationAsJson()
{
    ScriptedServer server;
    server.enqueue(Answers::integration(anOrganization, anEmail));
    Program program(resolve(server, {u"--json"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.err(), QByteArray());
    QJsonObject document = program.document();
    const QJsonObject timing = document.take("timing_ms"_L1).toObject();
    QVERIFY(timing.value("resolve"_L1).isDouble());
    QVERIFY(timing.value("total"_L1).isDouble());
    const QJsonObject integration{
        {u"id"_s, u"personio:4711"_s},
        {u"tool"_s, u"personio"_s},
        {u"end_user_origin_id"_s, QJsonValue()},
        {u"end_user_organization_name"_s, anOrganization},
        {u"end_user_email"_s, anEmail},
        {u"setup_status"_s, u"COMPLETED"_s},
    };
    QCOMPARE(
        document, QJsonObject({{u"integration"_s, integration}, {u"mismatches"_s, QJsonArray()}}));
}

void CliTest::cannotBeSteeredByTheServer()
{
    ScriptedServer server;
    server.enqueue(Answers::integration(u"Acme\u001b[2J\u202egpj.exe"_s, anEmail));
    Program program(resolve(server));
    runWithKey(program);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!program.out().contains('\x1b'));
    QVERIFY(!QString::fromUtf8(program.out()).contains(QChar(0x202e)));
    QVERIFY(program.out().contains("Acme"));

    server.enqueue(
        Answers::refusal(400, "PLATFORM.INPUT_INVALID", "bad\u001b]0;title\u0007\nline"));
    Program failing(resolve(server));
    runWithKey(failing);
    QCOMPARE(failing.exitCode(), 4);
    QVERIFY(!failing.err().contains('\x1b'));
    QCOMPARE(failing.err().count('\n'), 1);
}

void CliTest::tellsFailuresByExitCode_data()
{
    QTest::addColumn<Response>("answer");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const Response &answer, int exitCode, const char *kind,
                         int status) {
        QTest::newRow(name) << answer << exitCode << QString::fromLatin1(kind) << status;
    };
    const QByteArray leak = "no " + programKey.toUtf8() + " and " + aToken.toUtf8();
    row("a key that is not accepted",
        Answers::refusal(401, "PLATFORM.AUTHENTICATION_INVALID", leak), 3, "unauthorized", 401);
    row("401 without an envelope", Response::of(401, "text/plain", leak), 3, "unauthorized", 401);
    row("a network that is not accepted",
        Answers::refusal(403, "PLATFORM.IP_NOT_WHITELISTED", leak), 3, "network_not_allowed", 403);
    row("input that is not accepted", Answers::refusal(400, "PLATFORM.INPUT_INVALID", leak), 4,
        "rejected", 400);
    row("nothing there", Answers::refusal(404, "PLATFORM.INTEGRATION_NOT_FOUND", leak), 4,
        "not_found", 404);
    row("another refusal", Answers::refusal(422, {}, leak), 4, "rejected", 422);
    row("a page that says 404", Response::html("<h1>No</h1>").withStatus(404), 4, "not_found", 404);
    row("trouble at the server", Answers::refusal(500, "PLATFORM.UNKNOWN_ERROR", leak), 5, "server",
        500);
    row("trouble before the server", Response::html("<h1>Bad gateway</h1>").withStatus(502), 5,
        "server", 502);
    row("an overloaded server to the end", Answers::refusal(503, {}).withHeader("Retry-After", "0"),
        5, "server", 503);
    row("a redirect", Response::redirect(QUrl(u"https://evil.example/"_s)), 5, "redirect", 302);
    row("a page", Response::html("<h1>Welcome</h1>"), 5, "protocol", 200);
    row("an answer without content", Response::noContent(), 5, "protocol", 204);
    row("JSON of another shape", Response::json("{\"link\":1}"), 5, "protocol", 200);
    row("half of the JSON", Response::json(R"({"status":"succ)"), 5, "protocol", 200);
    row("too many requests to the end",
        Answers::refusal(429, "PLATFORM.RATE_LIMIT_EXCEEDED", leak).withHeader("Retry-After", "0"),
        6, "rate_limited", 429);

    const auto linkRow = [&row](const char *name, const QString &link) {
        row(name, Answers::link(link), 5, "link_refused", 0);
    };
    linkRow("a link to elsewhere", u"https://connect.kombo.dev.evil.example/?token=LinkGeheim"_s);
    linkRow("a link that is a script", u"javascript:alert('LinkGeheim')"_s);
    linkRow("a link that is a file", u"file:///LinkGeheim"_s);
}

void CliTest::tellsFailuresByExitCode()
{
    QFETCH(Response, answer);
    QFETCH(int, status);
    ScriptedServer server;
    server.setHandler([answer](const Request &) { return answer; });
    const bool isLinkRow = QByteArray(QTest::currentDataTag()).startsWith("a link");
    QList<QStringList> commands{createLink(server)};
    if (!isLinkRow)
        commands.append(resolve(server));
    for (const QStringList &command : commands) {
        const bool isResolve = command.first() == "resolve"_L1;
        Program program(command);
        runWithKey(program);
        QTEST(program.exitCode(), "exitCode");
        QCOMPARE(program.out(), QByteArray());
        QVERIFY2(!program.err().trimmed().isEmpty(), told(program).constData());
        QVERIFY2(saysNoSecret(program, isResolve), told(program).constData());

        Program json(command + QStringList{u"--json"_s});
        runWithKey(json);
        QTEST(json.exitCode(), "exitCode");
        QCOMPARE(json.out(), QByteArray());
        QTEST(json.error().value("kind"_L1).toString(), "kind");
        QCOMPARE(json.error().value("http_status"_L1).toInt(), status);
        QCOMPARE(json.err().count('\n'), 2); // the sentence, and the document
        QVERIFY2(saysNoSecret(json, isResolve), told(json).constData());
    }
}

void CliTest::triesAgainAsAsked()
{
    ScriptedServer server;
    server.enqueue(
        Answers::refusal(429, "PLATFORM.RATE_LIMIT_EXCEEDED").withHeader("Retry-After", "1"));
    server.enqueue(Answers::link(linkOn(server)));
    Program program(createLink(server));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(server.requests().size(), 2);
    QVERIFY2(program.err().contains("Trying again in "), program.err().constData());
    QCOMPARE(program.out(), linkOn(server).toUtf8() + '\n');
}

void CliTest::keepsQuietAboutWaiting()
{
    ScriptedServer server;
    for (const QString &option : {u"--quiet"_s, u"--json"_s}) {
        server.enqueue(Answers::refusal(429, {}).withHeader("Retry-After", "0"));
        server.enqueue(Answers::link(linkOn(server)));
        Program program(createLink(server, {option}));
        runWithKey(program);
        QVERIFY2(program.exitCode() == 0, told(program).constData());
        QCOMPARE(program.err(), QByteArray());
    }
}

void CliTest::givesUpInTime()
{
    ScriptedServer server;
    // One never answers; the other one lets itself be asked again and again.
    for (const Response &answer :
        {Response::stall(), Answers::refusal(429, {}).withHeader("Retry-After", "50")}) {
        for (const QStringList &command : {createLink(server), resolve(server)}) {
            server.enqueue(answer);
            QElapsedTimer timer;
            timer.start();
            Program program(command + QStringList{u"--json"_s, u"--timeout"_s, u"1"_s});
            runWithKey(program);
            QVERIFY2(program.exitCode() == 5, told(program).constData());
            QCOMPARE(program.error().value("kind"_L1).toString(), u"timeout"_s);
            QCOMPARE(program.out(), QByteArray());
            QVERIFY2(timer.elapsed() >= 1000, "gave up too early");
        }
    }
}

void CliTest::saysWhenNobodyAnswers()
{
    ScriptedServer server;
    const QStringList command = createLink(server, {u"--json"_s});
    server.stop();
    Program program(command);
    runWithKey(program);
    QVERIFY2(program.exitCode() == 5, told(program).constData());
    QCOMPARE(program.error().value("kind"_L1).toString(), u"transport"_s);
    QCOMPARE(program.out(), QByteArray());
}

void CliTest::failsWithoutAReader_data()
{
    QTest::addColumn<QString>("redirection");

    QTest::newRow("a closed stream") << u"\"$@\" >&-"_s;
    // The answer takes so long that the reader is gone before.
    QTest::newRow("a reader that went away") << u"{ \"$@\"; echo \"code=$?\" >&2; } | : ; exit 1"_s;
}

void CliTest::failsWithoutAReader()
{
    QFETCH(QString, redirection);
    ScriptedServer server;
    server.enqueue(
        Answers::link(linkOn(server)).trickled(1'000'000, std::chrono::milliseconds(700)));
    Program program(
        QStringList{u"-c"_s, redirection, u"sh"_s, Program::path()} + createLink(server));
    program.setProgram(u"/bin/sh"_s);
    runWithKey(program);
    QVERIFY2(program.exitCode() == 1, told(program).constData());
    QVERIFY2(program.err().contains("could not be written"), program.err().constData());
    if (redirection.contains("code="_L1))
        QVERIFY2(program.err().contains("code=1"), program.err().constData());
    QVERIFY(saysNoSecret(program, true));
}

void CliTest::endsOnCtrlC()
{
    ScriptedServer server;
    server.enqueue(Response::stall());
    Program program(createLink(server));
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    program.start();
    QTRY_COMPARE(server.requests().size(), 1);
    program.sendSignal(SIGINT);
    program.run();
    QVERIFY2(program.exitCode() == 7, told(program).constData());
    QCOMPARE(program.out(), QByteArray());
}

void CliTest::servesPractice()
{
    Program practice({u"practice"_s, u"--json"_s});
    practice.start();
    practice.waitForLine();
    const QJsonObject document = practice.document();
    QCOMPARE(document.keys(), QStringList({u"api_key"_s, u"base_url"_s}));
    const QString key = document.value("api_key"_L1).toString();
    QVERIFY(!key.isEmpty());

    const QStringList create{u"create-link"_s, u"--base-url"_s,
        document.value("base_url"_L1).toString(), u"--email"_s, anEmail, u"--organization"_s,
        anOrganization, u"--json"_s};
    Program client(create);
    client.setVariable(u"CONNECT_DESK_API_KEY"_s, key);
    client.run();
    QVERIFY2(client.exitCode() == 0, told(client).constData());

    Program stranger(create);
    runWithKey(stranger);
    QVERIFY2(stranger.exitCode() == 3, told(stranger).constData());
    QVERIFY(!practice.hasEnded());
    QVERIFY(!practice.err().contains(key.toUtf8()));
}

void CliTest::endsPracticeOnSignals_data()
{
    QTest::addColumn<int>("number");

    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("a shutdown") << SIGTERM;
    QTest::newRow("a closed terminal") << SIGHUP;
}

void CliTest::endsPracticeOnSignals()
{
    QFETCH(int, number);
    Program practice({u"practice"_s});
    practice.start();
    practice.waitForLine();
    QVERIFY2(practice.out().startsWith("Base URL  http://127.0.0.1:"), practice.out().constData());
    practice.sendSignal(number);
    practice.run();
    QVERIFY2(practice.exitCode() == 0, told(practice).constData());
}

void CliTest::endsPracticeInTime()
{
    Program practice({u"practice"_s, u"--timeout"_s, u"1"_s, u"--quiet"_s});
    practice.run();
    QVERIFY2(practice.exitCode() == 0, told(practice).constData());
    QCOMPARE(practice.out().count('\n'), 2);
    QCOMPARE(practice.err(), QByteArray());
}

void CliTest::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Program practice({u"practice"_s, u"--port"_s, QString::number(other.serverPort())});
    practice.run();
    QVERIFY2(practice.exitCode() == 1, told(practice).constData());
    QCOMPARE(practice.out(), QByteArray());
    QVERIFY(!practice.err().isEmpty());
}

void CliTest::needsNoProxyForThisMachine()
{
    ScriptedServer proxy;
    ScriptedServer server;
    server.enqueue(Answers::link(linkOn(server)));
    Program program(createLink(server));
    program.setVariable(u"http_proxy"_s, proxy.url().toString());
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(proxy.connectionCount(), 0);
}

void CliTest::doesNotLoadTheEngine()
{
    ScriptedServer server;
    for (const QStringList &command : {createLink(server), resolve(server)}) {
        server.enqueue(Response::stall());
        Program program(command);
        program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
        const qsizetype before = server.requests().size();
        program.start();
        QTRY_COMPARE(server.requests().size(), before + 1);
        const QByteArray files = mappedFiles(program.processId());
        QVERIFY(files.contains("Qt6Core"));
        QVERIFY(!files.contains("WebEngine"));
        QVERIFY(!files.contains("connect-desk-flow"));
    }
}

void CliTest::saysThatTheEngineIsMissing()
{
    // Away from its folder, the program finds no plugin.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"connect-desk"_s);
    QVERIFY(QFile::copy(Program::path(), copy));
    ScriptedServer server;
    QStringList command = createLink(server, {u"--json"_s});
    command.first() = u"connect"_s;
    Program program(command);
    program.setProgram(copy);
    runWithKey(program);
    QVERIFY2(program.exitCode() == 5, told(program).constData());
    QCOMPARE(program.error().value("kind"_L1).toString(), u"flow_unavailable"_s);
    QCOMPARE(program.out(), QByteArray());
    // A link that nobody can open must not be made.
    QCOMPARE(server.requests().size(), 0);
}

void CliTest::saysThatThereIsNoDisplay()
{
    Program program({});
    program.run();
    QVERIFY2(program.exitCode() == 1, told(program).constData());
    QVERIFY2(program.err().contains("display"), program.err().constData());
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
