// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/requestsender.h"
#include "api/transmission.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTestEventLoop>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;
using Transport = HttpOutcome::Transport;

class RequestSenderTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void speaksAsPromised();
    void sendsBodiesAsJson_data();
    void sendsBodiesAsJson();
    void sendsFurtherHeaders();
    void usesAsManyConnectionsAsThereAreLanes();
    void sendsNoCookiesBack();
    void answersNoChallenge();
    void keepsEncodedSegmentsEncoded();
    void tellsHowItEnded_data();
    void tellsHowItEnded();
    void keepsTheKeyFromOtherHosts_data();
    void keepsTheKeyFromOtherHosts();
    void tellsRefusedFromLost();
    void endsAtTheTotalDeadline();
    void endsAnAnswerThatGoesSilent();
    void endsAConnectionThatNeverStands();
    void tellsWhenThingsHappened();
    void stopsReadingAtTheBound_data();
    void stopsReadingAtTheBound();
    void refusesUnprovenServers_data();
    void refusesUnprovenServers();
    void namesTheTlsProblem_data();
    void namesTheTlsProblem();
    void refusesServersWithoutTls();
    void forgetsWhenDeleted();
    void survivesTheManager();

private:
    QByteArray m_received; // in plain text, by a server that must get nothing
};

namespace {

const QString key = u"key-T0p/S3cret+9"_s;

ApiAccess accessTo(const QUrl &baseUrl)
{
    return {ProfileKind::AdHoc, baseUrl, Secret(key), {}};
}

ApiRequest get(const QByteArray &path = "/thing")
{
    ApiRequest request;
    request.name = u"getThing"_s;
    request.path = path;
    return request;
}

ApiRequest post()
{
    ApiRequest request = get();
    request.method = ApiRequest::Method::Post;
    request.kind = CallKind::Change;
    request.body = R"({"a":"ü"})";
    return request;
}

// Sends once and keeps what came.
class Attempt : public QObject {
public:
    Attempt(RequestSender &sender, const ApiRequest &request)
        : m_transmission(sender.send(request, 0, this))
    {
        connect(m_transmission, &Transmission::finished, this, [this](const HttpOutcome &outcome) {
            ++m_endings;
            m_outcome = outcome;
            m_loop.exitLoop();
        });
    }

    bool hasEnded() const { return m_endings > 0; }
    //! As QTRY_VERIFY, but without its pauses, which add up over so many rows.
    bool ends()
    {
        if (m_endings == 0)
            m_loop.enterLoopMSecs(5000);
        return m_endings > 0;
    }
    int endings() const { return m_endings; }
    const HttpOutcome &outcome() const { return m_outcome; }
    bool isUnderWay() const { return !m_transmission.isNull(); }
    void drop() { delete m_transmission; }

private:
    QPointer<Transmission> m_transmission;
    QTestEventLoop m_loop;
    HttpOutcome m_outcome;
    int m_endings = 0;
};

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(DESK_TEST_DATA) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a test file is missing");
    return file.readAll();
}

} // namespace

Q_DECLARE_METATYPE(desk::test::Response)

void RequestSenderTest::speaksAsPromised()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}"));
    RequestSender sender(accessTo(server.url(u"/v1/"_s)));
    Attempt attempt(sender, get("/thing"));
    QVERIFY(!attempt.hasEnded());
    QVERIFY(attempt.ends());

    QCOMPARE(server.requests().size(), 1);
    const Request request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/v1/thing"));
    QCOMPARE(request.header("Authorization"), "Bearer " + key.toLatin1());
    QCOMPARE(request.header("Accept"), QByteArray("application/json"));
    QVERIFY(request.header("User-Agent").startsWith("ConnectDesk/"));
    QVERIFY(request.header("User-Agent").size() > qsizetype(sizeof "ConnectDesk/"));
    QVERIFY(!request.hasHeader("Content-Type"));
    QVERIFY(!request.hasHeader("Upgrade")); // to HTTP/2
}

