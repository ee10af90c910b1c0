// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QSet>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// The after-care endpoints, without a socket.
class PracticeApiTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadRequests_data();
    void refusesBadRequests();
    void takesWhatTheContractAllows_data();
    void takesWhatTheContractAllows();
    void knowsNoOtherIntegration_data();
    void knowsNoOtherIntegration();
    void listsTools_data();
    void listsTools();
    void tellsEverythingAboutAnIntegration();
    void deletesForGood();
    void pausesAndResumes();
    void forcesSyncs();
    void refusesToSyncWhatIsNotActive();
    void pages_data();
    void pages();
    void refusesBadPages_data();
    void refusesBadPages();
    void cursorsBelongToTheirList();
    void switchesThePassThrough();
    void mapsCustomFields();
    void refusesUnknownFields_data();
    void refusesUnknownFields();

private:
    QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
};

namespace {

QStringList keysOf(const QJsonValue &object)
{
    return object.toObject().keys();
}

//! Replaces ID by the encoded id of an integration that is there.
QString targetFor(const QString &pattern, const QString &id)
{
    return QString(pattern).replace(u"ID"_s, QString::fromLatin1(QUrl::toPercentEncoding(id)));
}

} // namespace

void PracticeApiTest::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("named");

    const QByteArray json = "application/json"_ba;
    const auto row = [&json](const char *name, const QByteArray &method, const QString &target,
                         const QByteArray &body, const QString &named) {
        QTest::newRow(name) << method << target << body << json << named;
    };
    const QString enabled = u"/v1/integrations/ID/enabled"_s;
    const QString relink = u"/v1/integrations/ID/relink"_s;
    const QString setup = u"/v1/integrations/ID/setup-link"_s;
    const QString fields = u"/v1/integrations/ID/integration-fields"_s;
    const QString sync = u"/v1/force-sync"_s;

    row("a category in capitals", "GET", u"/v1/tools/HRIS"_s, {}, u"category"_s);
    row("a category in mixed letters", "GET", u"/v1/tools/Hris"_s, {}, u"category"_s);
    row("an unknown category", "GET", u"/v1/tools/crm"_s, {}, u"category"_s);
    row("a query nobody knows", "GET", u"/v1/tools/hris?page_size=1"_s, {}, u"page_size"_s);
    row("a query on the key check", "GET", u"/v1/check-api-key?x="_s, {}, u"x"_s);
    row("a query with a body", "PUT", enabled + u"?value=true"_s, R"({"value":true})",
        u"value is not a known query"_s);
    row("the same query twice", "GET", fields + u"?page_size=1&page_size=2"_s, {}, u"page_size"_s);

    row("no value", "PUT", enabled, "{}", u"value"_s);
    row("a value that is a word", "PUT", enabled, R"({"value":"true"})", u"value"_s);
    row("a value that is null", "PUT", enabled, R"({"value":null})", u"value"_s);
    row("a property too many", "PUT", enabled, R"({"value":true,"reason":"x"})", u"reason"_s);
    row("no body where one is needed", "PUT", enabled, {}, u"JSON"_s);
    row("half a body", "PUT", enabled, R"({"value":)", u"JSON"_s);
    row("a list for a body", "PUT", enabled, "[]", u"object"_s);
    QTest::newRow("a form for a body") << "PUT"_ba << enabled << R"({"value":true})"_ba
                                       << "text/plain"_ba << u"Content-Type"_s;
    QTest::newRow("no content type") << "POST"_ba << relink << "{}"_ba
                                     << ""_ba << u"Content-Type"_s;

    row("a deletion with a property", "DELETE", u"/v1/integrations/ID"_s, R"({"id":1})", u"id"_s);
    row("a deletion with a list", "DELETE", u"/v1/integrations/ID"_s, "[]", u"object"_s);
    row("a reconnection without a body", "POST", relink, {}, u"JSON"_s);
    row("a reconnection in Dutch", "POST", relink, R"({"language":"nl"})", u"language"_s);
    row("a reconnection with no scopes", "POST", relink, R"({"scope_config_id":""})",
        u"scope_config_id"_s);
    row("a reconnection of an unknown type", "POST", relink, R"({"link_type":"MAGIC"})",
        u"link_type"_s);
    row("a reconnection with a null type", "POST", relink, R"({"link_type":null})", u"link_type"_s);
    row("a reconnection with a property of create-link", "POST", relink,
        R"({"enable_filtering":true})", u"enable_filtering"_s);
    row("a setup without a link type", "POST", setup, R"({"language":"en"})",
        u"link_type is required"_s);
    row("a setup with scopes", "POST", setup, R"({"link_type":"EMBEDDED","scope_config_id":"x"})",
        u"scope_config_id"_s);
    row("a sync of no integration", "POST", sync, "{}", u"X-Integration-Id"_s);
    row("a passthrough that is missing", "PATCH", fields + u"/x"_s, "{}",
        u"enable_passthrough is required"_s);
    row("a passthrough that is a number", "PATCH", fields + u"/x"_s, R"({"enable_passthrough":1})",
        u"enable_passthrough"_s);
    row("a mapping that is missing", "PUT", u"/v1/integrations/ID/custom-fields/x"_s, "{}",
        u"integration_field_id is required"_s);
    row("a mapping to a number", "PUT", u"/v1/integrations/ID/custom-fields/x"_s,
        R"({"integration_field_id":7})", u"integration_field_id"_s);
}

