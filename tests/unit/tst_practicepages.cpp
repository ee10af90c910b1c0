// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include "support/stricttest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// Reconnection, setup, guides and marks as their pages see them.
class PracticePagesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void reconnects_data();
    void reconnects();
    void aReconnectionTakesNoOtherTool();
    void aReconnectionAsksForGoodCredentials();
    void setsUp_data();
    void setsUp();
    void aSetupStoresItsChoices();
    void aSetupAsksForGoodChoices_data();
    void aSetupAsksForGoodChoices();
    void aSetupNeedsEachStep_data();
    void aSetupNeedsEachStep();
    void stepsBelongToTheirKindOfLink();
    void setupLinksNeedAStep();
    void linksDieWithTheirIntegration();
    void linksExpire_data();
    void linksExpire();
    void showsGuides_data();
    void showsGuides();
    void showsMarks();
    void speaksTheLanguageOfTheLink_data();
    void speaksTheLanguageOfTheLink();

private:
    QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
};

namespace {

QUrl linkTo(
    Environment &environment, const QString &id, const QString &kind, QJsonObject properties = {})
{
    if (kind == "setup-link"_L1 && !properties.contains("link_type"_L1))
        properties.insert(u"link_type"_s, u"EMBEDDED"_s);
    const auto answer =
        environment.send("POST"_ba, Environment::addressOf(id, u'/' + kind), properties);
    return QUrl(dataOf(answer).value("link"_L1).toString());
}

QString setupStatus(Environment &environment, const QString &id)
{
    return environment.details(id).value("setup_status"_L1).toString();
}

QJsonObject bothSteps()
{
    return {{u"filtering"_s, true}, {u"field_mapping"_s, true}};
}

QJsonObject goodGroups()
{
    return {{u"groups"_s, QJsonArray{u"office"_s}}};
}

QJsonObject noMappings()
{
    return {{u"mappings"_s, QJsonObject()}};
}

} // namespace

void PracticePagesTest::reconnects_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QJsonObject>("credentials");
    const QJsonObject apiKey{{u"api_key"_s, u"practice-apiKey"_s}};
    const QJsonObject pair{{u"user_name"_s, u"practice"_s}, {u"password"_s, u"practice"_s}};
    QTest::newRow("what is invalid, by apiKey")
        << u"INVALID"_s << u"personio"_s << u"sign-in"_s << apiKey;
    QTest::newRow("what is off, by password")
        << u"INACTIVE"_s << u"hibob"_s << u"sign-in"_s << pair;
    QTest::newRow("what works, by a window")
        << u"ACTIVE"_s << u"factorial"_s << u"oauth"_s << QJsonObject();
}

void PracticePagesTest::reconnects()
{
    QFETCH(QString, status);
    QFETCH(QString, tool);
    QFETCH(QString, step);
    QFETCH(QJsonObject, credentials);
    Environment environment(m_now);
    const QString id = environment.integration(
        {{u"tool"_s, tool}, {u"status"_s, status}, {u"organization_name"_s, u"Contoso SE"_s}});
    const QUrl link = linkTo(environment, id, u"relink"_s, {{u"scope_config_id"_s, u"new"_s}});
    const QJsonObject data = Environment::pageData(environment.open(link));
    QCOMPARE(data.value("reconnect"_L1), QJsonValue(true));
    QCOMPARE(data.value("newScopes"_L1), QJsonValue(true));
    QCOMPARE(data.value("preset"_L1).toString(), tool);
    QCOMPARE(data.value("organization"_L1).toString(), u"Contoso SE"_s);
    const QString visit = data.value("visit"_L1).toString();

    environment.step(u"consent"_s, link, visit, {{u"tool"_s, tool}});
    QVERIFY(flowError(environment.step(step, link, visit, credentials)).isEmpty());
    QCOMPARE(environment.details(id).value("status"_L1).toString(), status);
    const QString token = Environment::activationToken(environment.step(u"finish"_s, link, visit));
    const auto resolved = environment.resolve(token);
    QCOMPARE(dataOf(resolved).value("id"_L1).toString(), id);
    const QJsonObject details = environment.details(id);
    QCOMPARE(details.value("status"_L1).toString(), u"ACTIVE"_s);
    QCOMPARE(details["scope_config"_L1]["id"_L1].toString(), u"new"_s);
}