void RequestSenderTest::sendsBodiesAsJson_data()
{
    QTest::addColumn<ApiRequest::Method>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("POST") << ApiRequest::Method::Post << QByteArray("POST");
    QTest::newRow("PUT") << ApiRequest::Method::Put << QByteArray("PUT");
    QTest::newRow("PATCH") << ApiRequest::Method::Patch << QByteArray("PATCH");
    QTest::newRow("DELETE") << ApiRequest::Method::Delete << QByteArray("DELETE");
}

void RequestSenderTest::sendsBodiesAsJson()
{
    QFETCH(ApiRequest::Method, method);
    QFETCH(QByteArray, name);
    ScriptedServer server;
    server.enqueue(Response::json("{}"));
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    ApiRequest asked = post();
    asked.method = method;
    Attempt attempt(sender, asked);
    QVERIFY(attempt.ends());
    const Request request = server.requests().constFirst();
    QCOMPARE(request.method, name);
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.body, post().body);
}

void RequestSenderTest::sendsFurtherHeaders()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}"));
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    ApiRequest asked = get();
    asked.headers = {{"X-Integration-Id", "personio:Zk3v"}, {"X-Bad", "a\r\nX-Other: b"}};
    asked.query = "cursor=a%2Fb&page_size=3";
    Attempt attempt(sender, asked);
    QVERIFY(attempt.ends());
    const Request request = server.requests().constFirst();
    QCOMPARE(request.header("X-Integration-Id"), QByteArray("personio:Zk3v"));
    QVERIFY(!request.hasHeader("X-Bad"));
    QVERIFY(!request.hasHeader("X-Other"));
    QCOMPARE(request.target, QByteArray("/v1/thing?cursor=a%2Fb&page_size=3"));
}

void RequestSenderTest::usesAsManyConnectionsAsThereAreLanes()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::stall(); });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    QObject owner;
    for (int lane = 0; lane < RequestQueue::lanes; ++lane)
        sender.send(get(), lane, &owner);
    QTRY_COMPARE(server.requests().size(), RequestQueue::lanes);
    QCOMPARE(server.connectionCount(), RequestQueue::lanes);
}

void RequestSenderTest::sendsNoCookiesBack()
{
    ScriptedServer server;
    server.setHandler([](const Request &) {
        return Response::json("{}").withHeader("Set-Cookie", "session=1; Path=/");
    });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    for (int i = 0; i < 2; ++i) {
        Attempt attempt(sender, get());
        QVERIFY(attempt.ends());
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().constLast().hasHeader("Cookie"));
}

void RequestSenderTest::answersNoChallenge()
{
    ScriptedServer server;
    server.setHandler([](const Request &) {
        return Response::json("{}").withStatus(401).withHeader(
            "WWW-Authenticate", "Basic realm=\"x\"");
    });
    QUrl url = server.url(u"/v1"_s);
    url.setUserInfo(u"user:pass"_s);
    RequestSender sender(accessTo(url));
    Attempt attempt(sender, get());
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().status, 401);
    QCOMPARE(attempt.outcome().transport, Transport::Complete);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().header("Authorization"), "Bearer " + key.toLatin1());
}

void RequestSenderTest::keepsEncodedSegmentsEncoded()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}"));
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt attempt(sender, get("/by/" + pathSegment(u"a:b/c?d#e%2F+ü~"_s)));
    QVERIFY(attempt.ends());
    QCOMPARE(server.requests().constFirst().target,
        QByteArray("/v1/by/a%3Ab%2Fc%3Fd%23e%252F%2B%C3%BC~"));
}