void PracticeApiTest::refusesBadRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, named);
    Environment environment(m_now);
    const QString id = environment.integration({{u"filtering"_s, true}});
    const auto answer = environment.ask(method, targetFor(target, id), body, bearer(), contentType);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"PLATFORM.INPUT_INVALID"_s);
    QVERIFY2(messageOf(answer).contains(named), qPrintable(messageOf(answer)));
    QCOMPARE(environment.details(id).value("status"_L1).toString(), u"ACTIVE"_s);
}

void PracticeApiTest::takesWhatTheContractAllows_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");

    const QString relink = u"/v1/integrations/ID/relink"_s;
    const QString setup = u"/v1/integrations/ID/setup-link"_s;
    QTest::newRow("a reconnection with the defaults") << "POST"_ba << relink << "{}"_ba;
    QTest::newRow("a reconnection with nulls")
        << "POST"_ba << relink << R"({"language":null,"scope_config_id":null})"_ba;
    QTest::newRow("a reconnection with everything")
        << "POST"_ba << relink
        << R"({"language":"fr","scope_config_id":"x","link_type":"MAGIC_LINK"})"_ba;
    QTest::newRow("a setup") << "POST"_ba << setup << R"({"link_type":"EMBEDDED"})"_ba;
    QTest::newRow("a setup in German")
        << "POST"_ba << setup << R"({"link_type":"MAGIC_LINK","language":"de"})"_ba;
    QTest::newRow("a deletion with an empty object")
        << "DELETE"_ba << u"/v1/integrations/ID"_s << "{}"_ba;
    QTest::newRow("a deletion without a body") << "DELETE"_ba << u"/v1/integrations/ID"_s << ""_ba;
    QTest::newRow("the id with its colon as it is")
        << "GET"_ba << u"/v1/integrations/RAW"_s << ""_ba;
    QTest::newRow("the largest page")
        << "GET"_ba << u"/v1/integrations/ID/integration-fields?page_size=2000"_s << ""_ba;
    QTest::newRow("the largest page of custom fields")
        << "GET"_ba << u"/v1/integrations/ID/custom-fields?page_size=250"_s << ""_ba;
}

void PracticeApiTest::takesWhatTheContractAllows()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, body);
    Environment environment(m_now);
    const QString id = environment.integration({{u"filtering"_s, true}});
    target.replace(u"RAW"_s, id);
    const auto answer = environment.ask(method, targetFor(target, id), body);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(answer.contentType, "application/json"_ba);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(json.value("status"_L1).toString(), u"success"_s);
    QVERIFY(json.value("data"_L1).isObject());
}

