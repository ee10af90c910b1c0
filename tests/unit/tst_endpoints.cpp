// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using MakeCall = std::function<ApiCallBase *(KomboClient &client)>;
Q_DECLARE_METATYPE(MakeCall)

// What each endpoint puts on the wire, and what it makes of an answer.
class EndpointsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void sends_data();
    void sends();
    void readsAnEnvironment();
    void readsTools();
    void readsToolsOfANewerServer();
    void readsDetails();
    void readsDetailsOfANewerServer();
    void readsASync();
    void readsFields();
    void refusesData_data();
    void refusesData();
};

namespace {

const QString id = u"personio:Zk3v/8"_s;

QByteArray success(const QByteArray &data)
{
    return R"({"status":"success","data":)" + data + '}';
}

constexpr auto details = R"({
    "id":"hibob:Qw8n","tool":{"id":"hibob","label":"HiBob","internal_label":"v2",
    "logo_url":"https://a.example/l.svg","icon_url":"https://a.example/i.svg"},
    "category":"HRIS","status":"ACTIVE","setup_status":"COMPLETED",
    "end_user":{"organization_name":"Northwind Ltd","creator_email":"jo@northwind.example",
    "origin_id":"cust-0042"},"scope_config":{"id":"Mp4x","name":"Default"},
    "data_expired_at":"2026-06-30T22:00:00.000+02:00","created_at":"2026-03-02T09:15:27.104Z",
    "beta":true,
    "read_models":[{"id":"hris_absences","label":"Absences","is_available":true,
    "coverage_status":"SUPPORTED","scope_config_setting":"ENABLED","opted_out_by_customer":false,
    "fields":[{"id":"start_date","is_available":false,"coverage_status":"SUPPORTED",
    "scope_config_setting":"OPTIONAL","opted_out_by_customer":true}]}],
    "write_actions":[{"id":"hris_create_absence","label":"Create absence","is_available":false,
    "coverage_status":"SOMETHING_NEW","scope_config_setting":"DISABLED",
    "opted_out_by_customer":false,"fields":[{"id":"end_date","is_available":false,
    "coverage_status":"SUPPORTED"}]}]})";

constexpr auto tools = R"({"tools":[{"id":"hibob","label":"HiBob","internal_label":null,
    "assets":{"logo_url":"https://a.example/l.svg","icon_url":"i","icon_black_url":"b"},
    "paid_api_details_markdown":"*Costs*","fast_track_details_markdown":null,
    "partner_only_details_markdown":null,"connection_guide_url":"https://g.example/hibob",
    "coverage":{"read_models":[{"id":"hris_absences","label":"Absences",
    "coverage_status":"SUPPORTED","fields":[{"id":"start_date","coverage_status":"UNKNOWN"}]}],
    "write_actions":[],"features":[{"id":"f","label":"F","coverage_status":"UNSUPPORTED"}]}}]})";

} // namespace