void PracticePagesTest::aReconnectionTakesNoOtherTool()
{
    Environment environment(m_now);
    const QString id = environment.integration({{u"tool"_s, u"personio"_s}});
    const QUrl link = linkTo(environment, id, u"relink"_s);
    const QString visit = environment.visit(link);
    QCOMPARE(environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"kenjo"_s}}).status, 400);
}

void PracticePagesTest::aReconnectionAsksForGoodCredentials()
{
    Environment environment(m_now);
    const QString id =
        environment.integration({{u"tool"_s, u"personio"_s}, {u"status"_s, u"INVALID"_s}});
    const QUrl link = linkTo(environment, id, u"relink"_s);
    const QString visit = environment.visit(link);
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    const auto wrong = environment.step(u"sign-in"_s, link, visit, {{u"api_key"_s, u"x"_s}});
    QCOMPARE(flowError(wrong), u"wrong-credentials"_s);
    QCOMPARE(flowError(environment.step(u"finish"_s, link, visit)), u"out-of-order"_s);
    QCOMPARE(environment.details(id).value("status"_L1).toString(), u"INVALID"_s);
}

void PracticePagesTest::setsUp_data()
{
    QTest::addColumn<QJsonObject>("properties");
    QTest::addColumn<bool>("filtering");
    QTest::addColumn<bool>("fieldMapping");
    QTest::newRow("filtering") << QJsonObject{{u"filtering"_s, true}} << true << false;
    QTest::newRow("field mapping") << QJsonObject{{u"field_mapping"_s, true}} << false << true;
    QTest::newRow("both") << bothSteps() << true << true;
}

void PracticePagesTest::setsUp()
{
    QFETCH(QJsonObject, properties);
    QFETCH(bool, filtering);
    QFETCH(bool, fieldMapping);
    QDateTime now = m_now;
    Environment environment(now);
    const QString id = environment.integration(properties);
    const QUrl link = linkTo(environment, id, u"setup-link"_s);
    const auto page = environment.open(link);
    QCOMPARE(page.status, 200);
    const QJsonObject data = Environment::pageData(page);
    QCOMPARE(data.contains("groups"_L1), filtering);
    QCOMPARE(data.value("customFields"_L1).toArray().size(), fieldMapping ? 12 : 0);
    QCOMPARE(data.value("fields"_L1).toArray().size(), fieldMapping ? 130 : 0);
    const QString visit = data.value("visit"_L1).toString();
    if (filtering)
        QCOMPARE(environment.step(u"groups"_s, link, visit, goodGroups()).status, 200);
    if (fieldMapping)
        QCOMPARE(environment.step(u"mapping"_s, link, visit, noMappings()).status, 200);
    QCOMPARE(setupStatus(environment, id), u"INCOMPLETE"_s);
    const auto finished = environment.step(u"finish"_s, link, visit);
    const auto resolved = environment.resolve(Environment::activationToken(finished));
    QCOMPARE(dataOf(resolved).value("id"_L1).toString(), id);
    QCOMPARE(dataOf(resolved).value("setup_status"_L1).toString(), u"FINAL_SYNC_PENDING"_s);
    now = now.addSecs(PracticeIntegration::syncSeconds);
    QCOMPARE(setupStatus(environment, id), u"COMPLETED"_s);
}

void PracticePagesTest::aSetupStoresItsChoices()
{
    Environment environment(m_now);
    const QString id = environment.integration(bothSteps());
    const QUrl link = linkTo(environment, id, u"setup-link"_s);
    const QJsonObject data = Environment::pageData(environment.open(link));
    const QString visit = data.value("visit"_L1).toString();
    const QString own = data["customFields"_L1][3]["id"_L1].toString();
    const QString theirs = data["fields"_L1][20]["id"_L1].toString();
    environment.step(u"groups"_s, link, visit, goodGroups());
    environment.step(u"mapping"_s, link, visit, {{u"mappings"_s, QJsonObject{{own, theirs}}}});
    const auto customField = [&] {
        return dataOf(environment.ask(
            "GET"_ba, Environment::addressOf(id, u"/custom-fields"_s)))["results"_L1][3];
    };
    QVERIFY(customField()["integration_field"_L1].isNull());
    environment.step(u"finish"_s, link, visit);
    QCOMPARE(customField()["integration_field"_L1]["id"_L1].toString(), theirs);
    // Opened again, the page knows them.
    const QJsonObject again = Environment::pageData(environment.open(link));
    QCOMPARE(again["customFields"_L1][3]["mapped"_L1].toString(), theirs);
    QCOMPARE(again["groups"_L1][0]["chosen"_L1], QJsonValue(true));
    QCOMPARE(again["groups"_L1][1]["chosen"_L1], QJsonValue(false));
}

