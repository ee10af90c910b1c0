// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"
#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace desk::test;

// The verbs around a connection, and what every verb that asks the API can do besides: records,
// scripts, proxies.
class AfterCareTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void prints_data();
    void prints();
    void printsDataAsJson_data();
    void printsDataAsJson();
    void tellsFailuresByExitCode_data();
    void tellsFailuresByExitCode();
    void looksAgainAfterADeletion();
    void masksTokensInData();
    void goesThroughAWholeLifeInPractice();
    void lastsThroughScriptedFaults();
    void tellsExchanges();
    void savesExchanges();
    void savesExchangesOfWhatWasCancelled();
    void saysThatExchangesCannotBeSaved();
    void printsAScriptThatSendsTheSame();
    void completesInBash_data();
    void completesInBash();
    void completionsAreWellFormed_data();
    void completionsAreWellFormed();
    void tellsItsVersions();
    void goesThroughAProxy();
    void givesTheProxyNoKey();
    void saysWhyTlsFailed();
};

namespace {

const QString anId = u"personio:Zk3v"_s;

QStringList at(const ScriptedServer &server, const QStringList &arguments)
{
    return arguments + QStringList{u"--base-url"_s, server.url(u"/v1"_s).toString()};
}

void runWithKey(Program &program)
{
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    program.run();
}

Response success(const QByteArray &data)
{
    return Response::json(R"({"status":"success","data":)" + data + '}');
}

constexpr auto details = R"({"id":"personio:Zk3v","tool":{"id":"personio","label":"Personio",
    "internal_label":null},"category":"HRIS","status":"INVALID","setup_status":"COMPLETED",
    "end_user":{"organization_name":"Müller 株式会社","creator_email":null,"origin_id":"c-1"},
    "scope_config":{"id":"Mp4x","name":"Default"},"data_expired_at":null,
    "created_at":"2026-03-02T09:15:27.104Z","beta":false,"read_models":[],"write_actions":[]})";
constexpr auto tools = R"({"tools":[{"id":"payfit","label":"PayFit","internal_label":"customer",
    "paid_api_details_markdown":"x"},{"id":"hibob","label":"HiBob","internal_label":null}]})";
constexpr auto field = R"({"id":"Vb","key":"badge","model":"hris_employees","type":"DEFAULT",
    "label":"Badge","is_passthrough_enabled":true,"is_writable":false})";
constexpr auto customField = R"({"id":"Gd","key":"shirt","model":"hris_employees","label":null,
    "description":null,"integration_field":{"id":"Vb","key":"badge","type":"DEFAULT",
    "label":"Badge"}})";

QByteArray page(const QByteArray &items)
{
    return R"({"results":[)" + items + R"(],"next":null})";
}

// Answers every endpoint as it should.
Response good(const Request &request)
{
    const QByteArray path = request.path();
    if (path.endsWith("/check-api-key"))
        return success(R"({"environment_id":"7fQm2LxW"})");
    if (path.contains("/tools/"))
        return success(tools);
    if (path.endsWith("link"))
        return success(R"({"link":"http://127.0.0.1:9/flow?token=LinkGeheim"})");
    if (path.endsWith("/force-sync"))
        return success(R"({"already_queued":true,"sync_id":"Rz5b","type":"DELTA"})");
    if (path.contains("/integration-fields"))
        return success(request.method == "GET" ? page(field) : field);
    if (path.contains("/custom-fields"))
        return success(request.method == "GET" ? page(customField) : customField);
    if (request.method == "GET")
        return success(details);
    return success("{}");
}

bool saysNoSecret(const Program &program)
{
    return !(program.out() + program.err()).contains("sk_test_Geheim");
}

class Practice {
public:
    explicit Practice(const QStringList &more = {})
        : m_program(QStringList{u"practice"_s, u"--json"_s} + more)
    {
        m_program.start();
        m_program.waitForLine();
        m_address = m_program.document();
    }

    //! The program at work in this environment.
    QByteArray run(const QStringList &arguments, int expectedCode = 0)
    {
        Program client(
            arguments + QStringList{u"--base-url"_s, m_address.value("base_url"_L1).toString()});
        client.setVariable(u"CONNECT_DESK_API_KEY"_s, m_address.value("api_key"_L1).toString());
        client.run();
        if (client.exitCode() != expectedCode)
            qWarning().noquote() << arguments << told(client);
        m_lastError = client.err();
        return client.out();
    }
    QJsonObject json(const QStringList &arguments)
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{u"--json"_s})).object();
    }
    const QByteArray &lastError() const { return m_lastError; }

    //! Makes an integration by the flow's own steps would take a browser; the control call does.
    QString makeIntegration()
    {
        QNetworkAccessManager manager;
        QUrl url(m_address.value("base_url"_L1).toString());
        url.setPath(u"/practice/integrations"_s);
        QNetworkRequest request(url);
        request.setRawHeader(
            "Authorization", "Bearer " + m_address.value("api_key"_L1).toString().toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = manager.post(request,
            R"({"tool":"personio","organization_name":"Northwind Ltd","field_mapping":true})");
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }))
            return {};
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        return answer.value("data"_L1).toObject().value("id"_L1).toString();
    }