void RequestSenderTest::tellsHowItEnded_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const QByteArray body(R"({"status":"success"})");
    QTest::newRow("a whole answer") << Response::json(body) << Transport::Complete << 200 << body;
    QTest::newRow("an answer that ends with the connection")
        << Response::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body)
        << Transport::Complete << 200 << body;
    QTest::newRow("an answer in pieces")
        << Response::json(body).trickled(7, 5ms) << Transport::Complete << 200 << body;
    QTest::newRow("nothing, politely")
        << Response::noContent() << Transport::Complete << 204 << QByteArray();
    QTest::newRow("400") << Response::json(body).withStatus(400) << Transport::Complete << 400
                         << body;
    QTest::newRow("401") << Response::json(body).withStatus(401) << Transport::Complete << 401
                         << body;
    QTest::newRow("418") << Response::json(body).withStatus(418) << Transport::Complete << 418
                         << body;
    QTest::newRow("429") << Response::json(body).withStatus(429) << Transport::Complete << 429
                         << body;
    QTest::newRow("500") << Response::json(body).withStatus(500) << Transport::Complete << 500
                         << body;
    QTest::newRow("503") << Response::json(body).withStatus(503) << Transport::Complete << 503
                         << body;
    QTest::newRow("a cut answer") << Response::json(body).cutAfter(5) << Transport::Broken << 200
                                  << body.first(5);
    QTest::newRow("no answer") << Response::drop() << Transport::Broken << 0 << QByteArray();
    QTest::newRow("no HTTP") << Response::raw("220 smtp.example ready\r\n") << Transport::Broken
                             << 0 << QByteArray();
    QTest::newRow("half a head") << Response::raw("HTTP/1.1 200 OK\r\nContent-Ty")
                                 << Transport::Broken << 0 << QByteArray();
    QTest::newRow("compressed with something else")
        << Response::json(body).withHeader("Content-Encoding", "gzip") << Transport::Broken << 200
        << QByteArray();
}

void RequestSenderTest::tellsHowItEnded()
{
    QFETCH(Response, response);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt attempt(sender, get());
    QVERIFY(attempt.ends());
    QTEST(attempt.outcome().transport, "transport");
    QTEST(attempt.outcome().status, "status");
    QTEST(attempt.outcome().body, "body");
    QCOMPARE(attempt.endings(), 1);
}

void RequestSenderTest::keepsTheKeyFromOtherHosts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isPost");
    for (const int status : {300, 301, 302, 303, 307, 308}) {
        QTest::addRow("GET and %d", status) << status << false;
        QTest::addRow("POST and %d", status) << status << true;
    }
}

void RequestSenderTest::keepsTheKeyFromOtherHosts()
{
    QFETCH(int, status);
    QFETCH(bool, isPost);
    ScriptedServer other;
    ScriptedServer server;
    server.setHandler([&other, status](const Request &) {
        return Response::redirect(other.url(u"/v1/thing"_s, u"localhost"_s), status);
    });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt attempt(sender, isPost ? post() : get());
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().status, status);
    QCOMPARE(attempt.outcome().location, other.url(u"/v1/thing"_s, u"localhost"_s).toEncoded());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connectionCount(), 0);
}

void RequestSenderTest::tellsRefusedFromLost()
{
    ScriptedServer server;
    server.stop();
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt refused(sender, post());
    QVERIFY(refused.ends());
    QCOMPARE(refused.outcome().transport, Transport::NotConnected);
    QVERIFY(!refused.outcome().reason.isEmpty());

    // The request arrives, the connection goes, and Qt, which tries once more by itself, is
    // refused: that must not pass for "cannot have arrived".
    QVERIFY(server.restart());
    server.setHandler([](const Request &) { return Response::stall(); });
    connect(&server, &ScriptedServer::requestReceived, &server, &ScriptedServer::stop);
    Attempt lost(sender, post());
    QVERIFY(lost.ends());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(lost.outcome().transport, Transport::Broken);
}

