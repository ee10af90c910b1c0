// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practiceserver.h"

#include "support/stricttest.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrlQuery>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

class PracticeServerTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersOverHttp_data();
    void answersOverHttp();
    void carriesAClientThroughTheFlow();
    void answersRequestsOneAfterTheOtherOnOneConnection();
    void cutsOffEndlessBodies();
    void sendsEveryStatus_data();
    void sendsEveryStatus();
    void answersLate();
    void forgetsAStalledClient();
    void closesWithoutAByte();
    void closesInTheMiddleOfTheBody();
    void takesFaultsFromTheStart();
    void takesTheLargestFault();
    void hasItsOwnKeyForEachRun();
    void listensOnLoopbackOnly();
    void saysThatAPortIsTaken();
    void freesItsPort();

private:
    struct Answer {
        int status = 0;
        QByteArray body;
        QString text(QLatin1StringView outer, QLatin1StringView inner) const
        {
            return QJsonDocument::fromJson(body)[outer][inner].toString();
        }
    };

    Answer ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {});
    Answer askApi(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        // Not by setPath, which would decode the percent signs.
        return ask(method, QUrl(m_access->baseUrl.toString() + path), body);
    }

    //! Sends a key check on a bare connection; scripted faults are about what is on the wire.
    std::unique_ptr<QTcpSocket> rawKeyCheck();
    void script(const QString &fault)
    {
        const auto parsed = parsePracticeFault(fault);
        QVERIFY2(parsed.hasValue(), parsed ? "" : qPrintable(parsed.error()));
        m_server->setFaults({*parsed});
    }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::optional<ApiAccess> m_access;
};

void PracticeServerTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<PracticeServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    const auto access = m_server->start();
    QVERIFY(access.hasValue());
    m_access = *access;
}

void PracticeServerTest::cleanup()
{
    m_network.reset();
    m_server.reset();
}

PracticeServerTest::Answer PracticeServerTest::ask(
    const QByteArray &method, const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization"_ba, "Bearer " + m_access->apiKey.reveal().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void PracticeServerTest::answersOverHttp_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const QString create = u"/connect/create-link"_s;
    const QString byToken = u"/connect/integration-by-token/"_s;
    const QString notFound = u"PLATFORM.INTEGRATION_NOT_FOUND"_s;
    QTest::newRow("a key check") << "GET"_ba << u"/check-api-key"_s << ""_ba << 200 << QString();
    QTest::newRow("a wrong body") << "POST"_ba << create << "{}"_ba << 400
                                  << u"PLATFORM.INPUT_INVALID"_s;
    QTest::newRow("an unknown path") << "GET"_ba << u"/nothing"_s << ""_ba << 404 << QString();
    QTest::newRow("a wrong method") << "GET"_ba << create << ""_ba << 405 << QString();
    QTest::newRow("a rare method") << "PATCH"_ba << create << "{}"_ba << 405 << QString();
    QTest::newRow("an encoded slash stays in its segment")
        << "GET"_ba << byToken + u"a%2Fb"_s << ""_ba << 404 << notFound;
    QTest::newRow("a real slash does not")
        << "GET"_ba << byToken + u"a/b"_s << ""_ba << 404 << QString();
    QTest::newRow("an encoded question mark and percent sign")
        << "GET"_ba << byToken + u"a%3Fb%25"_s << ""_ba << 404 << notFound;
    QTest::newRow("a large body") << "POST"_ba << create << QByteArray(100'000, ' ') << 413
                                  << QString();
}

void PracticeServerTest::answersOverHttp()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Answer answer = askApi(method, path, body);
    QTEST(answer.status, "status");
    QTEST(answer.text("error"_L1, "code"_L1), "code");
    QVERIFY(QJsonDocument::fromJson(answer.body).isObject());
}