private:
    Program m_program;
    QJsonObject m_address;
    QByteArray m_lastError;
};

} // namespace

void AfterCareTest::prints_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("request"); // the first one: method and target
    QTest::addColumn<QByteArray>("text");
    const QByteArray one = "/v1/integrations/personio%3AZk3v";
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &request,
                         const QByteArray &text) {
        QTest::newRow(name) << arguments << request << text;
    };
    row("check-key", {u"check-key"_s}, "GET /v1/check-api-key", "Environment ID  7fQm2LxW\n");
    row("tools", {u"tools"_s, u"HRIS"_s}, "GET /v1/tools/hris",
        "payfit  PayFit  customer  paid API\n"
        "hibob   HiBob\n");
    row("integration", {u"integration"_s, anId}, "GET " + one,
        "Integration ID  personio:Zk3v\n"
        "Tool            Personio (personio)\n"
        "Category        HRIS\n"
        "Status          Invalid: the credentials no longer work\n"
        "Setup           Complete\n"
        "Organization    Müller 株式会社\n"
        "Email           –\n"
        "Origin ID       c-1\n"
        "Scope config    Default (Mp4x)\n"
        "Created         2026-03-02 09:15 UTC\n");
    row("relink", {u"relink"_s, anId}, "POST " + one + "/relink",
        "http://127.0.0.1:9/flow?token=LinkGeheim\n");
    row("setup-link", {u"setup-link"_s, anId}, "POST " + one + "/setup-link",
        "http://127.0.0.1:9/flow?token=LinkGeheim\n");
    row("enable", {u"enable"_s, anId}, "PUT " + one + "/enabled",
        "personio:Zk3v is switched on.\n");
    row("disable", {u"disable"_s, anId}, "PUT " + one + "/enabled",
        "personio:Zk3v is switched off.\n");
    row("sync", {u"sync"_s, anId}, "POST /v1/force-sync", "Sync ID  Rz5b\nType     DELTA\n");
    row("delete", {u"delete"_s, anId, u"--yes"_s}, "DELETE " + one, "personio:Zk3v is deleted.\n");
    row("fields", {u"fields"_s, anId}, "GET " + one + "/integration-fields?page_size=2000",
        "Integration fields\n"
        "Vb  hris_employees  badge  Badge  passed through\n"
        "\n"
        "Custom fields\n"
        "Gd  hris_employees  shirt  –  ← badge (Vb)\n");
    row("map-field", {u"map-field"_s, anId, u"Gd"_s, u"Vb"_s}, "PUT " + one + "/custom-fields/Gd",
        "Custom fields\nGd  hris_employees  shirt  –  ← badge (Vb)\n");
    row("passthrough", {u"passthrough"_s, anId, u"Vb"_s, u"on"_s},
        "PATCH " + one + "/integration-fields/Vb",
        "Integration fields\nVb  hris_employees  badge  Badge  passed through\n");
}

void AfterCareTest::prints()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, text);
    ScriptedServer server;
    server.setHandler(good);
    Program program(at(server, arguments));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.out(), text);
    const Request &first = server.requests().constFirst();
    QCOMPARE(first.method + ' ' + first.target, request);
    QCOMPARE(first.header("Authorization"), "Bearer " + programKey.toLatin1());
    QVERIFY(saysNoSecret(program));
}