void PracticeApiTest::knowsNoOtherIntegration_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("below");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("details") << "GET"_ba << QString() << ""_ba;
    QTest::newRow("deletion") << "DELETE"_ba << QString() << "{}"_ba;
    QTest::newRow("pause") << "PUT"_ba << u"/enabled"_s << R"({"value":false})"_ba;
    QTest::newRow("reconnection") << "POST"_ba << u"/relink"_s << "{}"_ba;
    QTest::newRow("setup") << "POST"_ba << u"/setup-link"_s << R"({"link_type":"EMBEDDED"})"_ba;
    QTest::newRow("fields") << "GET"_ba << u"/integration-fields"_s << ""_ba;
    QTest::newRow("a field") << "PATCH"_ba << u"/integration-fields/x"_s
                             << R"({"enable_passthrough":true})"_ba;
    QTest::newRow("custom fields") << "GET"_ba << u"/custom-fields"_s << ""_ba;
    QTest::newRow("a custom field")
        << "PUT"_ba << u"/custom-fields/x"_s << R"({"integration_field_id":null})"_ba;
}

void PracticeApiTest::knowsNoOtherIntegration()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, below);
    QFETCH(QByteArray, body);
    Environment environment(m_now);
    environment.integration();
    const auto answer =
        environment.ask(method, Environment::addressOf(u"hibob:nobody"_s, below), body);
    QCOMPARE(answer.status, 404);
    QCOMPARE(codeOf(answer), u"PLATFORM.INTEGRATION_NOT_FOUND"_s);
}

void PracticeApiTest::listsTools_data()
{
    QTest::addColumn<QString>("category");
    for (const Category category : allCategories())
        QTest::newRow(qPrintable(wireName(category))) << wireName(category).toLower();
}

void PracticeApiTest::listsTools()
{
    QFETCH(QString, category);
    Environment environment(m_now);
    const auto answer = environment.ask("GET"_ba, u"/v1/tools/"_s + category);
    QCOMPARE(answer.status, 200);
    const QJsonArray tools = dataOf(answer).value("tools"_L1).toArray();
    QVERIFY(tools.size() >= 8);
    QSet<QString> statuses;
    for (const QJsonValue &tool : tools) {
        QCOMPARE(keysOf(tool),
            (QStringList{u"assets"_s, u"connection_guide_url"_s, u"coverage"_s,
                u"fast_track_details_markdown"_s, u"id"_s, u"internal_label"_s, u"label"_s,
                u"paid_api_details_markdown"_s, u"partner_only_details_markdown"_s}));
        QCOMPARE(keysOf(tool["assets"_L1]),
            (QStringList{u"icon_black_url"_s, u"icon_url"_s, u"logo_url"_s}));
        const QJsonValue coverage = tool["coverage"_L1];
        for (const QString &part : {u"read_models"_s, u"write_actions"_s, u"features"_s}) {
            const QJsonArray groups = coverage[part].toArray();
            QVERIFY(groups.size() >= 3);
            for (const QJsonValue &group : groups) {
                statuses.insert(group["coverage_status"_L1].toString());
                QVERIFY(group["label"_L1].isString());
                QCOMPARE(group["fields"_L1].isArray(), part != u"features"_s);
            }
        }
    }
    QCOMPARE(statuses,
        (QSet<QString>{u"SUPPORTED"_s, u"UNSUPPORTED"_s, u"NOT_IMPLEMENTED"_s, u"UNKNOWN"_s}));
}

