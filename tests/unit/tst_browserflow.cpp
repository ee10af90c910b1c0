// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "browserflow/browserflow.h"
#include "http/httplistener.h"

#include "support/flowrecord.h"
#include "support/rawhttp.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::askOnce;
using desk::test::FlowRecord;
using desk::test::RawAnswer;
using desk::test::RawConnection;
using desk::test::RawRequest;
using Kind = FlowNote::Kind;

/*
 * What the page in the browser, and whoever else is on this machine, can make of the listener. Rows
 * of attacks end with a proper token, which must arrive alone.
 */
class BrowserFlowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void handsThePageOutOnce();
    void protectsThePage();
    void neverUsesANonceTwice();
    void addressHoldsNoSecretOfTheLink();
    void addressCannotBeGuessed();
    void handsThePageToAPersonOnly_data();
    void handsThePageToAPersonOnly();
    void handsThePageToABrowserThatSaysLess();
    void givesTheLinkForTheSecret();
    void hearsTheFlow();
    void hearsTheEndUserClose();
    void refusesRequests_data();
    void refusesRequests();
    void answersNothingWithoutAPage();
    void answersNothingBeforeItKnowsItsHost();
    void believesNoForgedReport_data();
    void believesNoForgedReport();
    void allowsNoOtherOrigin();
    void cutsOffEndlessRequests();
    void servesOneConnectionForLong();
    void staysReachableAmongManyConnections();
    void sumsUpFloods();
    void keepsSecretsOutOfItsNotes();
    void holdsTheAnswerToAPollBack();
    void refusesTheOldPageAfterReload();
    void remembersFewAddresses();
    void takesALateToken();
    void noticesSilence();
    void noticesAGoodbye();
    void forgivesAGoodbyeBeforeLoadingAgain();
    void ignoresAGoodbyeOfAnOlderVisit();
    void noticesAPageThatComesBack();
    void noticesThatNothingLoadsInAPageThatIsBack();
    void hearsThatTheLibraryGaveUp();
    void looksAgain();
    void noticesThatNothingLoads();
    void noticesThatThePageNeverRuns();
    void noticesThatThePageIsNeverFetched();
    void saysThatThereIsNoBrowser();
    void signalsComeFromTheEventLoop();
    void answersThePageEvenIfItIsStoppedAtOnce();
    void answersEvenIfTheListenerGoesNext();
    void closesThePortWhenStopped();

private:
    void open(BrowserFlowPatience patience = {});
    quint16 port() const { return static_cast<quint16>(address().port()); }
    const QUrl &address() const { return m_addresses.last(); }
    RawRequest visit() const;
    RawRequest call(const QByteArray &name, const QJsonObject &body = {}) const;
    RawAnswer ask(const RawRequest &request) const { return askOnce(port(), request); }
    //! As a browser does: fetches the page and asks for the link.
    void load();
    void fetch();
    int report(QJsonObject report) const;
    int reportToken(const QString &token) const;
    QByteArray origin() const { return "http://127.0.0.1:" + QByteArray::number(port()); }

    std::unique_ptr<BrowserFlow> m_flow;
    std::unique_ptr<FlowRecord> m_record;
    QList<QUrl> m_addresses;
    bool m_hasBrowser = true;
    QByteArray m_secret;
    QString m_load;
    int m_visit = 0;
};

namespace {

using namespace std::chrono_literals;

const QString linkToken = u"link-token-that-is-long-enough"_s;
const QString linkLanguage = u"german"_s; // long enough to be masked, too short to be a secret
const QString linkOrigin = u"https://connect.kombo.dev"_s;
const QStringList gone{u"loaded"_s, u"failed:BrowserPageGone"_s};

ConnectLink link()
{
    const ApiAccess access{
        ProfileKind::AdHoc, QUrl(u"https://api.kombo.dev/v1"_s), Secret(u"key"_s), {}};
    return *ConnectLink::check(
        linkOrigin + u"/v1?token="_s + linkToken + u"&language="_s + linkLanguage, access);
}

QByteArray secretIn(const QByteArray &html)
{
    static const QRegularExpression pattern(u"\"secret\":\"([0-9A-Za-z]*)\""_s);
    return pattern.match(QString::fromUtf8(html)).captured(1).toLatin1();
}

} // namespace

void BrowserFlowTest::init()
{
    StrictTest::init();
    m_addresses.clear();
    m_hasBrowser = true;
    m_secret.clear();
}