void AfterCareTest::printsDataAsJson_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("check-key") << QStringList{u"check-key"_s}
                               << QByteArray(R"({"environment_id":"7fQm2LxW"})");
    QTest::newRow("tools") << QStringList{u"tools"_s, u"lms"_s} << QByteArray(tools);
    QTest::newRow("integration") << QStringList{u"integration"_s, anId} << QByteArray(details);
    QTest::newRow("enable") << QStringList{u"enable"_s, anId} << QByteArray("{}");
    QTest::newRow("sync") << QStringList{u"sync"_s,
        anId} << QByteArray(R"({"already_queued":true,"sync_id":"Rz5b","type":"DELTA"})");
    QTest::newRow("delete") << QStringList{u"delete"_s, anId, u"--yes"_s} << QByteArray("{}");
    QTest::newRow("fields") << QStringList{u"fields"_s, anId}
                            << QByteArray(R"({"integration_fields":[)") + field
            + R"(],"custom_fields":[)" + customField + "]}";
    QTest::newRow("map-field") << QStringList{u"map-field"_s, anId, u"Gd"_s, u"--unmap"_s}
                               << QByteArray(customField);
    QTest::newRow("passthrough") << QStringList{u"passthrough"_s, anId, u"Vb"_s, u"off"_s}
                                 << QByteArray(field);
}

void AfterCareTest::printsDataAsJson()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, data);
    ScriptedServer server;
    server.setHandler(good);
    Program program(at(server, arguments + QStringList{u"--json"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.document(), QJsonDocument::fromJson(data).object());
    QCOMPARE(program.err(), QByteArray());
}

void AfterCareTest::tellsFailuresByExitCode_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const Response &response, int code, const QString &kind) {
        QTest::newRow(name) << response << code << kind;
    };
    row("a wrong key", Answers::refusal(401, "PLATFORM.AUTHENTICATION_INVALID", "no"), 3,
        u"unauthorized"_s);
    row("a network that is not allowed", Answers::refusal(403, "PLATFORM.IP_NOT_WHITELISTED", "no"),
        3, u"network_not_allowed"_s);
    row("an unknown ID", Answers::refusal(404, "PLATFORM.INTEGRATION_NOT_FOUND", "no"), 4,
        u"not_found"_s);
    row("refused", Answers::refusal(409, "INTEGRATION.SETUP_INCOMPLETE", "no"), 4, u"rejected"_s);
    row("trouble at the server", Answers::refusal(500, {}, "no"), 5, u"server"_s);
    row("data without an id", success("{}"), 5, u"protocol"_s);
    row("a page", Response::html("<h1>Log in</h1>"), 5, u"protocol"_s);
    row("asked to come back in an hour",
        Answers::refusal(429, "PLATFORM.RATE_LIMIT_EXCEEDED", "no")
            .withHeader("Retry-After", "3600"),
        6, u"rate_limited"_s);
}

