// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "practice/practiceserver.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QWebEnginePage>
#include <QWebEngineProfile>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// The pages of the practice server in a real browser: reconnection, setup, many tools.
class PracticeFlowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void autopilotFinishes_data();
    void autopilotFinishes();
    void asksForGoodCredentialsInPlace();
    void asksForAGroupInPlace();
    void keepsChoicesWhenGoingBack();
    void findsOneToolAmongMany();
    void saysThatALinkHasExpired_data();
    void saysThatALinkHasExpired();
    void showsAGuide();

private:
    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QString integration(const QJsonObject &properties);
    QUrl link(const QString &id, const QString &kind);
    void script(const QString &fault);

    //! Opens an address as a page of its own, where a test can look inside.
    void visit(const QUrl &url);
    QVariant evaluate(const QString &script) { return FlowScene::evaluate(m_page.get(), script); }
    bool has(const QString &selector)
    {
        return evaluate(u"!!document.querySelector('%1')"_s.arg(selector)).toBool();
    }
    QString textOf(const QString &selector)
    {
        return evaluate(u"document.querySelector('%1').textContent"_s.arg(selector)).toString();
    }
    void press(const QString &selector)
    {
        evaluate(u"document.querySelector('%1').click()"_s.arg(selector));
    }

    std::unique_ptr<PracticeServer> m_server;
    std::optional<ApiAccess> m_access;
    QNetworkAccessManager m_network;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEnginePage> m_page;
};

namespace {

constexpr int patienceMs = 30'000;
QJsonObject bothSteps()
{
    return {{u"tool"_s, u"personio"_s}, {u"filtering"_s, true}, {u"field_mapping"_s, true}};
}

} // namespace

void PracticeFlowTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<PracticeServer>();
    const auto access = m_server->start();
    QVERIFY(access.hasValue());
    m_access = *access;
}

void PracticeFlowTest::cleanup()
{
    m_page.reset();
    m_profile.reset();
    m_server.reset();
}

QJsonObject PracticeFlowTest::ask(
    const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(
        QUrl(m_access->baseUrl.toString(QUrl::RemovePath | QUrl::FullyEncoded) + path));
    request.setRawHeader("Authorization"_ba, "Bearer " + m_access->apiKey.reveal().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(request, method, QJsonDocument(body).toJson()));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    return QJsonDocument::fromJson(reply->readAll())["data"_L1].toObject();
}

QString PracticeFlowTest::integration(const QJsonObject &properties)
{
    return ask("POST"_ba, u"/practice/integrations"_s, properties).value("id"_L1).toString();
}

QUrl PracticeFlowTest::link(const QString &id, const QString &kind)
{
    const QString path =
        u"/v1/integrations/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)), kind);
    const QJsonObject data = ask("POST"_ba, path, {{u"link_type"_s, u"EMBEDDED"_s}});
    return QUrl(data.value("link"_L1).toString());
}

void PracticeFlowTest::script(const QString &fault)
{
    const auto parsed = parsePracticeFault(fault);
    QVERIFY(parsed.hasValue());
    m_server->setFaults({*parsed});
}

void PracticeFlowTest::visit(const QUrl &url)
{
    m_page.reset();
    m_profile = std::make_unique<QWebEngineProfile>();
    m_page = std::make_unique<QWebEnginePage>(m_profile.get());
    m_page->load(url);
    QTRY_VERIFY_WITH_TIMEOUT(has(u"h1"_s), patienceMs);
    // Such a page is its own parent.
    evaluate(u"window.heard = []; addEventListener('message', (e) => heard.push(e.data.type))"_s);
}

void PracticeFlowTest::autopilotFinishes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("properties");
    QTest::addColumn<QString>("setup");

    const auto row = [](const char *name, const QString &kind, const QJsonObject &properties,
                         const QString &setup) {
        QTest::newRow(name) << kind << properties << setup;
    };
    const QString invalid = u"INVALID"_s;
    const QString completed = u"COMPLETED"_s;
    const QString pending = u"FINAL_SYNC_PENDING"_s;
    row("a reconnection by key", u"relink"_s, {{u"tool"_s, u"personio"_s}, {u"status"_s, invalid}},
        completed);
    row("a reconnection by password", u"relink"_s,
        {{u"tool"_s, u"hibob"_s}, {u"status"_s, invalid}}, completed);
    row("a setup of both steps", u"setup-link"_s, bothSteps(), pending);
    row("a setup of filtering", u"setup-link"_s, {{u"filtering"_s, true}}, pending);
    row("a setup of field mapping", u"setup-link"_s,
        {{u"category"_s, u"LMS"_s}, {u"field_mapping"_s, true}}, pending);
}

void PracticeFlowTest::autopilotFinishes()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, properties);
    const QString id = integration(properties);
    QUrl url = link(id, kind);
    url.setFragment(u"autopilot"_s);
    FlowScene scene;
    scene.open(url);
    QTRY_VERIFY_WITH_TIMEOUT(!scene.tokens().isEmpty(), patienceMs);
    const QJsonObject resolved = ask("GET"_ba,
        u"/v1/connect/integration-by-token/"_s
            + QString::fromLatin1(QUrl::toPercentEncoding(scene.tokens().constFirst())));
    QCOMPARE(resolved.value("id"_L1).toString(), id);
    QTEST(resolved.value("setup_status"_L1).toString(), "setup");
    const QJsonObject details =
        ask("GET"_ba, u"/v1/integrations/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)));
    QCOMPARE(details.value("status"_L1).toString(), u"ACTIVE"_s);
}

