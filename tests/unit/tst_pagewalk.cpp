// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"
#include "api/pagewalk.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class PageWalkTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsPageAfterPage();
    void readsCustomFields();
    void keepsWhatCameBeforeAnError_data();
    void keepsWhatCameBeforeAnError();
    void endsAnEndlessList();
    void repeatsAPage();
    void cancelsBetweenPages();
    void survivesDeletionBetweenPages();
};

namespace {

const QString id = u"personio:Zk3v"_s;

QByteArray field(const QByteArray &name)
{
    return R"({"id":")" + name
        + R"(","key":"k","model":"hris_employees","type":"DEFAULT",)"
          R"("label":null,"is_passthrough_enabled":true,"is_writable":false})";
}

QByteArray page(const QByteArray &items, const QByteArray &next)
{
    return R"({"status":"success","data":{"results":[)" + items + R"(],"next":)" + next + "}}";
}

QStringList idsOf(const PagedCall<IntegrationField> *call)
{
    QStringList ids;
    for (const IntegrationField &each : call->items())
        ids.append(each.id);
    return ids;
}

} // namespace

void PageWalkTest::readsPageAfterPage()
{
    ScriptedServer server;
    server.enqueue(Response::json(page(field("a") + ',' + field("b"), R"("c/1 &x")")));
    server.enqueue(Response::json(page({}, R"("second")")));
    server.enqueue(Response::json(page(field("c"), "null")));
    KomboClient client(accessTo(server));
    PagedCall<IntegrationField> *call = client.getIntegrationFields(id);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events(),
        (QStringList{u"2 items"_s, u"2 items"_s, u"3 items"_s, u"succeeded"_s, u"finished"_s}));
    QCOMPARE(idsOf(call), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(call->value().size(), 3);
    QVERIFY(call->items().constFirst().isPassthroughEnabled);
    QCOMPARE(call->items().constFirst().label, std::nullopt);

    QList<QByteArray> targets;
    for (const Request &request : server.requests())
        targets.append(request.target);
    const QByteArray path = "/v1/integrations/personio%3AZk3v/integration-fields?";
    QCOMPARE(targets,
        (QList<QByteArray>{path + "page_size=2000", path + "cursor=c%2F1%20%26x&page_size=2000",
            path + "cursor=second&page_size=2000"}));
}

void PageWalkTest::readsCustomFields()
{
    ScriptedServer server;
    server.enqueue(Response::json(page(
        R"({"id":"f","key":"shirt","model":"m","label":"Shirt","description":null,
            "integration_field":{"id":"s","key":"k","type":"CUSTOM","label":null}},
           {"id":"g","key":"c","model":"m","label":null,"description":"D","integration_field":null})",
        "null")));
    KomboClient client(accessTo(server));
    PagedCall<CustomField> *call = client.getCustomFields(id);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->items().size(), 2);
    QCOMPARE(call->items().constFirst().source->id, u"s"_s);
    QCOMPARE(call->items().constFirst().description, std::nullopt);
    QVERIFY(!call->items().constLast().source);
    QCOMPARE(call->items().constLast().description, u"D"_s);
    QCOMPARE(server.requests().constFirst().target,
        QByteArray("/v1/integrations/personio%3AZk3v/custom-fields?page_size=250"));
}

void PageWalkTest::keepsWhatCameBeforeAnError_data()
{
    QTest::addColumn<Response>("second");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<qsizetype>("items");
    using Kind = ApiError::Kind;
    QTest::newRow("the cursor of the page before comes again")
        << Response::json(page(field("b"), R"("one")")) << Kind::Protocol
        << u"data.next: the same cursor came twice"_s << qsizetype(2);
    QTest::newRow("a cursor that is far too long")
        << Response::json(page(field("b"), '"' + QByteArray(5000, 'x') + '"')) << Kind::Protocol
        << u"data.next: the cursor is too long"_s << qsizetype(2);
    QTest::newRow("a cursor that is a number")
        << Response::json(page(field("b"), "7")) << Kind::Protocol
        << u"data.next: expected text, found number"_s << qsizetype(1);
    QTest::newRow("a field without an id")
        << Response::json(page(R"({"key":"k"})", "null")) << Kind::Protocol
        << u"data.results[0].id: expected text, found nothing"_s << qsizetype(1);
    QTest::newRow("a field that is a word")
        << Response::json(page(R"("x")", "null")) << Kind::Protocol
        << u"data.results[0]: expected object, found text"_s << qsizetype(1);
    QTest::newRow("no list") << Response::json(R"({"status":"success","data":{"next":null}})")
                             << Kind::Protocol << u"data.results: expected list, found nothing"_s
                             << qsizetype(1);
    QTest::newRow("an error of the server")
        << Response::of(500, "text/plain", "x") << Kind::Server << QString() << qsizetype(1);
}