void AfterCareTest::tellsFailuresByExitCode()
{
    QFETCH(Response, response);
    QFETCH(int, code);
    QFETCH(QString, kind);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    Program program(at(server, {u"integration"_s, anId, u"--json"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == code, told(program).constData());
    QCOMPARE(program.out(), QByteArray());
    QCOMPARE(program.error().value("kind"_L1).toString(), kind);
    QVERIFY(saysNoSecret(program));
}

void AfterCareTest::looksAgainAfterADeletion()
{
    ScriptedServer server;
    server.enqueue(Response::of(502, "text/html", "<h1>Bad gateway</h1>"));
    server.enqueue(Answers::refusal(404, "PLATFORM.INTEGRATION_NOT_FOUND", "gone"));
    Program program(at(server, {u"delete"_s, anId, u"--yes"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.out(), QByteArray("personio:Zk3v is deleted.\n"));
}

void AfterCareTest::masksTokensInData()
{
    ScriptedServer server;
    server.enqueue(success(R"({"environment_id":"e","activation_token":"act-Geheim-1"})"));
    Program program(at(server, {u"check-key"_s, u"--json"_s}));
    runWithKey(program);
    QCOMPARE(program.document().value("activation_token"_L1).toString(), u"[redacted]"_s);
}

void AfterCareTest::goesThroughAWholeLifeInPractice()
{
    Practice practice;
    QVERIFY(practice.run({u"tools"_s, u"hris"_s}).count('\n') >= 20);
    const QString id = practice.makeIntegration();
    QVERIFY(!id.isEmpty());
    QCOMPARE(
        practice.json({u"integration"_s, id}).value("setup_status"_L1).toString(), u"INCOMPLETE"_s);
    QVERIFY(practice.run({u"setup-link"_s, id}).startsWith("http://127.0.0.1:"));
    QVERIFY(practice.run({u"relink"_s, id, u"--language"_s, u"de"_s}).startsWith("http://"));
    practice.run({u"disable"_s, id});
    QCOMPARE(practice.json({u"integration"_s, id}).value("status"_L1).toString(), u"INACTIVE"_s);
    practice.run({u"enable"_s, id});
    QCOMPARE(practice.json({u"integration"_s, id}).value("status"_L1).toString(), u"ACTIVE"_s);
    QVERIFY(!practice.json({u"sync"_s, id}).value("already_queued"_L1).toBool());
    QVERIFY(practice.json({u"sync"_s, id}).value("already_queued"_L1).toBool());

    const QJsonObject fields = practice.json({u"fields"_s, id});
    const QJsonArray custom = fields.value("custom_fields"_L1).toArray();
    const QJsonArray found = fields.value("integration_fields"_L1).toArray();
    QVERIFY(!custom.isEmpty() && !found.isEmpty());
    const QString fieldId = found.first().toObject().value("id"_L1).toString();
    const QString customId = custom.first().toObject().value("id"_L1).toString();
    const QJsonObject mapped = practice.json({u"map-field"_s, id, customId, fieldId});
    QCOMPARE(mapped.value("integration_field"_L1).toObject().value("id"_L1).toString(), fieldId);
    QVERIFY(practice.json({u"map-field"_s, id, customId, u"--unmap"_s})
                .value("integration_field"_L1)
                .isNull());
    QVERIFY(practice.json({u"passthrough"_s, id, fieldId, u"on"_s})
                .value("is_passthrough_enabled"_L1)
                .toBool());

    QVERIFY(practice.run({u"delete"_s, id, u"--yes"_s}).contains("is deleted"));
    QVERIFY(practice.run({u"integration"_s, id}, 4).isEmpty());
    QVERIFY(practice.run({u"delete"_s, id, u"--yes"_s}, 4).isEmpty());
}

void AfterCareTest::lastsThroughScriptedFaults()
{
    Practice practice({u"--fault"_s, u"checkApiKey:status=503,retry_after_ms=20,times=2"_s,
        u"--fault"_s, u"getTools:drop,times=1"_s, u"--fault"_s, u"getIntegrationDetails:cut"_s});
    QVERIFY(practice.run({u"check-key"_s}).startsWith("Environment ID"));
    QVERIFY(practice.lastError().contains("Trying again"));
    QVERIFY(!practice.run({u"tools"_s, u"lms"_s}).isEmpty());
    practice.run({u"integration"_s, practice.makeIntegration()}, 5);
}

void AfterCareTest::tellsExchanges()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(503).withHeader("retry-after-ms", "5"));
    server.enqueue(success(R"({"environment_id":"e"})"));
    Program program(at(server, {u"check-key"_s, u"--verbose"_s, u"--json"_s}));
    runWithKey(program);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!program.document().isEmpty());
    const QByteArrayList lines = program.err().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QByteArray url = server.url(u"/v1/check-api-key"_s).toEncoded();
    QVERIFY2(
        lines.constFirst().startsWith("GET " + url + " → 503, "), lines.constFirst().constData());
    QVERIFY2(
        lines.constLast().startsWith("GET " + url + " → 200, "), lines.constLast().constData());
    QVERIFY2(lines.constLast().endsWith(", attempt 2"), lines.constLast().constData());

    Program resolving(at(server, {u"resolve"_s, u"tok_Geheim/1"_s, u"--verbose"_s}));
    runWithKey(resolving);
    QVERIFY(!resolving.err().contains("Geheim"));
    QVERIFY2(resolving.err().contains("integration-by-token/[redacted] → 404"),
        told(resolving).constData());
}

void AfterCareTest::savesExchanges()
{
    QTemporaryDir folder;
    ScriptedServer server;
    server.setHandler(good);
    Program program(at(server,
        {u"create-link"_s, u"--email"_s, u"jo@northwind.example"_s, u"--organization"_s,
            u"Northwind Ltd"_s, u"--hide-email"_s, u"--har"_s, folder.filePath(u"a.har"_s)}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QFile file(folder.filePath(u"a.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray har = file.readAll();
    QVERIFY(!har.contains("Geheim"));
    QVERIFY(!har.contains("jo@northwind.example"));
    const QJsonArray entries = QJsonDocument::fromJson(har)
                                   .object()
                                   .value("log"_L1)
                                   .toObject()
                                   .value("entries"_L1)
                                   .toArray();
    QCOMPARE(entries.size(), 1);
    const QJsonObject request = entries.first().toObject().value("request"_L1).toObject();
    QCOMPARE(request.value("method"_L1).toString(), u"POST"_s);
    QCOMPARE(
        request.value("url"_L1).toString(), server.url().toString() + u"/v1/connect/create-link"_s);
    QVERIFY(har.contains("Northwind Ltd"));
}

void AfterCareTest::savesExchangesOfWhatWasCancelled()
{
    QTemporaryDir folder;
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::stall(); });
    Program program(at(server, {u"check-key"_s, u"--har"_s, folder.filePath(u"a.har"_s)}));
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    program.start();
    QTRY_COMPARE(server.requests().size(), 1);
    program.sendSignal(SIGTERM);
    program.run();
    QVERIFY2(program.exitCode() == 7, told(program).constData());
    QFile file(folder.filePath(u"a.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).isObject());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.har"_s});
}

void AfterCareTest::saysThatExchangesCannotBeSaved()
{
    ScriptedServer server;
    server.setHandler(good);
    Program program(at(server, {u"check-key"_s, u"--har"_s, u"/dev/full/a.har"_s}));
    runWithKey(program);
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.err().contains("--har: the folder"), told(program).constData());
    QVERIFY(server.requests().isEmpty());

    Program unwritable(at(server, {u"check-key"_s, u"--har"_s, u"/proc/a.har"_s}));
    runWithKey(unwritable);
    QVERIFY2(unwritable.exitCode() == 1, told(unwritable).constData());
    QCOMPARE(unwritable.out(), QByteArray("Environment ID  7fQm2LxW\n"));
    QVERIFY2(unwritable.err().contains("could not be written"), told(unwritable).constData());
}

void AfterCareTest::printsAScriptThatSendsTheSame()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("there is no curl here");
    ScriptedServer server;
    server.setHandler(good);
    Program program(at(server,
        {u"relink"_s, anId, u"--language"_s, u"de"_s, u"--copy-as"_s, u"curl"_s, u"--quiet"_s}));
    runWithKey(program);
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QVERIFY(program.out().contains("CONNECT_DESK_API_KEY"));
    QVERIFY(saysNoSecret(program));

    Program shell({u"-c"_s, QString::fromUtf8(program.out())});
    shell.setProgram(u"/bin/sh"_s);
    runWithKey(shell);
    QVERIFY2(shell.exitCode() == 0, told(shell).constData());
    QCOMPARE(server.requests().size(), 2);
    const Request &first = server.requests().constFirst();
    const Request &second = server.requests().constLast();
    QCOMPARE(second.method + second.target + second.body, first.method + first.target + first.body);
    QCOMPARE(second.header("Authorization"), first.header("Authorization"));
}

void AfterCareTest::completesInBash_data()
{
    QTest::addColumn<QString>("words"); // of which the last is completed
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a verb") << u"connect-desk se"_s << QStringList{u"setup-link"_s};
    QTest::newRow("an option of a verb") << u"connect-desk sync --ty"_s << QStringList{u"--type"_s};
    QTest::newRow("a value") << u"connect-desk sync a --type F"_s << QStringList{u"FULL"_s};
    QTest::newRow("a category") << u"connect-desk tools L"_s << QStringList{u"LMS"_s};
    QTest::newRow("a shell") << u"connect-desk completions z"_s << QStringList{u"zsh"_s};
    QTest::newRow("no option of another verb") << u"connect-desk enable a --y"_s << QStringList();
    QTest::newRow("nothing for a value of one's own")
        << u"connect-desk create-link --email a"_s << QStringList();
    QTest::newRow("an option of the window")
        << u"connect-desk --autop"_s << QStringList{u"--autopilot"_s};
}

void AfterCareTest::completesInBash()
{
    QFETCH(QString, words);
    QFETCH(QStringList, expected);
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty())
        QSKIP("there is no bash here");
    Program completions({u"completions"_s, u"bash"_s});
    completions.run();
    QCOMPARE(completions.exitCode(), 0);
    const QString script = QString::fromUtf8(completions.out())
        + u"COMP_WORDS=(%1)\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n_connect_desk\n"
          "for each in \"${COMPREPLY[@]}\"; do echo \"$each\"; done\n"_s.arg(words);
    Program shell({u"--noprofile"_s, u"--norc"_s, u"-u"_s, u"-c"_s, script});
    shell.setProgram(bash);
    shell.run();
    QVERIFY2(shell.exitCode() == 0, told(shell).constData());
    QCOMPARE(shell.err(), QByteArray());
    QCOMPARE(QString::fromUtf8(shell.out()).split(u'\n', Qt::SkipEmptyParts), expected);
}