void PracticeApiTest::tellsEverythingAboutAnIntegration()
{
    Environment environment(m_now);
    const QString id = environment.integration(
        {{u"tool"_s, u"datevhr"_s}, {u"organization_name"_s, u"Contoso SE"_s},
            {u"email"_s, u"al@contoso.example"_s}, {u"origin_id"_s, u"cust-7"_s}});
    const QJsonObject data = environment.details(id);
    QCOMPARE(data.keys(),
        (QStringList{u"beta"_s, u"category"_s, u"created_at"_s, u"data_expired_at"_s, u"end_user"_s,
            u"id"_s, u"read_models"_s, u"scope_config"_s, u"setup_status"_s, u"status"_s, u"tool"_s,
            u"write_actions"_s}));
    QCOMPARE(data.value("id"_L1).toString(), id);
    QCOMPARE(data.value("created_at"_L1).toString(), u"2026-03-02T09:00:00.000Z"_s);
    QCOMPARE(data.value("data_expired_at"_L1), QJsonValue(QJsonValue::Null));
    QCOMPARE(data["tool"_L1]["internal_label"_L1].toString(), u"DATEV, HR interface"_s);
    QCOMPARE(keysOf(data["tool"_L1]),
        (QStringList{u"icon_url"_s, u"id"_s, u"internal_label"_s, u"label"_s, u"logo_url"_s}));
    QCOMPARE(data["end_user"_L1].toObject(),
        (QJsonObject{{u"organization_name"_s, u"Contoso SE"_s},
            {u"creator_email"_s, u"al@contoso.example"_s}, {u"origin_id"_s, u"cust-7"_s}}));
    QCOMPARE(data["scope_config"_L1]["name"_L1].toString(), u"Default"_s);
    const QJsonValue model = data["read_models"_L1][0];
    QCOMPARE(keysOf(model),
        (QStringList{u"coverage_status"_s, u"fields"_s, u"id"_s, u"is_available"_s, u"label"_s,
            u"opted_out_by_customer"_s, u"scope_config_setting"_s}));
    QCOMPARE(keysOf(model["fields"_L1][0]),
        (QStringList{u"coverage_status"_s, u"id"_s, u"is_available"_s, u"opted_out_by_customer"_s,
            u"scope_config_setting"_s}));
    QCOMPARE(keysOf(data["write_actions"_L1][0]["fields"_L1][0]),
        (QStringList{u"coverage_status"_s, u"id"_s, u"is_available"_s}));
}

void PracticeApiTest::deletesForGood()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QString other = environment.integration();
    const QString address = Environment::addressOf(id);
    const auto deleted = environment.ask("DELETE"_ba, address, "{}"_ba);
    QCOMPARE(deleted.status, 200);
    QCOMPARE(dataOf(deleted), QJsonObject());
    QCOMPARE(environment.ask("GET"_ba, address).status, 404);
    QCOMPARE(environment.ask("DELETE"_ba, address, "{}"_ba).status, 404);
    QCOMPARE(environment.details(other).value("id"_L1).toString(), other);
}

void PracticeApiTest::pausesAndResumes()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QString address = Environment::addressOf(id, u"/enabled"_s);
    const auto paused = environment.ask("PUT"_ba, address, R"({"value":false})");
    QCOMPARE(paused.status, 200);
    QCOMPARE(dataOf(paused), QJsonObject());
    QCOMPARE(environment.details(id).value("status"_L1).toString(), u"INACTIVE"_s);
    environment.ask("PUT"_ba, address, R"({"value":true})");
    QCOMPARE(environment.details(id).value("status"_L1).toString(), u"ACTIVE"_s);
}

void PracticeApiTest::forcesSyncs()
{
    QDateTime now = m_now;
    Environment environment(now);
    const QString id = environment.integration();
    const auto first = dataOf(environment.forceSync(id, "{}"));
    QCOMPARE(first.keys(), (QStringList{u"already_queued"_s, u"sync_id"_s, u"type"_s}));
    QCOMPARE(first.value("already_queued"_L1), QJsonValue(false));
    QCOMPARE(first.value("type"_L1).toString(), u"FULL"_s);
    const auto second = dataOf(environment.forceSync(id, R"({"type":"FULL"})"));
    QCOMPARE(second.value("already_queued"_L1), QJsonValue(true));
    QCOMPARE(second.value("sync_id"_L1), first.value("sync_id"_L1));
    const auto delta = dataOf(environment.forceSync(id, R"({"type":"DELTA"})"));
    QCOMPARE(delta.value("already_queued"_L1), QJsonValue(false));
    now = now.addSecs(PracticeIntegration::syncSeconds);
    const auto later = dataOf(environment.forceSync(id, "{}"));
    QCOMPARE(later.value("already_queued"_L1), QJsonValue(false));

    const auto wrong = environment.forceSync(id, R"({"type":"full"})");
    QCOMPARE(wrong.status, 400);
    QVERIFY(messageOf(wrong).contains("type"_L1));
    QCOMPARE(environment.forceSync(u"hibob:nobody"_s, "{}").status, 404);
}