void EndpointsTest::sends_data()
{
    QTest::addColumn<MakeCall>("make");
    QTest::addColumn<QByteArray>("line"); // method and target
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("integrationHeader");

    const QByteArray one = "/v1/integrations/personio%3AZk3v%2F8";
    const auto row = [](const char *name, const MakeCall &make, const QByteArray &line,
                         const QByteArray &body = {}, const QByteArray &header = {}) {
        QTest::newRow(name) << make << line << body << header;
    };
    row(
        "checkApiKey", [](KomboClient &client) { return client.checkApiKey(); },
        "GET /v1/check-api-key");
    row(
        "getTools of HRIS, in lower case",
        [](KomboClient &client) { return client.getTools(Category::Hris); }, "GET /v1/tools/hris");
    row(
        "getTools of assessment",
        [](KomboClient &client) { return client.getTools(Category::Assessment); },
        "GET /v1/tools/assessment");
    row(
        "getIntegrationDetails, with the id as one segment",
        [](KomboClient &client) { return client.getIntegrationDetails(id); }, "GET " + one);
    row(
        "deleteIntegration, with an empty object",
        [](KomboClient &client) { return client.deleteIntegration(id); }, "DELETE " + one, "{}");
    row(
        "setIntegrationEnabled to true",
        [](KomboClient &client) { return client.setIntegrationEnabled(id, true); },
        "PUT " + one + "/enabled", R"({"value":true})");
    row(
        "setIntegrationEnabled to false",
        [](KomboClient &client) { return client.setIntegrationEnabled(id, false); },
        "PUT " + one + "/enabled", R"({"value":false})");
    row(
        "createReconnectionLink with its defaults",
        [](KomboClient &client) { return client.createReconnectionLink(id, {}); },
        "POST " + one + "/relink", R"({"language":"en","link_type":"EMBEDDED"})");
    row(
        "createReconnectionLink with everything",
        [](KomboClient &client) {
            return client.createReconnectionLink(
                id, {FlowLanguage::French, u"Mp4x"_s, LinkType::MagicLink});
        },
        "POST " + one + "/relink",
        R"({"language":"fr","link_type":"MAGIC_LINK","scope_config_id":"Mp4x"})");
    row(
        "createReconnectionLink with an empty scope config is one without",
        [](KomboClient &client) {
            return client.createReconnectionLink(id, {FlowLanguage::English, QString(), {}});
        },
        "POST " + one + "/relink", R"({"language":"en","link_type":"EMBEDDED"})");
    row(
        "createSetupLink says its link type",
        [](KomboClient &client) {
            return client.createSetupLink(id, {FlowLanguage::German, LinkType::Embedded});
        },
        "POST " + one + "/setup-link", R"({"language":"de","link_type":"EMBEDDED"})");
    row(
        "triggerSync, with the id in a header as it is",
        [](KomboClient &client) { return client.triggerSync(id, SyncType::Full); },
        "POST /v1/force-sync", R"({"type":"FULL"})", id.toLatin1());
    row(
        "triggerSync of changes only",
        [](KomboClient &client) { return client.triggerSync(id, SyncType::Delta); },
        "POST /v1/force-sync", R"({"type":"DELTA"})", id.toLatin1());
    row(
        "updateIntegrationField to on",
        [](KomboClient &client) { return client.updateIntegrationField(id, u"V/b"_s, true); },
        "PATCH " + one + "/integration-fields/V%2Fb", R"({"enable_passthrough":true})");
    row(
        "updateIntegrationField to null",
        [](KomboClient &client) {
            return client.updateIntegrationField(id, u"Vb"_s, std::nullopt);
        },
        "PATCH " + one + "/integration-fields/Vb", R"({"enable_passthrough":null})");
    row(
        "updateCustomFieldMapping to a field",
        [](KomboClient &client) { return client.updateCustomFieldMapping(id, u"G"_s, u"H"_s); },
        "PUT " + one + "/custom-fields/G", R"({"integration_field_id":"H"})");
    row(
        "updateCustomFieldMapping to nothing",
        [](KomboClient &client) {
            return client.updateCustomFieldMapping(id, u"G"_s, std::nullopt);
        },
        "PUT " + one + "/custom-fields/G", R"({"integration_field_id":null})");
}

void EndpointsTest::sends()
{
    QFETCH(MakeCall, make);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, integrationHeader);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json("{}").withStatus(400); });
    KomboClient client(accessTo(server));
    CallLog log(make(client));
    QVERIFY(log.ends());
    const Request request = server.requests().constFirst();
    QCOMPARE(request.method + ' ' + request.target, line);
    QCOMPARE(request.body, body);
    QCOMPARE(request.header("X-Integration-Id"), integrationHeader);
    QCOMPARE(request.header("Authorization"), "Bearer " + testKey().toLatin1());
    QCOMPARE(request.header("Accept"), QByteArray("application/json"));
    QCOMPARE(request.header("Content-Type"),
        body.isEmpty() ? QByteArray() : QByteArray("application/json"));
}