void BrowserFlowTest::cleanup()
{
    m_record.reset();
    m_flow.reset();
}

void BrowserFlowTest::open(BrowserFlowPatience patience)
{
    m_flow = std::make_unique<BrowserFlow>(
        [this](const QUrl &url) {
            m_addresses.append(url);
            return m_hasBrowser;
        },
        patience);
    m_record = std::make_unique<FlowRecord>(*m_flow);
    m_flow->open(link(), FlowPlacement::Frame);
}

RawRequest BrowserFlowTest::visit() const
{
    return {"GET", address().path().toLatin1(),
        {{"Host", address().authority().toLatin1()}, {"Sec-Fetch-Site", "none"},
            {"Sec-Fetch-Dest", "document"}},
        {}};
}

RawRequest BrowserFlowTest::call(const QByteArray &name, const QJsonObject &body) const
{
    return {"POST", "/page/" + name,
        {{"Host", address().authority().toLatin1()}, {"Origin", origin()},
            {"Sec-Fetch-Site", "same-origin"}, {"Content-Type", "application/json"},
            {"X-Connect-Desk-Page", m_secret}},
        QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

void BrowserFlowTest::fetch()
{
    const RawAnswer page = ask(visit());
    QCOMPARE(page.status, 200);
    m_secret = secretIn(page.body);
    QVERIFY(!m_secret.isEmpty());
}

void BrowserFlowTest::load()
{
    if (m_secret.isEmpty())
        fetch();
    const RawAnswer config = ask(call("start"));
    QCOMPARE(config.status, 200);
    const QJsonDocument read = QJsonDocument::fromJson(config.body);
    m_load = read["load"_L1].toString();
    m_visit = read["visit"_L1].toInt();
}

int BrowserFlowTest::report(QJsonObject report) const
{
    if (!report.contains("load"_L1))
        report.insert(u"load"_s, m_load);
    return ask(call("report", report)).status;
}

int BrowserFlowTest::reportToken(const QString &token) const
{
    return report({{u"kind"_s, u"success"_s}, {u"origin"_s, linkOrigin}, {u"token"_s, token}});
}

void BrowserFlowTest::handsThePageOutOnce()
{
    open();
    const RawAnswer first = ask(visit());
    QCOMPARE(first.status, 200);
    QCOMPARE(secretIn(first.body).size(), 27);
    const RawAnswer second = ask(visit());
    QCOMPARE(second.status, 410);
    QVERIFY(second.body.contains("This page was opened already"));
    QVERIFY(secretIn(second.body).isEmpty());
    QVERIFY(!second.body.contains(secretIn(first.body)));
}

void BrowserFlowTest::protectsThePage()
{
    open();
    for (const int status : {200, 410}) {
        const RawAnswer page = ask(visit());
        QCOMPARE(page.status, status);
        QCOMPARE(page.header("Cache-Control"), "no-store"_ba);
        QCOMPARE(page.header("Referrer-Policy"), "no-referrer"_ba);
        QCOMPARE(page.header("X-Content-Type-Options"), "nosniff"_ba);
        QCOMPARE(page.header("X-Frame-Options"), "DENY"_ba);
        QCOMPARE(page.header("Cross-Origin-Opener-Policy"), "same-origin-allow-popups"_ba);
        QCOMPARE(page.header("Cross-Origin-Resource-Policy"), "same-origin"_ba);
        QVERIFY(!page.head.toLower().contains("access-control-"));
        const QByteArray policy = page.header("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'; script-src 'nonce-"));
        QVERIFY(policy.contains("connect-src 'self'"));
        QVERIFY(policy.contains("frame-src https:;"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(policy.contains("base-uri 'none'; form-action 'none'"));
        QVERIFY(!policy.contains("unsafe"));
    }
}

void BrowserFlowTest::neverUsesANonceTwice()
{
    open();
    QSet<QByteArray> policies;
    for (int i = 0; i < 3; ++i)
        policies.insert(ask(visit()).header("Content-Security-Policy"));
    QCOMPARE(policies.size(), 3);
    RawRequest wrong = visit();
    wrong.target = "/";
    QCOMPARE(ask(wrong).header("Content-Security-Policy"),
        "default-src 'none'; frame-ancestors 'none'"_ba);
}

void BrowserFlowTest::addressHoldsNoSecretOfTheLink()
{
    open();
    static const QRegularExpression shape(u"^http://127\\.0\\.0\\.1:\\d+/[0-9A-Za-z]{27}$"_s);
    QVERIFY(shape.match(address().toString()).hasMatch());
    QVERIFY(!address().toString().contains(linkToken));
    const RawAnswer page = ask(visit());
    QVERIFY(!page.body.contains(linkToken.toLatin1()));
    QVERIFY(!page.body.contains("kombo.dev"));
}

void BrowserFlowTest::addressCannotBeGuessed()
{
    open();
    const QByteArray path = visit().target;
    const QList<QByteArray> guesses{"/", "/index.html", path.chopped(1), path + "0", path + "/",
        "/" + path, path.toLower(), path.toUpper(), "/page", "/favicon.ico"};
    for (const QByteArray &guess : guesses) {
        RawRequest request = visit();
        request.target = guess;
        QCOMPARE(ask(request).status, 404);
    }
    fetch();
}

void BrowserFlowTest::handsThePageToAPersonOnly_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("from a link on another site") << "GET"_ba
                                                 << "Sec-Fetch-Site"_ba
                                                 << "cross-site"_ba << 403;
    QTest::newRow("from another port of this machine") << "GET"_ba
                                                       << "Sec-Fetch-Site"_ba
                                                       << "same-site"_ba << 403;
    QTest::newRow("into a frame") << "GET"_ba
                                  << "Sec-Fetch-Dest"_ba
                                  << "iframe"_ba << 403;
    QTest::newRow("as an image") << "GET"_ba
                                 << "Sec-Fetch-Dest"_ba
                                 << "image"_ba << 403;
    QTest::newRow("by a script") << "GET"_ba
                                 << "Sec-Fetch-Dest"_ba
                                 << "empty"_ba << 403;
    QTest::newRow("ahead of time") << "GET"_ba
                                   << "Sec-Purpose"_ba
                                   << "prefetch"_ba << 403;
    QTest::newRow("its head") << "HEAD"_ba
                              << "Accept"_ba
                              << "*/*"_ba << 405;
    QTest::newRow("with a form") << "POST"_ba
                                 << "Accept"_ba
                                 << "*/*"_ba << 405;
    QTest::newRow("for another host") << "GET"_ba
                                      << "Host"_ba
                                      << "evil.example"_ba << 421;
}

void BrowserFlowTest::handsThePageToAPersonOnly()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    open();
    RawRequest request = visit();
    request.method = method;
    request.set(header, value);
    const RawAnswer answer = ask(request);
    QTEST(answer.status, "status");
    QVERIFY(secretIn(answer.body).isEmpty());
    fetch(); // which it did not use up
}

// Such as one from before these headers.
void BrowserFlowTest::handsThePageToABrowserThatSaysLess()
{
    open();
    RawRequest request = visit();
    request.set("Sec-Fetch-Site", {});
    request.set("Sec-Fetch-Dest", {});
    const RawAnswer page = ask(request);
    QCOMPARE(page.status, 200);
    m_secret = secretIn(page.body);
    RawRequest start = call("start");
    start.set("Sec-Fetch-Site", {});
    QCOMPARE(ask(start).status, 200);
}

void BrowserFlowTest::givesTheLinkForTheSecret()
{
    open();
    fetch();
    const RawAnswer config = ask(call("start"));
    QCOMPARE(config.status, 200);
    QCOMPARE(config.header("Cache-Control"), "no-store"_ba);
    const QJsonDocument read = QJsonDocument::fromJson(config.body);
    QCOMPARE(read["link"_L1].toString(), link().url().toString(QUrl::FullyEncoded));
    QCOMPARE(read["origin"_L1].toString(), linkOrigin);
}

void BrowserFlowTest::hearsTheFlow()
{
    open();
    load();
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    QTRY_COMPARE(m_record->events(), QStringList{u"loaded"_s});
    const QJsonArray entries{QJsonObject{{u"reason"_s, u"otherOrigin"_s},
        {u"origin"_s, u"https://evil.example"_s}, {u"type"_s, u"success"_s}, {u"count"_s, 3}}};
    QCOMPARE(report({{u"kind"_s, u"counts"_s}, {u"entries"_s, entries}}), 200);
    QCOMPARE(reportToken(u"a-token"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:a-token"_s};
    QTRY_COMPARE(m_record->events(), expected);
    QCOMPARE(reportToken(u"another-token"_s), 200);
    m_flow->reload();
    QTest::qWait(50); // whatever is wrong may follow
    QCOMPARE(m_record->events(), expected);
    QCOMPARE(m_addresses.size(), 1);
    QCOMPARE(m_record->noted(Kind::MessageDropped, u"https://evil.example"_s), 3);
    QCOMPARE(m_record->noted(Kind::Message, u"success"_s), 1);
    QCOMPARE(m_record->noted(Kind::BrowserPage, u"opened"_s), 1);
    QCOMPARE(m_record->noted(Kind::BrowserPage, u"fetched"_s), 1);
}

void BrowserFlowTest::hearsTheEndUserClose()
{
    open();
    load();
    QCOMPARE(report({{u"kind"_s, u"close"_s}, {u"origin"_s, linkOrigin}}), 200);
    const QStringList expected{u"loaded"_s, u"closed"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::refusesRequests_data()
{
    using Change = std::function<void(RawRequest &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, int status, const Change &change) {
        QTest::newRow(name) << change << status;
    };
    const auto header = [&row](const char *name, int status, const QByteArray &field,
                            const QByteArray &value) {
        row(name, status, [field, value](RawRequest &request) { request.set(field, value); });
    };
    const auto twice = [&row](const char *name, int status, const QByteArray &field) {
        row(name, status, [field](RawRequest &request) {
            for (const auto &[known, value] : std::as_const(request.headers)) {
                if (known == field) {
                    request.headers.append({known, value});
                    return;
                }
            }
        });
    };
    const auto host = [&row](const char *name, const QByteArray &value) {
        row(name, 421, [value](RawRequest &request) {
            QByteArray text = value;
            const QByteArray known = request.headers.constFirst().second;
            request.set("Host", text.replace("PORT", known.sliced(known.indexOf(':') + 1)));
        });
    };
    const QByteArray secret = "X-Connect-Desk-Page"_ba;

    header("with a wrong secret", 410, secret, "0000000000000000000000000000"_ba);
    header("with an empty secret", 410, secret, ""_ba);
    header("without a secret", 410, secret, {});
    twice("with the secret twice", 410, secret);
    row("with the beginning of the secret", 410, [secret](RawRequest &request) {
        request.set(secret, request.headers.constLast().second.chopped(1));
    });
    row("with more than the secret", 410, [secret](RawRequest &request) {
        request.set(secret, request.headers.constLast().second + 'a');
    });
    row("with the address for a secret", 410,
        [this, secret](RawRequest &request) { request.set(secret, visit().target.sliced(1)); });

    host("for another host", "evil.example:PORT");
    host("for a host that ends like ours", "a.127.0.0.1:PORT");
    host("for localhost", "localhost:PORT");
    host("for no port", "127.0.0.1");
    host("for another port", "127.0.0.1:1");
    header("for no host", 421, "Host"_ba, {});
    twice("for two hosts", 421, "Host"_ba);

    header("from another origin", 403, "Origin"_ba, "https://evil.example"_ba);
    header("from another port", 403, "Origin"_ba, "http://127.0.0.1:1"_ba);
    header("from the flow's origin", 403, "Origin"_ba, linkOrigin.toLatin1());
    header("from an opaque origin", 403, "Origin"_ba, "null"_ba);
    header("without an origin", 403, "Origin"_ba, {});
    twice("from two origins", 403, "Origin"_ba);
    header("from another site", 403, "Sec-Fetch-Site"_ba, "cross-site"_ba);
    header("from this machine's other pages", 403, "Sec-Fetch-Site"_ba, "same-site"_ba);
    header("from nobody", 403, "Sec-Fetch-Site"_ba, "none"_ba);

    header("as text", 415, "Content-Type"_ba, "text/plain"_ba);
    header("as a form", 415, "Content-Type"_ba, "application/x-www-form-urlencoded"_ba);
    header("as nothing", 415, "Content-Type"_ba, {});
    row("with a body that is not JSON", 400,
        [](RawRequest &request) { request.body = "{\"kind\":"; });
    row("with a body that is an array", 400, [](RawRequest &request) { request.body = "[]"; });
    row("without a body", 400, [](RawRequest &request) { request.body.clear(); });
    row("with a body that is too large", 413, [](RawRequest &request) {
        request.body += QByteArray(HandOverPage::maximumBodySize, ' ');
    });
    row("with a body that is nested too deeply", 400, [](RawRequest &request) {
        request.body = "{\"kind\":" + QByteArray(20'000, '[') + QByteArray(20'000, ']') + '}';
    });

    const auto method = [&row](const char *name, const QByteArray &value) {
        row(name, 405, [value](RawRequest &request) { request.method = value; });
    };
    method("with GET", "GET");
    method("with PUT", "PUT");
    method("with DELETE", "DELETE");
    method("with OPTIONS", "OPTIONS");
    const auto target = [&row](const char *name, const QByteArray &value) {
        row(name, 404, [value](RawRequest &request) { request.target = value; });
    };
    target("to a call that there is not", "/page/other");
    target("to the call in capitals", "/page/REPORT");
    target("to the call with something behind", "/page/report/");
    target("to the call with an encoded slash", "/page%2Freport");
    target("to another folder", "/report");
}

void BrowserFlowTest::refusesRequests()
{
    QFETCH(std::function<void(RawRequest &)>, change);
    open();
    load();
    RawRequest request = call("report",
        {{u"load"_s, m_load}, {u"kind"_s, u"success"_s}, {u"origin"_s, linkOrigin},
            {u"token"_s, u"forged"_s}});
    change(request);
    QTEST(ask(request).status, "status");
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

// Nothing may be as good as the address or the secret that there is not.
void BrowserFlowTest::answersNothingWithoutAPage()
{
    m_hasBrowser = false;
    open();
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:Unavailable"_s});
    m_secret = ""_ba;
    QCOMPARE(ask(call("start")).status, 410);
    m_secret = {};
    QCOMPARE(ask(call("start")).status, 410);
    RawRequest request = visit();
    request.target = origin(); // which has no path
    const RawAnswer answer = ask(request);
    QCOMPARE(answer.status, 404);
    QCOMPARE(m_record->noted(Kind::BrowserPage, u"fetched"_s), 0);
}

void BrowserFlowTest::answersNothingBeforeItKnowsItsHost()
{
    HandOverPage page(link(), 0ms, {{}, {}, {}, {}, {}, [](const QString &) {}});
    QCOMPARE(page.answer({"GET", u"/"_s, {}, {}, {}}).status, 421);
    QCOMPARE(page.answer({"GET", u"/"_s, {}, {{"Host"_ba, ""_ba}}, {}}).status, 421);
}

void BrowserFlowTest::believesNoForgedReport_data()
{
    QTest::addColumn<QJsonObject>("forged");
    const auto row = [](const char *name, QLatin1StringView key, const QJsonValue &value) {
        QJsonObject report{
            {u"kind"_s, u"success"_s}, {u"origin"_s, linkOrigin}, {u"token"_s, u"forged"_s}};
        report.insert(key, value);
        QTest::newRow(name) << report;
    };
    row("another load", "load"_L1, u"0123"_s);
    row("an empty load", "load"_L1, QString());
    row("another origin", "origin"_L1, u"https://evil.example"_s);
    row("an origin that begins like the link's", "origin"_L1, linkOrigin + u".evil.example"_s);
    row("the link's origin without TLS", "origin"_L1, u"http://connect.kombo.dev"_s);
    row("an empty origin", "origin"_L1, QString());
    row("an empty token", "token"_L1, QString());
    row("a token with a blank", "token"_L1, u"a b"_s);
    row("a token with a line break", "token"_L1, u"a\r\nb"_s);
    row("a token with letters beyond ASCII", "token"_L1, u"töken"_s);
    row("a token that is a path", "token"_L1, u".."_s);
    row("a token that is too long", "token"_L1, QString(4097, u'x'));
    row("a token that is a number", "token"_L1, 42);
    row("a token that is an object", "token"_L1, QJsonObject());
    row("an unknown kind", "kind"_L1, u"token"_s);
    row("a kind that is a number", "kind"_L1, 1);
}

void BrowserFlowTest::believesNoForgedReport()
{
    QFETCH(QJsonObject, forged);
    open();
    load();
    QCOMPARE(report(forged), 422);
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
    QCOMPARE(m_record->noted(Kind::MessageDropped, u"request refused, not understood"_s), 1);
}

void BrowserFlowTest::allowsNoOtherOrigin()
{
    open();
    load();
    RawRequest preflight = call("report");
    preflight.method = "OPTIONS";
    preflight.set("Origin", "https://evil.example");
    preflight.set("Access-Control-Request-Method", "POST");
    preflight.set("Access-Control-Request-Headers", "x-connect-desk-page");
    preflight.set("Access-Control-Request-Private-Network", "true");
    const RawAnswer refusal = ask(preflight);
    QCOMPARE(refusal.status, 405);
    QVERIFY(!refusal.head.toLower().contains("access-control-"));
    QVERIFY(!ask(call("start")).head.toLower().contains("access-control-"));
}

void BrowserFlowTest::cutsOffEndlessRequests()
{
    open();
    RawConnection connection(port());
    QVERIFY(connection.isConnected());
    connection.socket().write("POST /page/report HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n");
    connection.socket().write(QByteArray(qsizetype{2} * 1024 * 1024, 'x'));
    QTRY_COMPARE(connection.socket().state(), QAbstractSocket::UnconnectedState);
    fetch();
}

// A page that is open for an hour says more than one request may.
void BrowserFlowTest::servesOneConnectionForLong()
{
    open();
    load();
    RawConnection connection(port());
    RawRequest large = call("start");
    large.body += QByteArray(qsizetype{100} * 1024, ' ');
    for (int i = 0; i < 10; ++i)
        QCOMPARE(connection.ask(large).status, 200);
}

void BrowserFlowTest::staysReachableAmongManyConnections()
{
    open();
    load();
    RawConnection page(port());
    QCOMPARE(page.ask(call("start")).status, 200);
    std::vector<std::unique_ptr<RawConnection>> others;
    for (int i = 0; i < 100; ++i) {
        others.push_back(std::make_unique<RawConnection>(port()));
        QVERIFY(others.back()->isConnected());
        if (i % 10 == 0)
            QCOMPARE(page.ask(call("start")).status, 200);
    }
    const auto open = [&others] {
        return std::count_if(others.cbegin(), others.cend(), [](const auto &other) {
            return other->socket().state() == QAbstractSocket::ConnectedState;
        });
    };
    QTRY_VERIFY(open() <= 32);
    QCOMPARE(page.ask(call("start")).status, 200);
}

void BrowserFlowTest::sumsUpFloods()
{
    open();
    load();
    RawRequest forged = call("report");
    forged.set("Origin", "https://evil.example");
    RawConnection connection(port());
    constexpr int many = 150;
    for (int i = 0; i < many; ++i)
        QCOMPARE(connection.ask(forged).status, 403);
    const auto noted = [this] {
        return m_record->noted(Kind::MessageDropped, u"request refused, from another origin"_s);
    };
    QTRY_COMPARE(noted(), many);
    QVERIFY(m_record->notes().size() < many / 2);
}

void BrowserFlowTest::keepsSecretsOutOfItsNotes()
{
    open();
    load();
    QJsonArray entries;
    for (const QString &type : {linkToken, address().path().sliced(1), linkLanguage}) {
        entries.append(
            QJsonObject{{u"reason"_s, u"unknownType"_s}, {u"type"_s, type}, {u"count"_s, 1}});
    }
    QCOMPARE(report({{u"kind"_s, u"counts"_s}, {u"entries"_s, entries}}), 200);
    QTRY_COMPARE(m_record->noted(Kind::MessageIgnored), 3);
    QCOMPARE(m_record->noted(Kind::MessageIgnored, Redactor::mask), 2);
    // An ordinary word would be missing in every sentence.
    QCOMPARE(m_record->noted(Kind::MessageIgnored, linkLanguage), 1);
}

void BrowserFlowTest::holdsTheAnswerToAPollBack()
{
    BrowserFlowPatience patience;
    patience.poll = 300ms;
    open(patience);
    load();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(ask(call("present", {{u"loaded"_s, true}})).status, 200);
    QVERIFY(timer.elapsed() >= 290);
    QCOMPARE(m_record->events(), QStringList{u"loaded"_s});
}

void BrowserFlowTest::refusesTheOldPageAfterReload()
{
    open();
    load();
    const RawRequest oldVisit = visit();
    const QByteArray oldSecret = m_secret;
    const QString oldLoad = m_load;
    m_flow->reload();
    QCOMPARE(m_addresses.size(), 2);
    QVERIFY(m_addresses.first().path() != m_addresses.last().path());

    QCOMPARE(reportToken(u"late"_s), 410);
    QCOMPARE(ask(call("present")).status, 410);
    QCOMPARE(ask(call("start")).status, 410);
    QCOMPARE(ask(oldVisit).status, 410);
    m_secret.clear();
    load();
    QVERIFY(m_secret != oldSecret);
    QVERIFY(m_load != oldLoad);
    RawRequest mixed = call("report",
        {{u"load"_s, oldLoad}, {u"kind"_s, u"success"_s}, {u"origin"_s, linkOrigin},
            {u"token"_s, u"mixed"_s}});
    QCOMPARE(ask(mixed).status, 422);
    mixed.set("X-Connect-Desk-Page", oldSecret);
    QCOMPARE(ask(mixed).status, 410);
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::remembersFewAddresses()
{
    open();
    for (int i = 0; i < 101; ++i)
        m_flow->reload();
    const auto statusOf = [this](qsizetype index) {
        RawRequest request = visit();
        request.target = m_addresses.at(index).path().toLatin1();
        return ask(request).status;
    };
    QCOMPARE(statusOf(0), 404);
    QCOMPARE(statusOf(1), 410);
    QCOMPARE(statusOf(101), 200);
}

void BrowserFlowTest::takesALateToken()
{
    BrowserFlowPatience patience;
    patience.silence = 100ms;
    open(patience);
    load();
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    QTRY_COMPARE(m_record->events(), gone);
    QCOMPARE(reportToken(u"late"_s), 200);
    QTRY_COMPARE(m_record->events().constLast(), u"token:late"_s);
}

void BrowserFlowTest::noticesSilence()
{
    BrowserFlowPatience patience;
    patience.silence = 300ms;
    patience.poll = 50ms;
    open(patience);
    load();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 600) // twice as long as it may be silent
        QCOMPARE(ask(call("present", {{u"loaded"_s, true}})).status, 200);
    QCOMPARE(m_record->events(), QStringList{u"loaded"_s});
    QTRY_COMPARE(m_record->events(), gone);
    QCOMPARE(m_record->noted(Kind::BrowserPage, u"gone"_s), 1);
}

void BrowserFlowTest::noticesAGoodbye()
{
    BrowserFlowPatience patience;
    patience.silence = 1min;
    patience.leave = 50ms;
    open(patience);
    load();
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    QCOMPARE(ask(call("left", {{u"visit"_s, m_visit}})).status, 200);
    QTRY_COMPARE(m_record->events(), gone);
}

void BrowserFlowTest::forgivesAGoodbyeBeforeLoadingAgain()
{
    BrowserFlowPatience patience;
    patience.leave = 300ms;
    open(patience);
    load();
    QCOMPARE(ask(call("left", {{u"visit"_s, m_visit}})).status, 200);
    QCOMPARE(ask(visit()).status, 410); // as the browser asks when it loads the page again
    load();
    QTest::qWait(600);
    QCOMPARE(m_record->events(), QStringList());
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::ignoresAGoodbyeOfAnOlderVisit()
{
    BrowserFlowPatience patience;
    patience.leave = 50ms;
    open(patience);
    load();
    const int older = m_visit;
    load();
    QVERIFY(m_visit != older);
    QCOMPARE(ask(call("left", {{u"visit"_s, older}})).status, 200);
    QCOMPARE(ask(call("left")).status, 200);
    QTest::qWait(200);
    QCOMPARE(m_record->events(), QStringList());
}

void BrowserFlowTest::noticesAPageThatComesBack()
{
    BrowserFlowPatience patience;
    patience.silence = 100ms;
    patience.poll = 10ms;
    open(patience);
    load();
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    QTRY_COMPARE(m_record->events(), gone);
    QCOMPARE(ask(call("present", {{u"loaded"_s, true}})).status, 200);
    QTRY_VERIFY(m_record->events().size() >= 3);
    QCOMPARE(m_record->events().at(2), u"loaded"_s);
    QTRY_COMPARE(m_record->noted(Kind::BrowserPage, u"back"_s), 1);
    // And it may go once more.
    QTRY_COMPARE(m_record->events().size(), 4);
    QCOMPARE(m_record->events().constLast(), u"failed:BrowserPageGone"_s);
}

void BrowserFlowTest::noticesThatNothingLoadsInAPageThatIsBack()
{
    BrowserFlowPatience patience;
    patience.silence = 100ms;
    patience.load = 300ms;
    patience.poll = 10ms;
    open(patience);
    load();
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:BrowserPageGone"_s});
    const QStringList expected{u"failed:BrowserPageGone"_s, u"failed:DidNotLoad"_s};
    const auto stays = [this, &expected] {
        return ask(call("present")).status != 200 || m_record->events() == expected;
    };
    QVERIFY(QTest::qWaitFor(stays));
    QCOMPARE(m_record->events(), expected);
}

void BrowserFlowTest::hearsThatTheLibraryGaveUp()
{
    BrowserFlowPatience patience;
    patience.silence = 100ms;
    open(patience);
    load();
    QCOMPARE(report({{u"kind"_s, u"libraryError"_s}, {u"name"_s, u"TypeError"_s}}), 200);
    QTest::qWait(300); // the page has nothing more to say, and did not go for that
    QCOMPARE(m_record->events(), QStringList{u"failed:DidNotLoad"_s});
}

void BrowserFlowTest::looksAgain()
{
    BrowserFlowPatience patience;
    patience.silence = 200ms;
    patience.poll = 10ms;
    open(patience);
    m_flow->lookAgain(); // nothing is known yet
    load();
    QCOMPARE(ask(call("present", {{u"loaded"_s, true}})).status, 200);
    m_flow->lookAgain();
    const QStringList twice{u"loaded"_s, u"loaded"_s};
    QTRY_COMPARE(m_record->events(), twice);
    const QString failure = u"failed:BrowserPageGone"_s;
    QTRY_COMPARE(m_record->events(), (twice + QStringList{failure}));
    m_flow->lookAgain();
    QTRY_COMPARE(m_record->events(), (twice + QStringList{failure, failure}));
}

void BrowserFlowTest::noticesThatNothingLoads()
{
    BrowserFlowPatience patience;
    patience.load = 100ms;
    open(patience);
    load();
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:DidNotLoad"_s});
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    const QStringList expected{u"failed:DidNotLoad"_s, u"loaded"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

// In a browser without JavaScript, or one that was closed at once.
void BrowserFlowTest::noticesThatThePageNeverRuns()
{
    BrowserFlowPatience patience;
    patience.load = 100ms;
    open(patience);
    fetch();
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:DidNotLoad"_s});
}

void BrowserFlowTest::noticesThatThePageIsNeverFetched()
{
    BrowserFlowPatience patience;
    patience.fetch = 100ms;
    open(patience);
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:BrowserPageGone"_s});
    load(); // somebody brought a window to the front after all
    QCOMPARE(report({{u"kind"_s, u"alive"_s}}), 200);
    const QStringList expected{u"failed:BrowserPageGone"_s, u"loaded"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::saysThatThereIsNoBrowser()
{
    m_hasBrowser = false;
    open();
    QTRY_COMPARE(m_record->events(), QStringList{u"failed:Unavailable"_s});
    QCOMPARE(ask(visit()).status, 410);
    m_hasBrowser = true;
    m_flow->reload();
    load();
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"failed:Unavailable"_s, u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::signalsComeFromTheEventLoop()
{
    m_hasBrowser = false;
    open();
    QCOMPARE(m_record->events(), QStringList());
    m_flow->reload();
    m_flow->lookAgain();
    QCOMPARE(m_record->events(), QStringList());
    QTRY_COMPARE(m_record->events(), QStringList(3, u"failed:Unavailable"_s));
}

void BrowserFlowTest::answersThePageEvenIfItIsStoppedAtOnce()
{
    open();
    load();
    connect(m_flow.get(), &FlowDriver::tokenReceived, this, [this] { m_flow->stop(); });
    QCOMPARE(reportToken(u"proper"_s), 200);
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE(m_record->events(), expected);
}

void BrowserFlowTest::answersEvenIfTheListenerGoesNext()
{
    std::unique_ptr<HttpListener> listener;
    listener = std::make_unique<HttpListener>([this, &listener](const HttpRequest &) {
        QMetaObject::invokeMethod(
            this, [&listener] { listener.reset(); }, Qt::QueuedConnection);
        return HttpResponse{200, {}, "text/plain"_ba, QByteArray(qsizetype{64} * 1024, 'x')};
    });
    const auto port = listener->listen(0);
    QVERIFY(port);
    const RawAnswer answer = askOnce(*port, {"GET", "/", {{"Host", "127.0.0.1"}}, {}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.size(), qsizetype{64} * 1024);
    QVERIFY(!listener);
}

void BrowserFlowTest::closesThePortWhenStopped()
{
    open();
    load();
    RawConnection held(port());
    QVERIFY(held.isConnected());
    held.socket().write(call("present").bytes());
    QTest::qWait(50);
    m_flow->stop();
    QTRY_COMPARE(held.socket().state(), QAbstractSocket::UnconnectedState);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    m_flow->reload();
    m_flow->lookAgain();
    m_flow->stop();
    QTest::qWait(50);
    QCOMPARE(m_record->events(), QStringList());
    QCOMPARE(m_addresses.size(), 1);
}

DESK_TEST_MAIN(QCoreApplication, BrowserFlowTest)
#include "tst_browserflow.moc"