void RequestSenderTest::endsAtTheTotalDeadline()
{
    ScriptedServer server;
    server.setHandler(
        [](const Request &) { return Response::json(QByteArray(10'000, ' ')).trickled(1, 20ms); });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    ApiRequest request = get();
    request.deadline = 300ms;
    QElapsedTimer timer;
    timer.start();
    Attempt attempt(sender, request);
    QVERIFY(attempt.ends());
    QVERIFY(timer.elapsed() >= 250); // timers of Qt may be early by a twentieth
    QCOMPARE(attempt.outcome().transport, Transport::Deadline);
    QCOMPARE(attempt.outcome().status, 200);
    QCOMPARE(attempt.endings(), 1);
}

void RequestSenderTest::endsAnAnswerThatGoesSilent()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").stalledAfter(1));
    server.enqueue(Response::stall());
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    ApiRequest request = get();
    request.deadline = 60s;
    request.longestSilence = 50ms;
    Attempt silent(sender, request);
    QVERIFY(silent.ends());
    QCOMPARE(silent.outcome().transport, Transport::Deadline);
    QCOMPARE(silent.outcome().body, QByteArray("{"));

    // Thinking before the answer begins is not silence.
    request.deadline = 300ms;
    QElapsedTimer timer;
    timer.start();
    Attempt thinking(sender, request);
    QVERIFY(thinking.ends());
    QVERIFY(timer.elapsed() >= 250);
    QCOMPARE(thinking.outcome().transport, Transport::Deadline);
}

void RequestSenderTest::stopsReadingAtTheBound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("isWhole");

    const qsizetype bound = Transmission::largestBody;
    const qsizetype errorBound = Transmission::largestErrorBody;
    QTest::newRow("a body as large as may be") << 200 << bound << true;
    QTest::newRow("a byte more") << 200 << bound + 1 << false;
    QTest::newRow("far more") << 200 << 2 * bound << false;
    QTest::newRow("an error as large as may be") << 500 << errorBound << true;
    QTest::newRow("an error of a byte more") << 500 << errorBound + 1 << false;
}

void RequestSenderTest::stopsReadingAtTheBound()
{
    QFETCH(int, status);
    QFETCH(qsizetype, size);
    QFETCH(bool, isWhole);
    ScriptedServer server;
    server.enqueue(Response::json(QByteArray(size, ' ')).withStatus(status));
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt attempt(sender, get());
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().transport, isWhole ? Transport::Complete : Transport::TooLarge);
    QCOMPARE(attempt.outcome().status, status);
    QCOMPARE(attempt.outcome().body.size(), isWhole ? size : 0);
}

void RequestSenderTest::endsAConnectionThatNeverStands()
{
    // It takes connections, and never speaks TLS.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    RequestSender sender(accessTo(QUrl(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()))));
    ApiRequest asked = post();
    asked.longestConnecting = 60ms;
    Attempt attempt(sender, asked);
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().transport, Transport::Deadline);
    QCOMPARE(attempt.outcome().timings.sent, std::nullopt);
    QVERIFY(attempt.outcome().reason.contains(u"no connection"_s));
}

void RequestSenderTest::tellsWhenThingsHappened()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").trickled(1, 40ms));
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt attempt(sender, get());
    QVERIFY(attempt.ends());
    const Exchange::Timings &timings = attempt.outcome().timings;
    QVERIFY(timings.sent && timings.firstByte);
    QVERIFY(*timings.sent <= *timings.firstByte);
    QVERIFY(*timings.firstByte <= timings.done);
    QVERIFY(timings.done >= 70ms); // coarse timers of the server may be a little early
    QVERIFY(attempt.outcome().headers.contains(
        QPair<QByteArray, QByteArray>("Content-Type", "application/json")));
}

void RequestSenderTest::namesTheTlsProblem_data()
{
    QTest::addColumn<QList<QSslError::SslError>>("errors");
    QTest::addColumn<TlsProblem>("problem");
    using E = QSslError::SslError;
    const auto row = [](const char *name, const QList<E> &errors, TlsProblem problem) {
        QTest::newRow(name) << errors << problem;
    };
    row("nothing known", {}, TlsProblem::Other);
    row("something rare", {E::CertificateSignatureFailed}, TlsProblem::Other);
    row("signed by itself", {E::SelfSignedCertificate}, TlsProblem::UnknownIssuer);
    row("a chain that ends in itself", {E::SelfSignedCertificateInChain},
        TlsProblem::UnknownIssuer);
    row("an issuer that is not here", {E::UnableToGetLocalIssuerCertificate},
        TlsProblem::UnknownIssuer);
    row("a chain that cannot be followed", {E::UnableToVerifyFirstCertificate},
        TlsProblem::UnknownIssuer);
    row("not trusted", {E::CertificateUntrusted}, TlsProblem::UnknownIssuer);
    row("another name", {E::HostNameMismatch}, TlsProblem::WrongHost);
    row("another name and signed by itself", {E::SelfSignedCertificate, E::HostNameMismatch},
        TlsProblem::WrongHost);
    row("expired", {E::CertificateExpired}, TlsProblem::Expired);
    row("expired and another name", {E::HostNameMismatch, E::CertificateExpired},
        TlsProblem::Expired);
    row("not yet valid", {E::CertificateNotYetValid}, TlsProblem::NotYetValid);
    row("revoked and expired", {E::CertificateExpired, E::CertificateRevoked}, TlsProblem::Revoked);
}