void AfterCareTest::completionsAreWellFormed_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s})
        QTest::newRow(qPrintable(shell)) << shell;
}

void AfterCareTest::completionsAreWellFormed()
{
    QFETCH(QString, shell);
    Program completions({u"completions"_s, shell});
    completions.run();
    QCOMPARE(completions.exitCode(), 0);
    for (const char *word : {"create-link", "map-field", "copy-as", "typescript", "MAGIC_LINK"})
        QVERIFY2(completions.out().contains(word), word);
    QVERIFY(!completions.out().contains("%1"));
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        QSKIP("there is no such shell here, so nobody checks the syntax");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"script"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(completions.out());
    file.close();
    Program check({u"-n"_s, file.fileName()});
    check.setProgram(program);
    check.run();
    QVERIFY2(check.exitCode() == 0, told(check).constData());
    QCOMPARE(check.err(), QByteArray());
}

void AfterCareTest::tellsItsVersions()
{
    Program program({u"--version"_s});
    program.run();
    QCOMPARE(program.exitCode(), 0);
    const QByteArrayList lines = program.out().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith("connect-desk "));
    QCOMPARE(lines.at(1), QByteArray("Qt ") + qVersion());
    QVERIFY(lines.at(2).startsWith("Chromium "));
    QCOMPARE(program.err(), QByteArray());
}