void PageWalkTest::keepsWhatCameBeforeAnError()
{
    QFETCH(Response, second);
    QFETCH(ApiError::Kind, kind);
    QFETCH(QString, detail);
    QFETCH(qsizetype, items);
    ScriptedServer server;
    server.enqueue(Response::json(page(field("a"), R"("one")")));
    server.enqueue(second);
    KomboClient client(accessTo(server), {}, quickly());
    PagedCall<IntegrationField> *call = client.getIntegrationFields(id);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events().last(2), (QStringList{u"failed "_s + nameOf(kind), u"finished"_s}));
    QCOMPARE(log.error().detail, detail);
    QCOMPARE(call->items().size(), items);
    QCOMPARE(server.requests().size(), 2);
}

void PageWalkTest::endsAnEndlessList()
{
    ScriptedServer server;
    int count = 0;
    server.setHandler([&count](const Request &) {
        return Response::json(page(field("a"), '"' + QByteArray::number(++count) + '"'));
    });
    KomboClient client(accessTo(server));
    PagedCall<IntegrationField> *call = client.getIntegrationFields(id);
    CallLog log(call);
    QTRY_VERIFY_WITH_TIMEOUT(call->isFinished(), 20'000);
    QCOMPARE(log.error().kind, ApiError::Kind::Protocol);
    QVERIFY(log.error().detail.contains(u"still another page after 200"_s));
    QCOMPARE(call->items().size(), mostPages);
    QCOMPARE(count, mostPages);
}

void PageWalkTest::repeatsAPage()
{
    ScriptedServer server;
    server.enqueue(Response::json(page(field("a"), R"("one")")));
    server.enqueue(Response::of(503, {}, {}));
    server.enqueue(Response::drop());
    server.enqueue(Response::json(page(field("b"), "null")));
    KomboClient client(accessTo(server), {}, quickly());
    PagedCall<IntegrationField> *call = client.getIntegrationFields(id);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events().last(2), (QStringList{u"succeeded"_s, u"finished"_s}));
    QCOMPARE(idsOf(call), (QStringList{u"a"_s, u"b"_s}));
}

void PageWalkTest::cancelsBetweenPages()
{
    ScriptedServer server;
    server.setHandler([](const Request &request) {
        return request.target.contains("cursor") ? Response::stall()
                                                 : Response::json(page(field("a"), R"("one")"));
    });
    KomboClient client(accessTo(server));
    PagedCall<IntegrationField> *call = client.getIntegrationFields(id);
    CallLog log(call);
    log.when(u"1 items"_s, [call] { call->cancel(); });
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->wasCancelled());
    QCOMPARE(log.events(), QStringList{u"1 items"_s});
    QCOMPARE(call->items().size(), 1);
}

void PageWalkTest::survivesDeletionBetweenPages()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(page(field("a"), R"("one")")); });
    KomboClient client(accessTo(server));
    QPointer<PagedCall<IntegrationField>> call = client.getIntegrationFields(id);
    CallLog log(call);
    log.when(u"1 items"_s, [call] { delete call; });
    QTRY_VERIFY(!call);
    QCOMPARE(log.events(), QStringList{u"1 items"_s});
}

QTEST_GUILESS_MAIN(PageWalkTest)
#include "tst_pagewalk.moc"