void RequestSenderTest::namesTheTlsProblem()
{
    QFETCH(QList<QSslError::SslError>, errors);
    QFETCH(TlsProblem, problem);
    QList<QSslError> list;
    for (const QSslError::SslError error : errors)
        list.append(QSslError(error));
    QCOMPARE(tlsProblemOf(list), problem);
}

void RequestSenderTest::refusesUnprovenServers_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<TlsProblem>("problem");
    QTest::newRow("signed by nobody we know")
        << u"tls/certificate.pem"_s << TlsProblem::UnknownIssuer;
    QTest::newRow("made for another host") << u"tls/otherhost.pem"_s << TlsProblem::WrongHost;
    QTest::newRow("expired long ago") << u"tls/expired.pem"_s << TlsProblem::Expired;
}

void RequestSenderTest::refusesUnprovenServers()
{
    QFETCH(QString, certificate);
    QFETCH(TlsProblem, problem);
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(testFile(certificate)));
    configuration.setPrivateKey(QSslKey(testFile(u"tls/key.pem"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    m_received.clear();
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [this, &server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this,
            [this, socket] { m_received += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));

    RequestSender sender(accessTo(QUrl(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()))));
    Attempt attempt(sender, post());
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().transport, Transport::Tls);
    QCOMPARE(attempt.outcome().status, 0);
    QCOMPARE(attempt.outcome().tlsProblem, problem);
    QVERIFY(!attempt.outcome().reason.isEmpty());
    QCOMPARE(m_received, QByteArray());
}

void RequestSenderTest::refusesServersWithoutTls()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    ScriptedServer server;
    QUrl url = server.url(u"/v1"_s);
    url.setScheme(u"https"_s);
    RequestSender sender(accessTo(url));
    ApiRequest request = get();
    request.deadline = 200ms;
    Attempt attempt(sender, request);
    QVERIFY(attempt.ends());
    QCOMPARE(attempt.outcome().status, 0);
    QVERIFY(attempt.outcome().transport != Transport::Complete);
    QVERIFY(server.requests().isEmpty());
}

void RequestSenderTest::forgetsWhenDeleted()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json("{}"); });
    RequestSender sender(accessTo(server.url(u"/v1"_s)));
    Attempt early(sender, get("/early"));
    early.drop();
    Attempt late(sender, get("/late"));
    // The answer is on its way, but has not arrived.
    connect(&server, &ScriptedServer::requestReceived, &late, [&late](const Request &request) {
        if (request.path() == "/v1/late")
            late.drop();
    });
    QTRY_VERIFY(!late.isUnderWay());
    Attempt other(sender, get("/other"));
    QVERIFY(other.ends());
    QCOMPARE(early.endings(), 0);
    QCOMPARE(late.endings(), 0);
}

void RequestSenderTest::survivesTheManager()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::stall(); });
    auto sender = std::make_unique<RequestSender>(accessTo(server.url(u"/v1"_s)));
    connect(&server, &ScriptedServer::requestReceived, this, [&sender] { sender.reset(); });
    ApiRequest request = get();
    request.deadline = 200ms;
    Attempt attempt(*sender, request);
    QVERIFY(QTest::qWaitFor([&sender] { return !sender; }));
    QTest::qWait(250); // past the deadline, which must not touch what is gone
    QCOMPARE(attempt.endings(), 0);
}

QTEST_GUILESS_MAIN(RequestSenderTest)
#include "tst_requestsender.moc"