void AfterCareTest::goesThroughAProxy()
{
    ScriptedServer proxy;
    proxy.setHandler([](const Request &) { return Response::of(502, {}, {}).closing(); });
    Program program(
        {u"check-key"_s, u"--base-url"_s, u"https://api.acme.example/v1"_s, u"--json"_s});
    program.setVariable(u"https_proxy"_s, proxy.url().toString());
    runWithKey(program);
    QVERIFY2(program.exitCode() == 5, told(program).constData());
    QVERIFY(!proxy.requests().isEmpty());
    QCOMPARE(proxy.requests().constFirst().method, QByteArray("CONNECT"));
    QCOMPARE(proxy.requests().constFirst().target, QByteArray("api.acme.example:443"));
}

void AfterCareTest::givesTheProxyNoKey()
{
    ScriptedServer proxy;
    proxy.setHandler([](const Request &) {
        return Response::of(407, {}, {}).withHeader("Proxy-Authenticate", "Basic realm=\"x\"");
    });
    Program program(
        {u"check-key"_s, u"--base-url"_s, u"https://api.acme.example/v1"_s, u"--json"_s});
    program.setVariable(u"HTTPS_PROXY"_s, proxy.url().toString());
    runWithKey(program);
    QVERIFY2(program.exitCode() == 5 || program.exitCode() == 3, told(program).constData());
    QVERIFY(!proxy.requests().isEmpty());
    for (const Request &request : proxy.requests()) {
        QVERIFY(!request.hasHeader("Authorization"));
        for (const auto &[name, value] : request.headers)
            QVERIFY(!value.contains("Geheim"));
    }
    QVERIFY(saysNoSecret(program));
}

void AfterCareTest::saysWhyTlsFailed()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    const auto testFile = [](const QString &name) {
        QFile file(QStringLiteral(DESK_TEST_DATA) + u"/tls/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(testFile(u"expired.pem"_s)));
    configuration.setPrivateKey(QSslKey(testFile(u"key.pem"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Program program({u"check-key"_s, u"--json"_s, u"--base-url"_s,
        u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort())});
    runWithKey(program);
    QVERIFY2(program.exitCode() == 5, told(program).constData());
    QCOMPARE(program.error().value("kind"_L1).toString(), u"tls"_s);
    QVERIFY2(program.err().contains("has expired"), told(program).constData());
    QVERIFY2(program.err().contains("Nothing was sent"), told(program).constData());
}

QTEST_GUILESS_MAIN(AfterCareTest)
#include "tst_aftercare.moc"
