// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "catalogue/picturestore.h"
#include "catalogue/webaddress.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;

Q_DECLARE_METATYPE(desk::test::Response)

namespace {

constexpr QSize asked(20, 20);

QByteArray redSvg()
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9H0Z" fill="red"/></svg>)";
}

Response picture(const QByteArray &bytes = redSvg())
{
    return Response::of(200, "image/svg+xml", bytes);
}

PictureStore::Options impatient()
{
    PictureStore::Options options;
    options.longestFetch = 200ms;
    return options;
}

} // namespace

class ToolPicturesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bringsAPicture();
    void drawsForTheScreen();
    void asksOnlyForWhatIsWanted();
    void carriesNothingAlong();
    void asksNoAddressItShouldNot_data();
    void asksNoAddressItShouldNot();
    void hasNoneOfWhatIsBroken_data();
    void hasNoneOfWhatIsBroken();
    void othersComeAllTheSame();
    void followsAFewRedirects();
    void asksAFewAtOnce();
    void forgetsAFailureInTime();
    void keepsPicturesOnDisk();
    void bearsDamagedFiles_data();
    void bearsDamagedFiles();
    void boundsTheDisk();
    void worksWithoutADisk();
    void givesUpASlowDrawing();
    void goesWhileEverythingIsUnderWay();

private:
    QImage ask(const QString &path = u"/a.svg"_s, QSize size = asked, qreal ratio = 1)
    {
        return m_store->picture(m_server->url(path).toString(), size, ratio);
    }
    // For what will not come: longer than an impatient store waits.
    QImage askLong(const QString &path = u"/a.svg"_s)
    {
        for (int i = 0; i < 30 && ask(path).isNull(); ++i)
            QTest::qWait(10);
        return ask(path);
    }
    void makeStore(const PictureStore::Options &options = {})
    {
        m_store.reset();
        m_store = std::make_unique<PictureStore>(m_folder->path(), options);
    }
    QDir pictures() const { return {m_folder->filePath(u"pictures"_s)}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<PictureStore> m_store;
};

void ToolPicturesTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([](const Request &) { return picture(); });
    makeStore();
}

void ToolPicturesTest::cleanup()
{
    m_store.reset();
    m_server.reset();
}

void ToolPicturesTest::bringsAPicture()
{
    QSignalSpy arrived(m_store.get(), &PictureStore::arrived);
    QVERIFY(ask().isNull());
    QVERIFY(ask().isNull()); // and this one joins the first
    QVERIFY(arrived.wait());
    QCOMPARE(arrived.first().first().toString(), m_server->url(u"/a.svg"_s).toString());
    const QImage image = ask();
    QCOMPARE(image.size(), asked);
    QCOMPARE(image.pixelColor(10, 10), QColor(Qt::red));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(arrived.count(), 1);
}

void ToolPicturesTest::drawsForTheScreen()
{
    QTRY_VERIFY(!ask(u"/a.svg"_s, asked, 2).isNull());
    const QImage image = ask(u"/a.svg"_s, asked, 2);
    QCOMPARE(image.size(), asked * 2);
    QCOMPARE(image.devicePixelRatio(), 2.0);
    // Another size is drawn from what is there.
    QTRY_COMPARE(ask(u"/a.svg"_s, {48, 32}, 1.5).size(), QSize(72, 48));
    QCOMPARE(m_server->requests().size(), 1);
    // And nobody makes it draw a wall.
    QTRY_VERIFY(!ask(u"/a.svg"_s, {100'000, 100'000}, 100).isNull());
    QVERIFY(ask(u"/a.svg"_s, {100'000, 100'000}, 100).width() <= 1'024);
}

void ToolPicturesTest::asksOnlyForWhatIsWanted()
{
    QTest::qWait(50);
    QVERIFY(m_server->requests().isEmpty());
    QVERIFY(m_store->picture({}, asked, 1).isNull());
    QTRY_VERIFY(!ask(u"/b.svg"_s).isNull());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().path(), "/b.svg");
}

void ToolPicturesTest::carriesNothingAlong()
{
    m_server->setHandler([](const Request &request) {
        const auto answer = picture().withHeader("Set-Cookie", "a=b; Path=/");
        return request.path() == "/first.svg"
            ? answer
            : answer.withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"x\"");
    });
    QTRY_VERIFY(!ask(u"/first.svg"_s).isNull());
    QVERIFY(askLong(u"/second.svg"_s).isNull());
    QCOMPARE(m_server->requests().size(), 2);
    for (const Request &request : m_server->requests()) {
        QCOMPARE(request.method, "GET");
        QVERIFY(!request.hasHeader("Cookie"));
        QVERIFY(!request.hasHeader("Authorization"));
        QVERIFY(!request.hasHeader("Referer"));
    }
}