void PracticeFlowTest::asksForGoodCredentialsInPlace()
{
    const QString id = integration({{u"tool"_s, u"personio"_s}, {u"status"_s, u"INVALID"_s},
        {u"organization_name"_s, u"Müller & Söhne <b>x</b>"_s}});
    visit(link(id, u"relink"_s));
    QCOMPARE(textOf(u"h1"_s), u"Reconnect Personio"_s);
    QVERIFY(textOf(u"main"_s).contains(u"Müller & Söhne <b>x</b>"_s));
    press(u"#agree"_s);
    QTRY_VERIFY(has(u"#api_key"_s));
    evaluate(u"document.querySelector('#api_key').value = 'wrong'"_s);
    press(u"#connect"_s);
    QTRY_VERIFY(textOf(u"#alert"_s).contains("practice-key"_L1));
    QCOMPARE(evaluate(u"document.activeElement.id"_s).toString(), u"api_key"_s);
    evaluate(u"document.querySelector('#api_key').value = 'practice-key'"_s);
    press(u"#connect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(u"#done"_s), patienceMs);
    QVERIFY(textOf(u"#done"_s).contains("reconnected"_L1));
    QTRY_COMPARE(evaluate(u"heard.join()"_s).toString(), u"success"_s);
}

void PracticeFlowTest::asksForAGroupInPlace()
{
    visit(link(integration({{u"filtering"_s, true}}), u"setup-link"_s));
    press(u"#continue"_s);
    QTRY_COMPARE(textOf(u"#alert"_s), u"Choose at least one group."_s);
    press(u"#group-office"_s);
    press(u"#continue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(u"#done"_s), patienceMs);
    QTRY_COMPARE(evaluate(u"heard.join()"_s).toString(), u"success"_s);
}

void PracticeFlowTest::keepsChoicesWhenGoingBack()
{
    visit(link(integration(bothSteps()), u"setup-link"_s));
    press(u"#group-sales"_s);
    press(u"#continue"_s);
    QTRY_VERIFY(has(u"#field-0"_s));
    QCOMPARE(evaluate(u"document.querySelectorAll('select').length"_s).toInt(), 12);
    QCOMPARE(evaluate(u"document.querySelector('#field-0').options.length"_s).toInt(), 131);
    evaluate(u"const s = document.querySelector('#field-0'); s.selectedIndex = 5;"
             "s.dispatchEvent(new Event('change'))"_s);
    press(u"#back"_s);
    QTRY_VERIFY(has(u"#group-sales"_s));
    QVERIFY(evaluate(u"document.querySelector('#group-sales').checked"_s).toBool());
    press(u"#continue"_s);
    QTRY_VERIFY(has(u"#field-0"_s));
    QCOMPARE(evaluate(u"document.querySelector('#field-0').selectedIndex"_s).toInt(), 5);
}

void PracticeFlowTest::findsOneToolAmongMany()
{
    const QJsonObject data = ask("POST"_ba, u"/v1/connect/create-link"_s,
        {{u"end_user_email"_s, u"jo@northwind.example"_s},
            {u"end_user_organization_name"_s, u"Northwind Ltd"_s}});
    visit(QUrl(data.value("link"_L1).toString()));
    const auto shown = [this] {
        return evaluate(u"document.querySelectorAll('[data-tool]').length"_s).toInt();
    };
    const auto search = [this](const QString &words) {
        evaluate(u"{ const s = document.querySelector('#search'); s.value = '%1';"
                 "s.dispatchEvent(new Event('input')) }"_s.arg(words));
    };
    const auto key = [this](const QString &name) {
        evaluate(
            u"document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', {key: '%1', bubbles: true, cancelable: true}))"_s.arg(
                name));
        return evaluate(u"document.activeElement.dataset.tool ?? document.activeElement.id"_s)
            .toString();
    };
    QVERIFY(shown() > 40);
    search(u"  NOMINA "_s);
    QCOMPARE(shown(), 1);
    search(u"nothing of the kind"_s);
    QCOMPARE(shown(), 0);
    search(u"pers"_s);
    evaluate(u"document.querySelector('#search').focus()"_s);
    QCOMPARE(key(u"ArrowDown"_s), u"personio"_s);
    QCOMPARE(key(u"x"_s), u"search"_s);
    key(u"Enter"_s);
    QTRY_COMPARE(textOf(u"h1"_s), u"Connect Personio"_s);
}

void PracticeFlowTest::saysThatALinkHasExpired_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("of a reconnection") << u"relink"_s;
    QTest::newRow("of a setup") << u"setup-link"_s;
}

void PracticeFlowTest::saysThatALinkHasExpired()
{
    QFETCH(QString, kind);
    const QString id = integration(bothSteps());
    script(u"*:expired_link=true"_s);
    visit(link(id, kind));
    QCOMPARE(textOf(u"h1"_s), u"This link has expired"_s);
    press(u"#close"_s);
    QTRY_COMPARE(evaluate(u"heard.join()"_s).toString(), u"close"_s);
}

void PracticeFlowTest::showsAGuide()
{
    visit(QUrl(m_access->baseUrl.toString(QUrl::RemovePath) + u"/connect/guides/hibob"_s));
    QVERIFY(textOf(u"h1"_s).contains("HiBob"_L1));
    QCOMPARE(evaluate(u"document.querySelectorAll('li').length"_s).toInt(), 3);
}

DESK_TEST_MAIN(QApplication, PracticeFlowTest)
#include "tst_practiceflow.moc"
