// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "flow/filesaver.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QWebEnginePage>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! Pages that bring more than anybody needs: what the application itself keeps of it has a bound.
class FlowBoundsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bearsAHugePage();
    void bears_data();
    void bears();
    void notesTheBeginningOfALongLine();
    void opensFewPopups();
    void askWithAShortName();
    void endsADownloadWithoutEnd();
};

namespace {

constexpr qint64 megabyte = qint64{1024} * 1024;
// The process of the page may hold what it likes; this is about ours, the network's part included.
constexpr qint64 mostGrowth = 150 * megabyte;
constexpr qint64 longestPause = 2000; // ms without a reaction of the window

// The most that was in memory since forgetPeak(), at any moment.
qint64 peak()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong()
        * 1024;
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

// Watches how much memory is added, and how long nothing moves.
class Watch {
public:
    Watch()
    {
        forgetPeak();
        m_before = peak();
        QObject::connect(&m_ticker, &QTimer::timeout, &m_ticker,
            [this] { m_pause = std::max(m_pause, m_sinceTick.restart()); });
        m_sinceTick.start();
        m_ticker.start(10);
    }

    void check() const
    {
        const qint64 growth = peak() - m_before;
        qInfo("grew by %lld MB, stood still for %lld ms", growth / megabyte, m_pause);
        QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
        QVERIFY2(m_pause < longestPause, qPrintable(QString::number(m_pause)));
    }

private:
    QTimer m_ticker;
    QElapsedTimer m_sinceTick;
    qint64 m_before = 0;
    qint64 m_pause = 0;
};

// Sends as much as the client takes, without having it in memory.
class HugeServer : public QTcpServer {
public:
    HugeServer()
    {
        connect(this, &QTcpServer::newConnection, this, &HugeServer::serve);
        if (!listen(QHostAddress::LocalHost))
            qFatal("The test cannot listen.");
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/flow"_s.arg(serverPort())); }
    //! What is to be saved has no length that anybody is told of, and no end that matters.
    void giveAFileInstead()
    {
        m_head = "Content-Type: application/octet-stream\r\n"
                 "Content-Disposition: attachment; filename=endless.bin\r\n\r\n";
        m_end = 8 * FileSaver::largest;
    }
    qint64 sent() const { return m_sent; }
    //! The client went away before all was sent.
    bool isCutOff() const { return m_isCutOff; }
    static constexpr qint64 size = 200 * megabyte;

private:
    void serve()
    {
        QTcpSocket *const socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (!socket->readAll().startsWith("GET /flow"))
                return;
            m_sent = 0;
            socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\n" + m_head);
            send(socket);
        });
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { send(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this] { m_isCutOff = m_sent < m_end; });
    }

    void send(QTcpSocket *socket)
    {
        if (socket->bytesToWrite() > megabyte || m_sent < 0)
            return;
        if (m_sent >= m_end) {
            socket->disconnectFromHost();
            return;
        }
        socket->write(m_piece);
        m_sent += m_piece.size();
    }

    const QByteArray m_piece =
        QByteArray("words that nobody reads, again and again\n").repeated(5000);
    QByteArray m_head = "Content-Type: text/html\r\n\r\n"
                        "<!DOCTYPE html><title>huge</title><p>words<!--";
    qint64 m_end = size;
    qint64 m_sent = -1;
    bool m_isCutOff = false;
};

} // namespace

// The engine itself takes its memory with the first page.
void FlowBoundsTest::initTestCase()
{
    FlowScene scene;
    scene.setScript("/flow", "finish('warm')");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"warm"_s});
}