void ToolPicturesTest::asksNoAddressItShouldNot_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("a file") << u"file:///etc/hostname"_s;
    QTest::newRow("a resource") << u":/icons/x.svg"_s;
    QTest::newRow("a resource as an address") << u"qrc:/icons/x.svg"_s;
    QTest::newRow("data") << u"data:image/svg+xml,<svg/>"_s;
    QTest::newRow("FTP") << u"ftp://127.0.0.1/a.svg"_s;
    QTest::newRow("plain http elsewhere") << u"http://kombo.example/a.svg"_s;
    QTest::newRow("a name that only begins like this machine")
        << u"http://localhost.example/a.svg"_s;
    QTest::newRow("a user before the host") << u"https://a:b@kombo.example/a.svg"_s;
    QTest::newRow("a path alone") << u"/etc/hostname"_s;
    QTest::newRow("no host") << u"https:///a.svg"_s;
    QTest::newRow("words") << u"no picture"_s;
    QTest::newRow("an endless one") << u"https://kombo.example/"_s + QString(5'000, u'x');
}

void ToolPicturesTest::asksNoAddressItShouldNot()
{
    QFETCH(QString, url);
    QVERIFY(webAddress(url).isEmpty());
    QSignalSpy arrived(m_store.get(), &PictureStore::arrived);
    QVERIFY(m_store->picture(url, asked, 1).isNull());
    QTest::qWait(30);
    QVERIFY(m_store->picture(url, asked, 1).isNull());
    QCOMPARE(arrived.count(), 0);
}