void PracticeApiTest::refusesToSyncWhatIsNotActive()
{
    Environment environment(m_now);
    const auto answer =
        environment.forceSync(environment.integration({{u"status"_s, u"INVALID"_s}}), "{}");
    QCOMPARE(answer.status, 400);
    QVERIFY(messageOf(answer).contains("INVALID"_L1));
}

void PracticeApiTest::pages_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QList<int>>("pages");
    const QString fields = u"/integration-fields"_s;
    const QString custom = u"/custom-fields"_s;
    QTest::newRow("fields, the default size") << fields << QString() << QList<int>{100, 30};
    QTest::newRow("fields, fifty at a time") << fields << u"50"_s << QList<int>{50, 50, 30};
    QTest::newRow("fields, exactly all") << fields << u"130"_s << QList<int>{130};
    QTest::newRow("custom fields, all") << custom << QString() << QList<int>{12};
    QTest::newRow("custom fields, five at a time") << custom << u"5"_s << QList<int>{5, 5, 2};
}

void PracticeApiTest::pages()
{
    QFETCH(QString, list);
    QFETCH(QString, size);
    QFETCH(QList<int>, pages);
    Environment environment(m_now);
    const QString id = environment.integration({{u"category"_s, u"ASSESSMENT"_s}});
    QSet<QString> ids;
    QString cursor;
    for (const int expected : std::as_const(pages)) {
        QUrlQuery query;
        if (!size.isEmpty())
            query.addQueryItem(u"page_size"_s, size);
        if (!cursor.isEmpty())
            query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        const auto answer =
            environment.ask("GET"_ba, Environment::addressOf(id, list) + u'?' + query.query());
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QJsonArray results = dataOf(answer).value("results"_L1).toArray();
        QCOMPARE(results.size(), expected);
        for (const QJsonValue &result : results)
            ids.insert(result["id"_L1].toString());
        cursor = dataOf(answer).value("next"_L1).toString();
    }
    QVERIFY(cursor.isEmpty());
    QCOMPARE(ids.size(), std::accumulate(pages.cbegin(), pages.cend(), 0));
}

void PracticeApiTest::refusesBadPages_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("named");
    const QString fields = u"/integration-fields?"_s;
    const QString custom = u"/custom-fields?"_s;
    const auto row = [](const char *name, const QString &target, const QString &named) {
        QTest::newRow(name) << target << named;
    };
    row("a page of nothing", fields + u"page_size=0"_s, u"page_size"_s);
    row("a page below nothing", fields + u"page_size=-1"_s, u"page_size"_s);
    row("a page too large", fields + u"page_size=2001"_s, u"page_size"_s);
    row("a page of words", fields + u"page_size=ten"_s, u"page_size"_s);
    row("half a field", fields + u"page_size=1.5"_s, u"page_size"_s);
    row("an empty page size", fields + u"page_size="_s, u"page_size"_s);
    row("a page of custom fields too large", custom + u"page_size=251"_s, u"page_size"_s);
    row("a made-up cursor", fields + u"cursor=100"_s, u"cursor"_s);
    row("an empty cursor", custom + u"cursor="_s, u"cursor"_s);
    row("a cursor that looks real", custom + u"cursor=AAAAAAAAAAAAAAAAAAAANQ%3D%3D"_s, u"cursor"_s);
}

void PracticeApiTest::refusesBadPages()
{
    QFETCH(QString, target);
    QFETCH(QString, named);
    Environment environment(m_now);
    const auto answer =
        environment.ask("GET"_ba, Environment::addressOf(environment.integration(), target));
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"PLATFORM.INPUT_INVALID"_s);
    QVERIFY2(messageOf(answer).startsWith(named), qPrintable(messageOf(answer)));
}