void PracticePagesTest::aSetupAsksForGoodChoices_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QJsonObject>("choices");
    const auto row = [](const char *name, const QString &step, const QJsonValue &choices) {
        const QString property = step == "groups"_L1 ? u"groups"_s : u"mappings"_s;
        QTest::newRow(name) << step << QJsonObject{{property, choices}};
    };
    row("no group", u"groups"_s, QJsonArray());
    row("an unknown group", u"groups"_s, QJsonArray{u"office"_s, u"aliens"_s});
    row("a group that is a number", u"groups"_s, QJsonArray{7});
    row("groups that are no list", u"groups"_s, u"office"_s);
    row("an unknown field", u"mapping"_s, QJsonObject{{u"x"_s, u"y"_s}});
}

void PracticePagesTest::aSetupAsksForGoodChoices()
{
    QFETCH(QString, step);
    QFETCH(QJsonObject, choices);
    Environment environment(m_now);
    const QString id = environment.integration(bothSteps());
    const QUrl link = linkTo(environment, id, u"setup-link"_s);
    const QString visit = environment.visit(link);
    const auto answer = environment.step(step, link, visit, choices);
    QCOMPARE(answer.status, 400);
    QCOMPARE(flowError(answer), u"unknown-choice"_s);
}

void PracticePagesTest::aSetupNeedsEachStep_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::newRow("none") << QStringList();
    QTest::newRow("only the groups") << QStringList{u"groups"_s};
    QTest::newRow("only the mapping") << QStringList{u"mapping"_s};
}

void PracticePagesTest::aSetupNeedsEachStep()
{
    QFETCH(QStringList, steps);
    Environment environment(m_now);
    const QString id = environment.integration(bothSteps());
    const QUrl link = linkTo(environment, id, u"setup-link"_s);
    const QString visit = environment.visit(link);
    for (const QString &step : std::as_const(steps)) {
        const auto &choices = step == "groups"_L1 ? goodGroups() : noMappings();
        QCOMPARE(environment.step(step, link, visit, choices).status, 200);
    }
    QCOMPARE(flowError(environment.step(u"finish"_s, link, visit)), u"out-of-order"_s);
    QCOMPARE(setupStatus(environment, id), u"INCOMPLETE"_s);
}

void PracticePagesTest::stepsBelongToTheirKindOfLink()
{
    Environment environment(m_now);
    const QString id =
        environment.integration({{u"tool"_s, u"personio"_s}, {u"filtering"_s, true}});
    const QUrl setup = linkTo(environment, id, u"setup-link"_s);
    const QUrl relink = linkTo(environment, id, u"relink"_s);
    const auto errorOfStep = [&](const QString &step, const QUrl &link,
                                 const QJsonObject &properties) {
        return flowError(environment.step(step, link, environment.visit(link), properties));
    };
    QCOMPARE(errorOfStep(u"consent"_s, setup, {{u"tool"_s, u"personio"_s}}), u"out-of-order"_s);
    QCOMPARE(errorOfStep(u"groups"_s, relink, goodGroups()), u"out-of-order"_s);
    QCOMPARE(errorOfStep(u"mapping"_s, setup, noMappings()), u"out-of-order"_s);
    QCOMPARE(errorOfStep(u"groups"_s, environment.link(), goodGroups()), u"out-of-order"_s);
}

void PracticePagesTest::setupLinksNeedAStep()
{
    Environment environment(m_now);
    const QString id = environment.integration({{u"setup_status"_s, u"INCOMPLETE"_s}});
    const auto answer = environment.ask(
        "POST"_ba, Environment::addressOf(id, u"/setup-link"_s), R"({"link_type":"EMBEDDED"})");
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), u"PLATFORM.INPUT_INVALID"_s);
    QVERIFY(messageOf(answer).contains("setup step"_L1));
}

void PracticePagesTest::linksDieWithTheirIntegration()
{
    Environment environment(m_now);
    const QString id = environment.integration({{u"tool"_s, u"personio"_s}});
    const QUrl link = linkTo(environment, id, u"relink"_s);
    const QString visit = environment.visit(link);
    environment.ask("DELETE"_ba, Environment::addressOf(id));
    QCOMPARE(environment.open(link).status, 404);
    const auto step = environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    QCOMPARE(step.status, 410);
}