void ToolPicturesTest::hasNoneOfWhatIsBroken_data()
{
    QTest::addColumn<Response>("response");
    const QByteArray large(300'000, ' ');
    QTest::newRow("404") << Response::of(404, "text/html", redSvg());
    QTest::newRow("500") << picture().withStatus(500);
    QTest::newRow("204") << Response::noContent();
    QTest::newRow("nothing") << picture({});
    QTest::newRow("text that is no picture") << Response::of(200, "image/png", "Hello");
    QTest::newRow("an error page") << Response::html("<html><body>gone</body></html>");
    QTest::newRow("cut off") << picture().cutAfter(40);
    QTest::newRow("dropped") << Response::drop();
    QTest::newRow("never answered") << Response::stall();
    QTest::newRow("silent half-way") << picture().stalledAfter(40);
    QTest::newRow("endlessly slow") << picture(redSvg() + large).trickled(10, 20ms);
    QTest::newRow("huge") << picture(redSvg() + large);
    QTest::newRow("endless") << Response::of(200, "image/svg+xml", redSvg() + large.repeated(40))
                                    .withHeader("Content-Length", "99999999999")
                                    .trickled(60'000, 1ms);
    QTest::newRow("a redirect to a file") << Response::redirect(QUrl(u"file:///etc/hostname"_s));
    QTest::newRow("a redirect to data") << Response::redirect(QUrl(u"data:image/svg+xml,<svg/>"_s));
    QTest::newRow("a redirect to another host")
        << Response::redirect(QUrl(u"http://kombo.example/a.svg"_s));
    QTest::newRow("a redirect to another scheme")
        << Response::redirect(QUrl(u"https://127.0.0.1:1/a.svg"_s));
    QTest::newRow("a redirect to nowhere") << Response::of(302, {}, {});
    QTest::newRow("a redirect to itself") << Response::redirect(QUrl(u"/a.svg"_s));
    QTest::newRow("a bomb of entities")
        << picture(R"(<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>)");
    QTest::newRow("deep nesting") << picture(QByteArray("<svg>").repeated(20'000));
}

void ToolPicturesTest::hasNoneOfWhatIsBroken()
{
    QFETCH(Response, response);
    makeStore(impatient());
    m_server->setHandler([response](const Request &) { return response; });
    QElapsedTimer blocked;
    qint64 longest = 0;
    for (int i = 0; i < 30; ++i) {
        blocked.start();
        QVERIFY(ask().isNull());
        longest = std::max(longest, blocked.elapsed());
        QTest::qWait(10);
    }
    QVERIFY2(longest < 16, qPrintable(QString::number(longest)));
    const qsizetype requests = m_server->requests().size();
    QVERIFY2(requests >= 1 && requests <= 4, qPrintable(QString::number(requests)));
    // It is known by now that there is none.
    QVERIFY(ask().isNull());
    QTest::qWait(20);
    QCOMPARE(m_server->requests().size(), requests);
    QVERIFY(pictures().entryList(QDir::Files).isEmpty());
}

void ToolPicturesTest::othersComeAllTheSame()
{
    m_server->setHandler([](const Request &request) {
        if (request.path().startsWith("/good"))
            return picture();
        return request.path().endsWith('0') ? Response::drop() : Response::of(404, {}, {});
    });
    for (int i = 0; i < 30; ++i)
        ask(u"/bad%1"_s.arg(i));
    for (int i = 0; i < 5; ++i)
        QTRY_VERIFY(!ask(u"/good%1"_s.arg(i)).isNull());
}

void ToolPicturesTest::followsAFewRedirects()
{
    const auto handler = [this](const Request &request) {
        const int step = request.path().sliced(1).toInt();
        return step == 0 ? picture() : Response::redirect(m_server->url(u"/%1"_s.arg(step - 1)));
    };
    m_server->setHandler(handler);
    QTRY_VERIFY(!ask(u"/3"_s).isNull());
    QVERIFY(askLong(u"/4"_s).isNull());
    QCOMPARE(m_server->requests().size(), 8);
}

void ToolPicturesTest::asksAFewAtOnce()
{
    m_server->setHandler([](const Request &) { return Response::stall(); });
    for (int i = 0; i < 50; ++i)
        ask(u"/%1"_s.arg(i));
    QTRY_COMPARE(m_server->requests().size(), 4);
    QTest::qWait(50);
    QCOMPARE(m_server->requests().size(), 4);
}

void ToolPicturesTest::forgetsAFailureInTime()
{
    PictureStore::Options options;
    options.failureMemory = 200ms;
    makeStore(options);
    m_server->enqueue(Response::of(404, {}, {}));
    ask();
    QTRY_COMPARE(m_server->requests().size(), 1);
    QTRY_VERIFY(!ask().isNull());
    QCOMPARE(m_server->requests().size(), 2);
}

void ToolPicturesTest::keepsPicturesOnDisk()
{
    QTRY_VERIFY(!ask().isNull());
    makeStore();
    m_server->stop();
    QVERIFY(ask().isNull()); // the disk is not looked at while somebody paints
    QTRY_VERIFY(!ask().isNull());
    QCOMPARE(m_server->requests().size(), 1);
    const QFileInfoList files = pictures().entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(!(files.first().permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void ToolPicturesTest::bearsDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xFF\x01 garbage", 11);
    QTest::newRow("another version") << QByteArray("connect-desk-picture 2\nhttp://x\n0\n<svg/>");
    QTest::newRow("of another address")
        << QByteArray("connect-desk-picture 1\nhttp://127.0.0.1/other\n0\n" + redSvg());
    QTest::newRow("huge") << QByteArray(400'000, 'x');
    QTest::newRow("without a picture") << QByteArray("connect-desk-picture 1\nURL\n9999999999\n");
    QTest::newRow("with a broken picture")
        << QByteArray("connect-desk-picture 1\nURL\n9999999999\n<svg");
}

void ToolPicturesTest::bearsDamagedFiles()
{
    QFETCH(QByteArray, content);
    QTRY_VERIFY(!ask().isNull());
    const QString name = pictures().entryList(QDir::Files).value(0);
    makeStore();
    QFile file(pictures().filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content.replace("URL", m_server->url(u"/a.svg"_s).toEncoded()));
    file.close();
    QTRY_VERIFY(!ask().isNull());
    QCOMPARE(m_server->requests().size(), 2);
}

void ToolPicturesTest::boundsTheDisk()
{
    PictureStore::Options options;
    options.mostFiles = 10;
    makeStore(options);
    for (int i = 0; i < 70; ++i)
        ask(u"/%1"_s.arg(i));
    for (int i = 0; i < 70; ++i)
        QTRY_VERIFY(!ask(u"/%1"_s.arg(i)).isNull());
    // It is looked after now and then, not at each picture.
    QTRY_VERIFY2(pictures().entryList(QDir::Files).size() <= 10 + 32,
        qPrintable(QString::number(pictures().entryList(QDir::Files).size())));
}

void ToolPicturesTest::worksWithoutADisk()
{
    m_store = std::make_unique<PictureStore>(QString());
    QTRY_VERIFY(!ask().isNull());

    QFile inTheWay(pictures().path());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    makeStore();
    QTRY_VERIFY(!ask().isNull());
}

void ToolPicturesTest::givesUpASlowDrawing()
{
    const auto gate = std::make_shared<QSemaphore>();
    const auto stuck = std::make_shared<std::atomic<int>>(0);
    PictureStore::Options options;
    options.longestDrawing = 100ms;
    options.draw = [gate, stuck](const QByteArray &bytes, QSize pixels) {
        if (bytes.contains("slow")) {
            ++*stuck;
            gate->acquire();
        }
        return drawnPicture(bytes, pixels);
    };
    makeStore(options);
    m_server->setHandler([](const Request &request) {
        return picture(request.path() == "/good" ? redSvg() : redSvg() + "<!-- slow -->");
    });
    // More of them than there are threads.
    for (int i = 0; i < 4; ++i)
        ask(u"/slow%1"_s.arg(i));
    QTRY_COMPARE(stuck->load(), 4);
    QTRY_VERIFY(!ask(u"/good"_s).isNull());
    for (int i = 0; i < 4; ++i)
        QVERIFY(ask(u"/slow%1"_s.arg(i)).isNull());

    // The store goes at once, and what ends later finds nobody.
    QElapsedTimer timer;
    timer.start();
    m_store.reset();
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    gate->release(4);
    QTRY_COMPARE(gate->available(), 0);
    QTest::qWait(20);
}

void ToolPicturesTest::goesWhileEverythingIsUnderWay()
{
    m_server->setHandler([](const Request &request) {
        return request.path().endsWith('1') ? Response::stall() : picture();
    });
    for (int i = 0; i < 20; ++i) {
        for (int j = 0; j < 12; ++j)
            ask(u"/%1/%2"_s.arg(i).arg(j));
        QTest::qWait(i);
        makeStore();
    }
}

DESK_TEST_MAIN(QGuiApplication, ToolPicturesTest)
#include "tst_toolpictures.moc"