void PracticeServerTest::carriesAClientThroughTheFlow()
{
    const Answer created = askApi("POST"_ba, u"/connect/create-link"_s,
        R"({"end_user_email":"jo@northwind.example","end_user_organization_name":"株式会社 🚀"})");
    QCOMPARE(created.status, 200);
    const QUrl link(created.text("data"_L1, "link"_L1));
    const Answer page = ask("GET"_ba, link);
    QCOMPARE(page.status, 200);
    static const QRegularExpression visitOf(u"\"visit\":\"(\\w+)\""_s);
    const QString visit = visitOf.match(QString::fromUtf8(page.body)).captured(1);

    const auto step = [&](const QString &path, const QString &name, const QString &value) {
        const QJsonObject body{{u"token"_s, QUrlQuery(link).queryItemValue(u"token"_s)},
            {u"visit"_s, visit}, {name, value}};
        return ask("POST"_ba, link.resolved(QUrl(path)), QJsonDocument(body).toJson());
    };
    QCOMPARE(step(u"/connect/consent"_s, u"tool"_s, u"factorial"_s).status, 200);
    QUrl popup = link;
    popup.setPath(u"/connect/oauth"_s);
    popup.setQuery(link.query() + u"&visit="_s + visit);
    QCOMPARE(ask("GET"_ba, popup).status, 200);
    QCOMPARE(step(u"/connect/oauth"_s, {}, {}).status, 200);
    const Answer finished = step(u"/connect/finish"_s, {}, {});
    const QString token = QJsonDocument::fromJson(finished.body)["activation_token"_L1].toString();
    QVERIFY(token.contains(u'/'));

    const Answer resolved = askApi("GET"_ba,
        u"/connect/integration-by-token/"_s + QString::fromLatin1(QUrl::toPercentEncoding(token)));
    QCOMPARE(resolved.status, 200);
    QCOMPARE(resolved.text("data"_L1, "end_user_organization_name"_L1), u"株式会社 🚀"_s);
    QCOMPARE(resolved.text("data"_L1, "tool"_L1), u"factorial"_s);
}

