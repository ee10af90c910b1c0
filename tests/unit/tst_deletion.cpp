// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;

class DeletionTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void deletes();
    void ends_data();
    void ends();
    void cancelsWhileReading();
};

namespace {

const QString id = u"personio:Zk3v"_s;

Response gone()
{
    return Response::json(
        R"({"status":"error","error":{"code":"PLATFORM.INTEGRATION_NOT_FOUND","title":null,
            "message":"M","log_url":null}})")
        .withStatus(404);
}

Response stillThere()
{
    return Response::json(
        R"({"status":"success","data":{"id":"personio:Zk3v","tool":{"id":"personio"},
            "status":"ACTIVE","setup_status":"COMPLETED","end_user":{"organization_name":"N"}}})");
}

Response done()
{
    return Response::json(R"({"status":"success","data":{}})");
}

} // namespace

void DeletionTest::deletes()
{
    ScriptedServer server;
    server.enqueue(done());
    KomboClient client(accessTo(server));
    CallLog log(client.deleteIntegration(id));
    QVERIFY(log.ends());
    QCOMPARE(log.events(), (QStringList{u"succeeded"_s, u"finished"_s}));
    QCOMPARE(server.requests().size(), 1);
    const Request request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("DELETE"));
    QCOMPARE(request.target, QByteArray("/v1/integrations/personio%3AZk3v"));
    QCOMPARE(request.body, QByteArray("{}"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
}

void DeletionTest::ends_data()
{
    QTest::addColumn<QList<Response>>("responses");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArrayList>("methods");
    const QByteArrayList once{"DELETE"};
    const QByteArrayList withReading{"DELETE", "GET"};
    const Response trouble = Response::of(500, "text/plain", "x");
    const Response broken = Response::json(R"({"status":"success","data":{}})").cutAfter(5);
    const auto row = [](const char *name, const QList<Response> &responses, const QString &ending,
                         const QByteArrayList &methods) {
        QTest::newRow(name) << responses << ending << methods;
    };
    row("trouble, and it is gone", {trouble, gone()}, u"succeeded"_s, withReading);
    row("trouble, and it is still there", {trouble, stillThere()}, u"failed Server"_s, withReading);
    row("trouble, and reading has trouble too", {trouble, trouble}, u"failed Server"_s,
        withReading);
    row("a cut answer, and it is gone", {broken, gone()}, u"succeeded"_s, withReading);
    row("a cut answer, and it is still there", {broken, stillThere()}, u"failed Transport"_s,
        withReading);
    row("no answer in time, and it is gone", {Response::stall(), gone()}, u"succeeded"_s,
        withReading);
    row("204, and it is gone", {Response::noContent(), gone()}, u"succeeded"_s, withReading);
    row("a page of something in between with 404 proves nothing",
        {trouble, Response::html("<h1>Not found</h1>").withStatus(404)}, u"failed Server"_s,
        withReading);
    row("it was not there to begin with", {gone()}, u"failed NotFound"_s, once);
    row("a wrong key", {Response::json("{}").withStatus(401)}, u"failed Unauthorized"_s, once);
    row("refused", {Response::json("{}").withStatus(400)}, u"failed Rejected"_s, once);
    row("a redirect", {Response::redirect(QUrl(u"https://evil.example/"_s))}, u"failed Redirect"_s,
        once);
    row("a rate limit, then done", {Response::json("{}").withStatus(429), done()}, u"succeeded"_s,
        {"DELETE", "DELETE"});
    row("too busy, then done", {Response::json("{}").withStatus(503), done()}, u"succeeded"_s,
        {"DELETE", "DELETE"});
}

void DeletionTest::ends()
{
    QFETCH(QList<Response>, responses);
    QFETCH(QString, ending);
    QFETCH(QByteArrayList, methods);
    ScriptedServer server;
    for (const Response &response : responses)
        server.enqueue(response);
    KomboClient client(accessTo(server), {300ms, 300ms}, quickly());
    CallLog log(client.deleteIntegration(id));
    QVERIFY(log.ends());
    QCOMPARE(log.events().last(2), (QStringList{ending, u"finished"_s}));
    QByteArrayList asked;
    for (const Request &request : server.requests())
        asked.append(request.method);
    QCOMPARE(asked, methods);
}

void DeletionTest::cancelsWhileReading()
{
    ScriptedServer server;
    server.setHandler([](const Request &request) {
        return request.method == "GET" ? Response::stall() : Response::of(500, {}, {});
    });
    KomboClient client(accessTo(server), {}, quickly());
    ApiCall<Done> *call = client.deleteIntegration(id);
    CallLog log(call);
    QTRY_COMPARE(server.requests().size(), 2);
    call->cancel();
    QVERIFY(call->wasCancelled());
    QTestEventLoop().enterLoopMSecs(25);
    QVERIFY(log.events().isEmpty());
}

QTEST_GUILESS_MAIN(DeletionTest)
#include "tst_deletion.moc"