void EndpointsTest::readsAnEnvironment()
{
    ScriptedServer server;
    server.enqueue(Response::json(success(R"({"environment_id":"7fQm","customer_id":"7fQm"})")));
    KomboClient client(accessTo(server));
    ApiCall<EnvironmentInfo> *call = client.checkApiKey();
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().environmentId, u"7fQm"_s);
    QCOMPARE(call->value().data.size(), 2);
}

void EndpointsTest::readsTools()
{
    ScriptedServer server;
    server.enqueue(Response::json(success(tools)));
    KomboClient client(accessTo(server));
    ApiCall<ToolList> *call = client.getTools(Category::Hris);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().tools.size(), 1);
    const Tool &tool = call->value().tools.constFirst();
    QCOMPARE(tool.id, u"hibob"_s);
    QCOMPARE(tool.label, u"HiBob"_s);
    QCOMPARE(tool.internalLabel, std::nullopt);
    QCOMPARE(tool.logoUrl, u"https://a.example/l.svg"_s);
    QCOMPARE(tool.iconUrl, u"i"_s);
    QCOMPARE(tool.iconBlackUrl, u"b"_s);
    QCOMPARE(tool.paidApiNote, u"*Costs*"_s);
    QCOMPARE(tool.fastTrackNote, std::nullopt);
    QCOMPARE(tool.partnerOnlyNote, std::nullopt);
    QCOMPARE(tool.connectionGuideUrl, u"https://g.example/hibob"_s);
    const Coverage field{u"start_date"_s, {}, u"UNKNOWN"_s, {}};
    QCOMPARE(tool.readModels,
        (QList<Coverage>{{u"hris_absences"_s, u"Absences"_s, u"SUPPORTED"_s, {field}}}));
    QVERIFY(tool.writeActions.isEmpty());
    QCOMPARE(tool.features, (QList<Coverage>{{u"f"_s, u"F"_s, u"UNSUPPORTED"_s, {}}}));
    QVERIFY(call->value().data.contains("tools"_L1));
}

void EndpointsTest::readsToolsOfANewerServer()
{
    ScriptedServer server;
    server.enqueue(Response::json(
        success(R"({"tools":[{"id":"new","label":"New","surprise":[1]}],"more":{"x":1}})")));
    KomboClient client(accessTo(server));
    ApiCall<ToolList> *call = client.getTools(Category::Lms);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().tools.constFirst().label, u"New"_s);
    QVERIFY(call->value().tools.constFirst().readModels.isEmpty());
}

void EndpointsTest::readsDetails()
{
    ScriptedServer server;
    server.enqueue(Response::json(success(details)));
    KomboClient client(accessTo(server));
    ApiCall<IntegrationDetails> *call = client.getIntegrationDetails(id);
    CallLog log(call);
    QVERIFY(log.ends());
    const IntegrationDetails &found = call->value();
    QCOMPARE(found.id, u"hibob:Qw8n"_s);
    QCOMPARE(found.toolId, u"hibob"_s);
    QCOMPARE(found.toolLabel, u"HiBob"_s);
    QCOMPARE(found.toolInternalLabel, u"v2"_s);
    QCOMPARE(found.category, u"HRIS"_s);
    QCOMPARE(found.status, u"ACTIVE"_s);
    QCOMPARE(found.setupStatus, u"COMPLETED"_s);
    QCOMPARE(found.organization, u"Northwind Ltd"_s);
    QCOMPARE(found.email, u"jo@northwind.example"_s);
    QCOMPARE(found.originId, u"cust-0042"_s);
    QCOMPARE(found.scopeConfigId, u"Mp4x"_s);
    QCOMPARE(found.scopeConfigName, u"Default"_s);
    QCOMPARE(found.dataExpiredAt, QDateTime(QDate(2026, 6, 30), QTime(20, 0), Qt::UTC));
    QCOMPARE(found.createdAt, QDateTime(QDate(2026, 3, 2), QTime(9, 15, 27, 104), Qt::UTC));
    QVERIFY(found.isBeta);
    QCOMPARE(found.readModels.size(), 1);
    QVERIFY(found.readModels.constFirst().isAvailable);
    QVERIFY(found.readModels.constFirst().fields.constFirst().isOptedOut);
    QCOMPARE(found.readModels.constFirst().fields.constFirst().setting, u"OPTIONAL"_s);
    QCOMPARE(found.writeActions.constFirst().coverage, u"SOMETHING_NEW"_s);
    QCOMPARE(found.writeActions.constFirst().fields.constFirst().id, u"end_date"_s);
    QCOMPARE(found.data.value("id"_L1).toString(), found.id);
}