void PracticeServerTest::answersRequestsOneAfterTheOtherOnOneConnection()
{
    QTcpSocket socket;
    socket.connectToHost(m_access->baseUrl.host(), quint16(m_access->baseUrl.port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QByteArray received;
    // A body after HEAD would be taken for the beginning of the next answer.
    for (int round = 1; round <= 3; ++round) {
        socket.write("HEAD /v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_COMPARE((received += socket.readAll(), received.count("HTTP/1.1 404 ")), round);
    }
    QVERIFY(!received.contains('{'));
}

void PracticeServerTest::cutsOffEndlessBodies()
{
    QTcpSocket socket;
    socket.connectToHost(m_access->baseUrl.host(), quint16(m_access->baseUrl.port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write("POST /v1/connect/create-link HTTP/1.1\r\nHost: localhost\r\n"
                 "Content-Length: 2000000000\r\n\r\n");
    qint64 sent = 0;
    const QByteArray chunk(256 * 1024, ' ');
    QTRY_VERIFY_WITH_TIMEOUT(
        (sent += socket.write(chunk), socket.state() == QAbstractSocket::UnconnectedState), 20'000);
    QVERIFY2(sent < 64 * 1024 * 1024, qPrintable(QString::number(sent)));
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

std::unique_ptr<QTcpSocket> PracticeServerTest::rawKeyCheck()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(m_access->baseUrl.host(), quint16(m_access->baseUrl.port()));
    socket->write("GET /v1/check-api-key HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + m_access->apiKey.reveal().toUtf8() + "\r\n\r\n");
    return socket;
}

void PracticeServerTest::sendsEveryStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("hasBody");
    QTest::newRow("a usual one") << 429 << true;
    QTest::newRow("one without a name") << 299 << true;
    QTest::newRow("the last one") << 599 << true;
    QTest::newRow("a success without a body") << 204 << false;
    QTest::newRow("one that never has a body") << 304 << false;
}

void PracticeServerTest::sendsEveryStatus()
{
    QFETCH(int, status);
    QFETCH(bool, hasBody);
    script(u"checkApiKey:status=%1,times=1"_s.arg(status));
    const Answer answer = askApi("GET"_ba, u"/check-api-key"_s);
    QCOMPARE(answer.status, status);
    QCOMPARE(!answer.body.isEmpty(), hasBody);
    // The next answer on the same connection is not disturbed.
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

void PracticeServerTest::answersLate()
{
    script(u"checkApiKey:delay_ms=300,times=1"_s);
    QElapsedTimer timer;
    timer.start();
    const Answer late = askApi("GET"_ba, u"/check-api-key"_s);
    QCOMPARE(late.status, 200);
    QVERIFY(!late.text("data"_L1, "environment_id"_L1).isEmpty());
    QVERIFY(timer.elapsed() >= 290);
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);

    // A client that has gone meanwhile leaves nothing behind.
    script(u"checkApiKey:delay_ms=50"_s);
    auto socket = rawKeyCheck();
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QTest::qWait(10);
    socket.reset();
    QTest::qWait(100);
    m_server->setFaults({});
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

void PracticeServerTest::forgetsAStalledClient()
{
    script(u"checkApiKey:stall,times=1"_s);
    const auto socket = rawKeyCheck();
    QTRY_VERIFY(m_server->faults().isEmpty()); // the call has come in
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket->bytesAvailable(), 0);
}

void PracticeServerTest::closesWithoutAByte()
{
    script(u"checkApiKey:drop=true,times=1"_s);
    const auto socket = rawKeyCheck();
    QTRY_VERIFY(m_server->faults().isEmpty());
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket->readAll(), QByteArray());
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

void PracticeServerTest::closesInTheMiddleOfTheBody()
{
    script(u"checkApiKey:cut=true,body=0123456789,content_type=application/json"_s);
    const auto socket = rawKeyCheck();
    QByteArray received;
    QTRY_VERIFY(
        (received += socket->readAll(), socket->state() == QAbstractSocket::UnconnectedState));
    QVERIFY(received.startsWith("HTTP/1.1 200 "));
    QVERIFY(received.contains("\r\nContent-Length: 10\r\n"));
    QVERIFY(received.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY2(received.endsWith("\r\n\r\n01234"), received.constData());
}

void PracticeServerTest::takesFaultsFromTheStart()
{
    PracticeFault fault;
    fault.endpoint = u"*"_s;
    fault.status = 503;
    PracticeServer server;
    QVERIFY(server.faults().isEmpty());
    m_access = *server.start(0, {{fault}});
    QCOMPARE(server.faults().size(), 1);
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 503);
    m_access = *server.start();
    QVERIFY(server.faults().isEmpty());
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

void PracticeServerTest::takesTheLargestFault()
{
    QUrl control = m_access->baseUrl;
    control.setPath(u"/practice/faults"_s);
    const QByteArray large(PracticeFault::maximumBodySize, 'x');
    const Answer set =
        ask("PUT"_ba, control, R"([{"endpoint":"checkApiKey","body":")" + large + R"("}])");
    QCOMPARE(set.status, 200);
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).body.size(), large.size());
}

void PracticeServerTest::hasItsOwnKeyForEachRun()
{
    PracticeServer other;
    const auto access = other.start();
    QVERIFY(access.hasValue());
    QCOMPARE(access->kind, ProfileKind::Practice);
    QVERIFY(access->apiKey.reveal().size() >= 32);
    QVERIFY(!(access->apiKey == m_access->apiKey));
    const QUrl here = m_access->baseUrl;
    m_access->baseUrl = access->baseUrl;
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 401);
    m_access->baseUrl = here;
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

void PracticeServerTest::listensOnLoopbackOnly()
{
    QCOMPARE(m_access->baseUrl.host(), u"127.0.0.1"_s);
    const auto port = quint16(m_access->baseUrl.port());
    QList<QHostAddress> outside{QHostAddress(u"127.0.0.2"_s)};
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback())
            outside.append(address);
    }
    for (const QHostAddress &address : outside) {
        QTcpSocket socket;
        socket.connectToHost(address, port);
        QTRY_VERIFY2(socket.state() == QAbstractSocket::UnconnectedState
                || socket.state() == QAbstractSocket::ConnectedState,
            qPrintable(address.toString()));
        QVERIFY2(
            socket.state() == QAbstractSocket::UnconnectedState, qPrintable(address.toString()));
    }
}

void PracticeServerTest::saysThatAPortIsTaken()
{
    const auto port = quint16(m_access->baseUrl.port());
    PracticeServer second;
    const auto refused = second.start(port);
    QVERIFY(!refused.hasValue());
    QVERIFY(refused.error().contains(QString::number(port)));
}

void PracticeServerTest::freesItsPort()
{
    const auto port = quint16(m_access->baseUrl.port());
    m_server = std::make_unique<PracticeServer>();
    const auto access = m_server->start(port);
    QVERIFY(access.hasValue());
    QCOMPARE(access->baseUrl, m_access->baseUrl);
    m_access = *access;
    QCOMPARE(askApi("GET"_ba, u"/check-api-key"_s).status, 200);
}

QTEST_GUILESS_MAIN(PracticeServerTest)
#include "tst_practiceserver.moc"