// It is read as far as the process of the page can; what counts is that only that one suffers.
void FlowBoundsTest::bearsAHugePage()
{
    HugeServer server;
    FlowScene scene(3s);
    const Watch watch;
    scene.open(server.url());
    QTRY_VERIFY_WITH_TIMEOUT(server.sent() > 50 * megabyte, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(scene.failures().isEmpty(), false, 10'000);
    QCOMPARE(scene.failures().first().reason, FlowFailure::Reason::DidNotLoad);
    watch.check();
    scene.flow().stop();
}

void FlowBoundsTest::bears_data()
{
    QTest::addColumn<QByteArray>("script");

    const auto row = [](const char *name, const QByteArray &script) {
        QTest::newRow(name) << "later(() => { " + script + "; finish('went-on') })";
    };
    row("a document of many elements",
        "document.body.insertAdjacentHTML('beforeend', '<p><b>x</b></p>'.repeat(50000))");
    row("a message of 64 MB", "say({ type: 'x'.repeat(64 << 20), data: 'y' })");
    row("a token of 64 MB",
        "say({ type: 'success', data: { activation_token: 'x'.repeat(64 << 20) } })");
    row("a title of 64 MB", "document.title = 't'.repeat(64 << 20)");
    row("a line of 16 MB on the console", "console.error('c'.repeat(16 << 20))");
    row("20,000 messages", "for (let i = 0; i < 20000; ++i) say({ type: 't' + i })");
    row("10,000 navigations", "for (let i = 0; i < 10000; ++i) location.hash = 'n' + i");
    row("10,000 entries in the history",
        "for (let i = 0; i < 10000; ++i) history.pushState({}, '', '#' + i)");
    row("200 frames",
        "for (let i = 0; i < 200; ++i) document.body.append(document.createElement('iframe'))");
    row("an address of 8 MB",
        "const inner = document.createElement('iframe'); inner.src = '/' + 'a'.repeat(8 << 20);"
        "document.body.append(inner)");
}

void FlowBoundsTest::bears()
{
    QFETCH(QByteArray, script);
    FlowScene scene;
    scene.setScript("/flow", script);
    const Watch watch;
    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.tokens(), QStringList{u"went-on"_s}, 30'000);
    watch.check();
    for (const FlowNote &note : scene.notes())
        QVERIFY(note.text.size() <= 500);
    QVERIFY2(scene.notes().size() < 500, qPrintable(QString::number(scene.notes().size())));
}

void FlowBoundsTest::notesTheBeginningOfALongLine()
{
    FlowScene scene;
    scene.setScript("/flow",
        "console.error('one '.repeat(1000)); console.error('word' + 'x'.repeat(2000));"
        "finish('went-on')");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::Console), 2);
    QStringList texts;
    for (const FlowNote &note : scene.notes()) {
        if (note.kind == Kind::Console)
            texts.append(note.text);
    }
    // A word that was cut may be the half of a secret, which nobody would recognise.
    const QStringList expected{u"one "_s.repeated(125), u"…"_s};
    QCOMPARE(texts, expected);
}

// Each one that is refused costs the engine some milliseconds; a thousand behave no other way.
void FlowBoundsTest::opensFewPopups()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { for (let i = 0; i < 200; ++i) window.open('/popup'); finish('went-on') })");
    scene.setScript("/popup", "");
    const Watch watch;
    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.tokens(), QStringList{u"went-on"_s}, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(scene.noted(Kind::NavigationBlocked, u"too many"_s), 195, 10'000);
    QCOMPARE(scene.noted(Kind::PopupOpened), 5);
    watch.check();
}

void FlowBoundsTest::askWithAShortName()
{
    FlowScene scene;
    QList<SaveRequest> asked;
    FlowPresenters presenters;
    presenters.save = [&asked](const SaveRequest &request, const FlowPresenters::SaveAnswer &) {
        asked.append(request);
        return std::unique_ptr<OpenQuestion>();
    };
    scene.flow().setPresenters(presenters);
    scene.setScript("/flow",
        "later(() => { const link = document.createElement('a'); link.href = 'data:text/csv,x';"
        "link.download = 'n'.repeat(5000) + '.csv'; document.body.append(link); link.click() "
        "})");
    const Watch watch;
    scene.open();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(asked.first().fileName.size() <= 120);
    watch.check();
}

void FlowBoundsTest::endsADownloadWithoutEnd()
{
    HugeServer files;
    files.giveAFileInstead();
    const QTemporaryDir folder;
    FlowScene scene;
    FlowPresenters::SaveAnswer answer;
    FlowPresenters presenters;
    presenters.save = [&answer](const SaveRequest &, FlowPresenters::SaveAnswer given) {
        answer = std::move(given);
        return std::unique_ptr<OpenQuestion>();
    };
    scene.flow().setPresenters(presenters);
    scene.setScript("/flow", "later(() => { location = '" + files.url().toEncoded() + "' })");
    const Watch watch;
    scene.open();
    QTRY_VERIFY(answer);
    answer(folder.filePath(u"endless.bin"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.noted(Kind::DownloadRefused, u"larger than"_s), 1, 60'000);
    QVERIFY(files.sent() > FileSaver::largest);
    // How much more comes depends on the speed: the engine counts only every now and then.
    QTRY_VERIFY(files.isCutOff());
    QCOMPARE(scene.noted(Kind::DownloadSaved), 0);
    QVERIFY(QDir(folder.path()).isEmpty());
    watch.check();
}

DESK_TEST_MAIN(QApplication, FlowBoundsTest)
#include "tst_flowbounds.moc"