void PracticePagesTest::linksExpire_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("linkType");
    QTest::addColumn<qint64>("lifetime");
    const qint64 hour = PracticeState::embeddedLifetimeSeconds;
    const qint64 year = PracticeState::magicLifetimeSeconds;
    QTest::newRow("embedded, for a reconnection") << u"relink"_s << u"EMBEDDED"_s << hour;
    QTest::newRow("magic, for a reconnection") << u"relink"_s << u"MAGIC_LINK"_s << year;
    QTest::newRow("embedded, for a setup") << u"setup-link"_s << u"EMBEDDED"_s << hour;
    QTest::newRow("magic, for a setup") << u"setup-link"_s << u"MAGIC_LINK"_s << year;
}

void PracticePagesTest::linksExpire()
{
    QFETCH(QString, kind);
    QFETCH(QString, linkType);
    QFETCH(qint64, lifetime);
    QDateTime now = m_now;
    Environment environment(now);
    const QString id = environment.integration(bothSteps());
    const QUrl link = linkTo(environment, id, kind, {{u"link_type"_s, linkType}});
    now = m_now.addSecs(lifetime - 1);
    QCOMPARE(environment.open(link).status, 200);
    now = m_now.addSecs(lifetime);
    const auto page = environment.open(link);
    QCOMPARE(page.status, 410);
    QCOMPARE(Environment::pageData(page).value("notice"_L1).toString(), u"expired"_s);
}

void PracticePagesTest::showsGuides_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("of a tool") << u"/connect/guides/personio"_s << 200;
    QTest::newRow("in a language") << u"/connect/guides/personio?language=de"_s << 200;
    QTest::newRow("of a tool that has none") << u"/connect/guides/zelt"_s << 404;
    QTest::newRow("of no tool") << u"/connect/guides/punchcards"_s << 404;
    QTest::newRow("of nothing") << u"/connect/guides/"_s << 404;
    QTest::newRow("of two") << u"/connect/guides/personio/hibob"_s << 404;
}

void PracticePagesTest::showsGuides()
{
    QFETCH(QString, target);
    QFETCH(int, status);
    Environment environment(m_now);
    const auto page = environment.ask("GET"_ba, target, {}, {});
    QCOMPARE(page.status, status);
    if (status == 200) {
        QVERIFY(page.body.contains(target.endsWith("de"_L1) ? "lang=\"de\"" : "lang=\"en\""));
        QCOMPARE(Environment::pageData(page)["tool"_L1]["label"_L1].toString(), u"Personio"_s);
    }
    QCOMPARE(environment.ask("POST"_ba, u"/connect/guides/personio"_s).status, 405);
}

void PracticePagesTest::showsMarks()
{
    Environment environment(m_now);
    const QJsonValue tool = dataOf(environment.ask("GET"_ba, u"/v1/tools/hris"_s))["tools"_L1][0];
    for (const QString &kind : {u"icon_url"_s, u"logo_url"_s, u"icon_black_url"_s}) {
        const QUrl url(tool["assets"_L1][kind].toString());
        const auto mark = environment.ask("GET"_ba, url.path(), {}, {});
        QCOMPARE(mark.status, 200);
        QCOMPARE(mark.contentType, "image/svg+xml"_ba);
        QVERIFY(mark.body.startsWith("<svg "));
    }
    QCOMPARE(environment.ask("GET"_ba, u"/connect/marks/hibob"_s).status, 404);
    QCOMPARE(environment.ask("GET"_ba, u"/connect/marks/hibob.png"_s).status, 404);
}

void PracticePagesTest::speaksTheLanguageOfTheLink_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a reconnection") << u"relink"_s;
    QTest::newRow("a setup") << u"setup-link"_s;
}

void PracticePagesTest::speaksTheLanguageOfTheLink()
{
    QFETCH(QString, kind);
    Environment environment(m_now);
    const QString id = environment.integration(bothSteps());
    for (const QString &language : {u"en"_s, u"de"_s, u"fr"_s, u"it"_s, u"es"_s}) {
        const auto page =
            environment.open(linkTo(environment, id, kind, {{u"language"_s, language}}));
        QVERIFY(page.body.contains("<html lang=\"" + language.toUtf8() + '"'));
    }
}

QTEST_GUILESS_MAIN(PracticePagesTest)
#include "tst_practicepages.moc"