void EndpointsTest::readsDetailsOfANewerServer()
{
    ScriptedServer server;
    server.enqueue(Response::json(success(
        R"({"id":"a:b","tool":{"id":"a"},"status":"ASLEEP","setup_status":"ODD",
            "end_user":{"organization_name":"N"},"created_at":"yesterday","data_expired_at":null})")));
    KomboClient client(accessTo(server));
    ApiCall<IntegrationDetails> *call = client.getIntegrationDetails(id);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().status, u"ASLEEP"_s);
    QCOMPARE(call->value().email, std::nullopt);
    QVERIFY(!call->value().createdAt.isValid());
    QVERIFY(!call->value().dataExpiredAt);
}

void EndpointsTest::readsASync()
{
    ScriptedServer server;
    server.enqueue(
        Response::json(success(R"({"already_queued":true,"sync_id":"Rz5b","type":"DELTA"})")));
    KomboClient client(accessTo(server));
    ApiCall<StartedSync> *call = client.triggerSync(id, SyncType::Full);
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().syncId, u"Rz5b"_s);
    QCOMPARE(call->value().type, u"DELTA"_s);
    QVERIFY(call->value().wasQueuedAlready);
}

void EndpointsTest::readsFields()
{
    ScriptedServer server;
    server.enqueue(Response::json(success(
        R"({"id":"V","key":"k","model":"m","type":"NEWTYPE","label":"L",
            "is_passthrough_enabled":true,"is_writable":false})")));
    server.enqueue(Response::json(success(
        R"({"id":"G","key":"k","model":"m","label":null,"description":null,
            "integration_field":{"id":"H","key":"h","type":"CUSTOM","label":"HL"}})")));
    KomboClient client(accessTo(server));
    ApiCall<IntegrationField> *field = client.updateIntegrationField(id, u"V"_s, true);
    CallLog fieldLog(field);
    QVERIFY(fieldLog.ends());
    QCOMPARE(field->value().type, u"NEWTYPE"_s);
    QCOMPARE(field->value().label, u"L"_s);
    ApiCall<CustomField> *mapped = client.updateCustomFieldMapping(id, u"G"_s, u"H"_s);
    CallLog mappedLog(mapped);
    QVERIFY(mappedLog.ends());
    QCOMPARE(mapped->value().source->key, u"h"_s);
    QCOMPARE(mapped->value().source->label, u"HL"_s);
}

void EndpointsTest::refusesData_data()
{
    QTest::addColumn<MakeCall>("make");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("detail");
    const MakeCall key = [](KomboClient &client) { return client.checkApiKey(); };
    const MakeCall list = [](KomboClient &client) { return client.getTools(Category::Ats); };
    const MakeCall one = [](KomboClient &client) { return client.getIntegrationDetails(id); };
    const MakeCall sync = [](KomboClient &client) {
        return client.triggerSync(id, SyncType::Full);
    };
    const MakeCall link = [](KomboClient &client) { return client.createSetupLink(id, {}); };
    const auto row = [](const char *name, const MakeCall &make, const QByteArray &data,
                         const QString &detail) { QTest::newRow(name) << make << data << detail; };
    row("no environment", key, "{}", u"data.environment_id: expected text, found nothing"_s);
    row("an empty environment", key, R"({"environment_id":""})",
        u"data.environment_id: expected text, found an empty one"_s);
    row("no tools", list, "{}", u"data.tools: expected list, found nothing"_s);
    row("tools that are an object", list, R"({"tools":{}})",
        u"data.tools: expected list, found object"_s);
    row("a tool without id", list, R"({"tools":[{"id":"a","label":"A"},{"label":"B"}]})",
        u"data.tools[1].id: expected text, found nothing"_s);
    row("a label that is a number", list, R"({"tools":[{"id":"a","label":5}]})",
        u"data.tools[0].label: expected text, found number"_s);
    row("a coverage that is a list", list, R"({"tools":[{"id":"a","label":"A","coverage":[]}]})",
        u"data.tools[0].coverage: expected object, found list"_s);
    row("a field of coverage that is a word", list,
        R"({"tools":[{"id":"a","label":"A","coverage":{"read_models":[{"id":"m","fields":["x"]}]}}]})",
        u"data.tools[0].coverage.read_models[0].fields[0]: expected object, found text"_s);
    row("a field of the second model of the second tool without id, and a later problem", list,
        R"({"tools":[{"id":"a","label":"A"},{"id":"b","label":"B","coverage":{"read_models":[
            {"id":"m"},{"id":"n","fields":[{"id":"x"},{"label":"X"},{"id":5}]}]}}]})",
        u"data.tools[1].coverage.read_models[1].fields[1].id: expected text, found nothing"_s);
    row("an action that is null, and a later problem", list,
        R"({"tools":[{"id":"a","label":"A","coverage":{"write_actions":[{"id":"m"},null]}},{}]})",
        u"data.tools[0].coverage.write_actions[1]: expected object, found null"_s);
    row("a list of fields that is a word", list,
        R"({"tools":[{"id":"a","label":"A","coverage":{"features":[{"id":"f","fields":"x"}]}}]})",
        u"data.tools[0].coverage.features[0].fields: expected list, found text"_s);
    row("an address of a picture that is too long", list,
        R"({"tools":[{"id":"a","label":"A","assets":{"icon_url":")" + QByteArray(64 * 1024 + 1, 'i')
            + R"("}}]})",
        u"data.tools[0].assets.icon_url: text of 65537 characters is too long"_s);
    row("more tools than anybody has", list,
        R"({"tools":[)" + QByteArray("{},").repeated(20'001) + "{}]}",
        u"data.tools: list of 20002 is too long"_s);
    row("an integration without a tool", one, R"({"id":"a"})",
        u"data.tool: expected object, found nothing"_s);
    row("an integration without a status", one,
        R"({"id":"a","tool":{"id":"t"},"setup_status":"X","end_user":{"organization_name":"N"}})",
        u"data.status: expected text, found nothing"_s);
    row("an integration without an organization", one,
        R"({"id":"a","tool":{"id":"t"},"status":"A","setup_status":"X","end_user":{}})",
        u"data.end_user.organization_name: expected text, found nothing"_s);
    row("a flag that is a word", one,
        R"({"id":"a","tool":{"id":"t"},"status":"A","setup_status":"X",
            "end_user":{"organization_name":"N"},"beta":"yes"})",
        u"data.beta: expected true or false, found text"_s);
    row("a sync without an id", sync, R"({"type":"FULL","already_queued":false})",
        u"data.sync_id: expected text, found nothing"_s);
    row("no link", link, "{}", u"data.link: expected text, found nothing"_s);
}

void EndpointsTest::refusesData()
{
    QFETCH(MakeCall, make);
    QFETCH(QByteArray, data);
    QFETCH(QString, detail);
    ScriptedServer server;
    server.enqueue(Response::json(success(data)));
    KomboClient client(accessTo(server));
    CallLog log(make(client));
    QVERIFY(log.ends());
    QCOMPARE(log.events(), (QStringList{u"failed Protocol"_s, u"finished"_s}));
    QCOMPARE(log.error().detail, detail);
    QCOMPARE(log.error().httpStatus, 200);
}

QTEST_GUILESS_MAIN(EndpointsTest)
#include "tst_endpoints.moc"