void PracticeApiTest::cursorsBelongToTheirList()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const auto first =
        environment.ask("GET"_ba, Environment::addressOf(id, u"/integration-fields"_s));
    const QString cursor =
        QString::fromLatin1(QUrl::toPercentEncoding(dataOf(first).value("next"_L1).toString()));
    QVERIFY(!cursor.isEmpty());
    const auto with = [&](const QString &integration, const QString &list) {
        return environment
            .ask("GET"_ba, Environment::addressOf(integration, list) + u"?cursor="_s + cursor)
            .status;
    };
    QCOMPARE(with(id, u"/integration-fields"_s), 200);
    QCOMPARE(with(id, u"/custom-fields"_s), 400);
    QCOMPARE(with(environment.integration(), u"/integration-fields"_s), 400);
}

void PracticeApiTest::switchesThePassThrough()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QString list = Environment::addressOf(id, u"/integration-fields"_s);
    const auto firstField = [&] {
        return dataOf(environment.ask("GET"_ba, list))["results"_L1][0].toObject();
    };
    QCOMPARE(firstField().keys(),
        (QStringList{u"id"_s, u"is_passthrough_enabled"_s, u"is_writable"_s, u"key"_s, u"label"_s,
            u"model"_s, u"type"_s}));
    const QString address = list + u'/' + firstField().value("id"_L1).toString();
    const auto switched = environment.ask("PATCH"_ba, address, R"({"enable_passthrough":true})");
    QCOMPARE(switched.status, 200);
    QCOMPARE(dataOf(switched).value("is_passthrough_enabled"_L1), QJsonValue(true));
    QCOMPARE(firstField(), dataOf(switched));
    QVERIFY(environment.details(id).value("data_expired_at"_L1).isString());
    environment.ask("PATCH"_ba, address, R"({"enable_passthrough":null})");
    QCOMPARE(firstField().value("is_passthrough_enabled"_L1), QJsonValue(false));
}

void PracticeApiTest::mapsCustomFields()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QString list = Environment::addressOf(id, u"/custom-fields"_s);
    const auto field = dataOf(environment.ask(
        "GET"_ba, Environment::addressOf(id, u"/integration-fields"_s)))["results"_L1][7];
    const auto own = [&] { return dataOf(environment.ask("GET"_ba, list))["results"_L1][0]; };
    QCOMPARE(own()["integration_field"_L1], QJsonValue(QJsonValue::Null));
    const QString address = list + u'/' + own()["id"_L1].toString();
    const auto mapped = environment.send(
        "PUT"_ba, address, {{u"integration_field_id"_s, field["id"_L1].toString()}});
    QCOMPARE(mapped.status, 200);
    QCOMPARE(keysOf(dataOf(mapped)),
        (QStringList{
            u"description"_s, u"id"_s, u"integration_field"_s, u"key"_s, u"label"_s, u"model"_s}));
    QCOMPARE(dataOf(mapped)["integration_field"_L1].toObject(),
        (QJsonObject{{u"id"_s, field["id"_L1]}, {u"key"_s, field["key"_L1]},
            {u"type"_s, field["type"_L1]}, {u"label"_s, field["label"_L1]}}));
    QCOMPARE(own().toObject(), dataOf(mapped));
    environment.send("PUT"_ba, address, {{u"integration_field_id"_s, QJsonValue::Null}});
    QCOMPARE(own()["integration_field"_L1], QJsonValue(QJsonValue::Null));
}

void PracticeApiTest::refusesUnknownFields_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("below");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    QTest::newRow("a field") << "PATCH"_ba << u"/integration-fields/x"_s
                             << R"({"enable_passthrough":true})"_ba << u"integration_field_id"_s;
    QTest::newRow("a custom field")
        << "PUT"_ba << u"/custom-fields/x"_s << R"({"integration_field_id":null})"_ba
        << u"custom_field_id"_s;
}

void PracticeApiTest::refusesUnknownFields()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, below);
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    Environment environment(m_now);
    const auto answer =
        environment.ask(method, Environment::addressOf(environment.integration(), below), body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(messageOf(answer).startsWith(named), qPrintable(messageOf(answer)));
}

QTEST_GUILESS_MAIN(PracticeApiTest)
#include "tst_practiceapi.moc"
