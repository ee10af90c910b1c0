// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"
#include "ui/flow/popupwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QWebEnginePage>
#include <QWebEngineProfile>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! What happens when a page wants more than to be shown.
class PagePolicyTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWholePage_data();
    void keepsTheWholePage();
    void tellsWhenTheFlowDoesAwayWithItself();
    void decidesWhereFramesGo_data();
    void decidesWhereFramesGo();
    void linksInsideTheFrameWork();
    void popupsHaveAnOpener();
    void popupsSayWhoTheyAre();
    void popupsShowTheEndOfALongHost();
    void popupsCloseWhenTheirWindowDoes();
    void popupsAreRefused_data();
    void popupsAreRefused();
    void popupsAreFew();
    void popupsGoWithTheFlow_data();
    void popupsGoWithTheFlow();
    void popupsStayOnTheScreen_data();
    void popupsStayOnTheScreen();
    void answersRequests_data();
    void answersRequests();
    void answersInPopups_data();
    void answersInPopups();
    void refusesDownloads();
    void refusesSignInBoxes();
    void refusesCertificates();
    void refusesCertificatesOfOthers();
    void clipboardIsForCopyingOnly();
    void notesTheConsole();
    void survivesAFloodOfConsoleMessages();
    void keepsSecretsOutOfTheConsole();
};

namespace {

const QString loaded = u"loaded"_s;

QStringList finished(const QString &token)
{
    return {loaded, u"token:"_s + token};
}

void usePopupWindows(FlowScene &scene)
{
    scene.flow().setPresenters({popupWindowsFor(scene.view())});
}

QList<QPointer<PopupWindow>> popupWindows()
{
    QList<QPointer<PopupWindow>> windows;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<PopupWindow *>(widget);
        if (window && window->isVisible())
            windows.append(window);
    }
    return windows;
}

QByteArray otherHost(FlowScene &scene, const QByteArray &path)
{
    return "'" + scene.server().url(QString::fromLatin1(path), u"localhost"_s).toEncoded() + "'";
}

// Ends every connection the way a site does whose certificate nobody vouches for.
class UntrustedServer : public QSslServer {
public:
    UntrustedServer()
    {
        const auto read = [](const char *name) {
            QFile file(QLatin1StringView(FLOW_TEST_DATA) + u'/' + QLatin1StringView(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(read("untrusted-certificate.pem")));
        configuration.setPrivateKey(QSslKey(read("untrusted-key.pem"), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(configuration);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &UntrustedServer::serve);
        if (!listen(QHostAddress::LocalHost))
            qFatal("The test cannot listen.");
    }

    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/flow"_s.arg(serverPort())); }
    //! Nobody who refuses the certificate gets as far as asking for anything.
    int requestCount() const { return m_requestCount; }

private:
    void serve()
    {
        QTcpSocket *const socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            ++m_requestCount;
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                          "<script>parent.postMessage({ type: 'close' }, '*')</script>");
            socket->disconnectFromHost();
        });
    }

    int m_requestCount = 0;
};

} // namespace

void PagePolicyTest::keepsTheWholePage_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("place");

    QTest::newRow("to another site")
        << QByteArray("'https://evil.invalid/a?token=secret'") << u"evil.invalid/a"_s;
    QTest::newRow("to itself") << QByteArray("location.href") << u"127.0.0.1/flow"_s;
    QTest::newRow("to the address of the host page")
        << QByteArray("'https://connect-desk.invalid/'") << u"connect-desk.invalid/"_s;
    QTest::newRow("to a site that is not secure")
        << QByteArray("'http://login.invalid/'") << u"login.invalid/"_s;
}

void PagePolicyTest::keepsTheWholePage()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, place);
    FlowScene scene;
    scene.setScript("/flow",
        "window.addEventListener('message', () => finish('still-there'));"
        "later(() => { top.location = "
            + target + "; });");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::TopNavigationBlocked, place), 1);
    QCOMPARE(FlowScene::evaluate(scene.flow().page(), u"location.href"_s),
        u"https://connect-desk.invalid/"_s);
    FlowScene::evaluate(scene.flow().page(),
        u"document.querySelector('iframe').contentWindow.postMessage(1, '*')"_s);
    QTRY_COMPARE(scene.events(), finished(u"still-there"_s));
    for (const FlowNote &note : scene.notes())
        QVERIFY(!note.text.contains("secret"_L1));
}

void PagePolicyTest::tellsWhenTheFlowDoesAwayWithItself()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => { top.location = 'about:blank' })");
    scene.open();
    const QStringList expected{loaded, u"failed:DidNotLoad"_s};
    QTRY_COMPARE(scene.events(), expected);
    scene.setScript("/flow", "finish('back-again')");
    scene.flow().reload();
    QTRY_COMPARE(scene.tokens(), QStringList{u"back-again"_s});
}

void PagePolicyTest::decidesWhereFramesGo_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");

    QTest::newRow("to a secure site") << QByteArray("'https://login.invalid/oauth?code=secret'")
                                      << Kind::Navigation << u"login.invalid/oauth"_s;
    QTest::newRow("to a site that is not")
        << QByteArray("'http://login.invalid/oauth'") << Kind::NavigationBlocked
        << u"the frame to login.invalid/oauth"_s;
    QTest::newRow("to data") << QByteArray("'data:text/html,secret'") << Kind::NavigationBlocked
                             << u"the frame to data:"_s;
    QTest::newRow("to a blob") << QByteArray(
        "URL.createObjectURL(new Blob(['secret'], { type: 'text/html' }))")
                               << Kind::NavigationBlocked << u"the frame to blob:"_s;
}

void PagePolicyTest::decidesWhereFramesGo()
{
    QFETCH(QByteArray, target);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    FlowScene scene;
    // First by a frame inside; then by the flow's frame, which the host page's policy guards as
    // well.
    scene.setScript("/flow",
        "later(() => { const inner = document.createElement('iframe'); inner.src = " + target
            + "; document.body.append(inner);"
              "setTimeout(() => { location = "
            + target
            + " }, 200);"
              "setTimeout(() => finish('still-there'), 400); });");
    scene.open();
    QTRY_VERIFY(scene.noted(kind, text) > 0);
    if (kind == Kind::NavigationBlocked) {
        QTRY_COMPARE(scene.events(), finished(u"still-there"_s));
        QTRY_VERIFY(scene.noted(Kind::Console, u"Refused to frame"_s) > 0);
    } else {
        QTRY_COMPARE(scene.noted(kind, text), 2);
    }
    for (const FlowNote &note : scene.notes())
        QVERIFY(!note.text.contains("secret"_L1));
}

void PagePolicyTest::linksInsideTheFrameWork()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => { location = '/step2' })");
    scene.setScript("/step2", "finish('second-page')");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"second-page"_s});
    QCOMPARE(scene.noted(Kind::Navigation, u"127.0.0.1/step2"_s), 1);
}

void PagePolicyTest::popupsHaveAnOpener()
{
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow",
        "window.addEventListener('message', (event) => finish(event.data));"
        "later(() => window.open("
            + otherHost(scene, "/popup") + ", '', 'width=400,height=300'))");
    scene.setScript("/popup", "opener.postMessage('signed-in', '*'); window.close()");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(u"signed-in"_s));
    QTRY_COMPARE(scene.noted(Kind::PopupOpened, u"localhost"_s), 1);
    QTRY_COMPARE(scene.noted(Kind::PopupClosed, u"localhost"_s), 1);
    QTRY_COMPARE(popupWindows().size(), 0);
}

void PagePolicyTest::popupsSayWhoTheyAre()
{
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow",
        "later(() => { const popup = window.open('', '', 'width=400,height=300');"
        "popup.location = "
            + otherHost(scene, "/popup") + "; })");
    scene.setScript("/popup", "document.title = 'login.bank.example'");
    scene.open();
    QTRY_COMPARE(popupWindows().size(), 1);
    const PopupWindow *const window = popupWindows().constFirst();
    const auto *host = window->findChild<QLabel *>(u"popupHostLabel"_s);
    const auto *safety = window->findChild<QLabel *>(u"popupSafetyLabel"_s);
    QTRY_COMPARE(host->text(), u"localhost"_s);
    QCOMPARE(safety->text(), u"Not secure"_s);
    QVERIFY(window->windowTitle().contains("localhost"_L1));
    QVERIFY(!window->windowTitle().contains("bank"_L1));
    QCOMPARE(window->parentWidget(), scene.view()->window());
    QCOMPARE(window->size(), QSize(400, 300));
}

void PagePolicyTest::popupsShowTheEndOfALongHost()
{
    QWebEngineProfile profile;
    PopupPage page(&profile, nullptr);
    PopupWindow window(&page, QRect(0, 0, 400, 300), nullptr);
    window.show();
    Q_EMIT page.urlChanged(QUrl(
        u"https://login.bank.example."_s + u"aaaaaaaaaa."_s.repeated(12) + u"evil.example/"_s));
    const auto *host = window.findChild<QLabel *>(u"popupHostLabel"_s);
    QVERIFY2(host->text().endsWith(".evil.example"_L1), qPrintable(host->text()));
    QVERIFY(host->text().startsWith(u'…'));
    QVERIFY(window.width() <= 400);
    Q_EMIT page.urlChanged(QUrl(u"https://b\u0430nk.example/"_s));
    QCOMPARE(host->text(), u"xn--bnk-6cd.example"_s);
    QCOMPARE(window.findChild<QLabel *>(u"popupSafetyLabel"_s)->text(), u"Secure connection"_s);
}

void PagePolicyTest::popupsCloseWhenTheirWindowDoes()
{
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow",
        "later(() => { const popup = window.open('/popup');"
        "setInterval(() => { if (popup.closed) finish('noticed') }, 20) })");
    scene.setScript("/popup", "window.onbeforeunload = () => 'stay'");
    scene.open();
    QTRY_COMPARE(popupWindows().size(), 1);
    const QPointer<PopupWindow> window = popupWindows().constFirst();
    window->close();
    QTRY_COMPARE(scene.events(), finished(u"noticed"_s));
    QTRY_VERIFY(!window);
    QCOMPARE(scene.noted(Kind::PopupClosed), 1);
}

void PagePolicyTest::popupsAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("text");

    QTest::newRow("mail") << QByteArray("mailto:a@b.example") << u"mailto:"_s;
    QTest::newRow("plain http") << QByteArray("http://login.invalid/a") << u"login.invalid/a"_s;
    QTest::newRow("another program") << QByteArray("zoommtg://join") << u"zoommtg:"_s;
}

void PagePolicyTest::popupsAreRefused()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, text);
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow", "later(() => { window.open('" + target + "'); finish('went-on') })");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(u"went-on"_s));
    QTRY_COMPARE(scene.noted(Kind::NavigationBlocked, u"a pop-up to "_s + text), 1);
    QCOMPARE(popupWindows().size(), 0);
}

void PagePolicyTest::popupsAreFew()
{
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow",
        "later(() => { for (let i = 0; i < 30; ++i) window.open('/popup'); finish('went-on') })");
    scene.setScript("/popup", "");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(u"went-on"_s));
    QTRY_COMPARE(scene.noted(Kind::PopupOpened), 5);
    QTRY_COMPARE(scene.noted(Kind::NavigationBlocked, u"too many"_s), 25);
    QCOMPARE(popupWindows().size(), 5);
}

void PagePolicyTest::popupsGoWithTheFlow_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("stopped") << u"stop"_s;
    QTest::newRow("reloaded") << u"reload"_s;
    QTest::newRow("destroyed") << u"destroy"_s;
    QTest::newRow("the main window destroyed first") << u"window"_s;
}

void PagePolicyTest::popupsGoWithTheFlow()
{
    QFETCH(QString, end);
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow", "later(() => window.open('/popup'))");
    scene.setScript("/popup", "");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::PopupOpened), 1);
    QTRY_COMPARE(popupWindows().size(), 1);
    const QPointer<PopupWindow> window = popupWindows().constFirst();
    scene.setScript("/flow", "finish('reloaded')");
    if (end == "stop"_L1)
        scene.flow().stop();
    else if (end == "reload"_L1)
        scene.flow().reload();
    else if (end == "destroy"_L1)
        scene.destroyFlow();
    else
        scene.destroyView();
    QVERIFY(popupWindows().isEmpty());
    QTRY_VERIFY(!window);
}

void PagePolicyTest::popupsStayOnTheScreen_data()
{
    QTest::addColumn<QRect>("requested");
    QTest::newRow("nothing asked") << QRect();
    QTest::newRow("far away") << QRect(90000, -90000, 400, 300);
    QTest::newRow("huge") << QRect(0, 0, 90000, 90000);
    QTest::newRow("tiny") << QRect(10, 10, 1, 1);
    QTest::newRow("negative") << QRect(10, 10, -50, -50);
}

void PagePolicyTest::popupsStayOnTheScreen()
{
    QFETCH(QRect, requested);
    FlowScene scene;
    QWebEngineProfile profile;
    PopupPage page(&profile, nullptr);
    PopupWindow window(&page, requested, scene.view());
    const QRect screen = window.screen()->availableGeometry();
    QVERIFY(screen.contains(window.geometry()));
    QVERIFY(window.width() >= 320 && window.height() >= 240);
}

void PagePolicyTest::answersRequests_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Kind>("kind");

    const QByteArray failing = ".then(() => finish('granted'), (error) => finish(error.name))";
    QTest::newRow("microphone") << "navigator.mediaDevices.getUserMedia({ audio: true })" + failing
                                << u"NotAllowedError"_s << Kind::PermissionRefused;
    QTest::newRow("alert") << QByteArray("alert(1); finish('went-on')") << u"went-on"_s
                           << Kind::Console;
}

void PagePolicyTest::answersRequests()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, answer);
    QFETCH(Kind, kind);
    FlowScene scene;
    scene.setScript("/flow", "later(() => { " + script + " })");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(answer));
    QTRY_VERIFY(scene.noted(kind) > 0);
}

void PagePolicyTest::answersInPopups_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");

    const QByteArray failing = ".then(() => opener.postMessage('granted', '*'),"
                               " (error) => opener.postMessage(error.name, '*'))";
    QTest::newRow("alert") << QByteArray("alert(1); opener.postMessage('went-on', '*')")
                           << u"went-on"_s << Kind::DialogRefused << u"alert of 127.0.0.1"_s;
    QTest::newRow("question") << QByteArray("opener.postMessage('said-' + confirm('?'), '*')")
                              << u"said-false"_s << Kind::DialogRefused << u"question"_s;
    QTest::newRow("prompt") << QByteArray("opener.postMessage('said-' + prompt('?', 'x'), '*')")
                            << u"said-null"_s << Kind::DialogRefused << u"prompt"_s;
    QTest::newRow("notifications")
        << QByteArray("Notification.requestPermission().then((a) => opener.postMessage(a, '*'))")
        << u"denied"_s << Kind::PermissionRefused << u"127.0.0.1: Notifications"_s;
    QTest::newRow("camera") << "navigator.mediaDevices.getUserMedia({ video: true })" + failing
                            << u"NotAllowedError"_s << Kind::PermissionRefused << u"Video"_s;
    QTest::newRow("own scheme") << QByteArray(
        "navigator.registerProtocolHandler('mailto', location.origin + '/?%s');"
        "opener.postMessage('went-on', '*')")
                                << u"went-on"_s << Kind::PermissionRefused << u"protocol handler"_s;
}

void PagePolicyTest::answersInPopups()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, answer);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    FlowScene scene;
    usePopupWindows(scene);
    scene.setScript("/flow",
        "window.addEventListener('message', (event) => finish(event.data));"
        "later(() => window.open('/popup'))");
    scene.setScript("/popup", "later(() => { " + script + " })");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(answer));
    QTRY_VERIFY(scene.noted(kind, text) > 0);
    QVERIFY(!QApplication::activeModalWidget());
}

void PagePolicyTest::refusesDownloads()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { const link = document.createElement('a'); link.href = '/file?token=secret';"
        "link.download = 'tool.exe'; document.body.append(link); link.click();"
        "setTimeout(() => finish('went-on'), 100) })");
    scene.setResponse("/file", Response::of(200, "application/octet-stream", "MZ"));
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"tool.exe, from 127.0.0.1"_s), 1);
    QTRY_COMPARE(scene.events(), finished(u"went-on"_s));
}

void PagePolicyTest::refusesSignInBoxes()
{
    FlowScene scene;
    scene.setScript(
        "/flow", "fetch('/private').then((answer) => finish('status-' + answer.status))");
    scene.setResponse("/private",
        Response::of(401, "text/plain", "no").withHeader("WWW-Authenticate", "Basic realm=\"x\""));
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"status-401"_s});
    QTRY_COMPARE(scene.noted(Kind::SignInRefused, u"127.0.0.1"_s), 1);
}

void PagePolicyTest::refusesCertificates()
{
    UntrustedServer server;
    FlowScene scene;
    scene.open(server.url());
    QTRY_COMPARE(scene.events(), QStringList{u"failed:Certificate"_s});
    QCOMPARE(scene.failures().first().host, u"127.0.0.1"_s);
    QVERIFY(!scene.failures().first().detail.isEmpty());
    QTRY_COMPARE(scene.noted(Kind::CertificateRefused, u"127.0.0.1"_s), 1);
    // Had the engine gone on, it would have asked by the time another flow has run.
    FlowScene other;
    other.setScript("/flow", "later(() => setTimeout(() => finish('marker'), 300))");
    other.open();
    QTRY_COMPARE(other.tokens(), QStringList{u"marker"_s});
    QCOMPARE(server.requestCount(), 0);
    QCOMPARE(scene.events(), QStringList{u"failed:Certificate"_s});
}

void PagePolicyTest::refusesCertificatesOfOthers()
{
    UntrustedServer server;
    FlowScene scene;
    QUrl other = server.url();
    other.setHost(u"localhost"_s);
    scene.setScript("/flow",
        "later(() => { const inner = document.createElement('iframe'); inner.src = '"
            + other.toEncoded()
            + "'; document.body.append(inner);"
              "setTimeout(() => finish('went-on'), 200) })");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(u"went-on"_s));
    QTRY_COMPARE(scene.noted(Kind::CertificateRefused, u"localhost"_s), 1);
    QCOMPARE(server.requestCount(), 0);
}

void PagePolicyTest::clipboardIsForCopyingOnly()
{
    FlowScene scene;
    QApplication::clipboard()->setText(u"of the user"_s);
    scene.setScript("/flow",
        "later(() => { const field = document.createElement('textarea'); field.value = 'copied';"
        "document.body.append(field); field.select();"
        "const copied = document.execCommand('copy');"
        "field.value = ''; field.focus(); const pasted = document.execCommand('paste');"
        "const said = 'copy-' + copied + '-paste-' + pasted + '-' + field.value;"
        "setTimeout(() => finish(said), 1000) })");
    scene.open();
    // What a page copies comes by another way than what it says, and is lost if the page goes
    // first.
    QTRY_COMPARE(QApplication::clipboard()->text(), u"copied"_s);
    QTRY_COMPARE(scene.events(), finished(u"copy-true-paste-false-"_s));
}

void PagePolicyTest::notesTheConsole()
{
    FlowScene scene;
    scene.setScript("/flow",
        "console.log('chatter'); console.warn('a warning'); console.error('an error');"
        "console.error('long ' + 'x'.repeat(9000000)); finish('went-on')");
    scene.open();
    QTRY_COMPARE(scene.events(), finished(u"went-on"_s));
    QTRY_COMPARE(scene.noted(Kind::Console), 3);
    QCOMPARE(scene.noted(Kind::Console, u"a warning"_s), 1);
    QCOMPARE(scene.noted(Kind::Console, u"an error"_s), 1);
    QCOMPARE(scene.noted(Kind::Console, u"long "_s), 1);
    for (const FlowNote &note : scene.notes())
        QVERIFY(note.text.size() <= 500);
}

void PagePolicyTest::survivesAFloodOfConsoleMessages()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { for (let i = 0; i < 20000; ++i) console.error('n' + i); finish('went-on') "
        "})");
    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), finished(u"went-on"_s), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(scene.noted(Kind::Console), 20'000, 20'000);
    QVERIFY2(scene.notes().size() < 2000, qPrintable(QString::number(scene.notes().size())));
}

void PagePolicyTest::keepsSecretsOutOfTheConsole()
{
    FlowScene scene;
    scene.setScript("/flow",
        "console.error('opened ' + location.href);"
        "console.error('token is ' + new URLSearchParams(location.search).get('token'));"
        "console.error('x '.repeat(480) + new URLSearchParams(location.search).get('token'));"
        "finish('activation-token-1');"
        "setTimeout(() => console.error('got activation-token-1'), 50)");
    scene.open(scene.server().url(u"/flow?token=a-link-token-that-is-long-enough"_s));
    QTRY_COMPARE(scene.events(), finished(u"activation-token-1"_s));
    QTRY_VERIFY(scene.noted(Kind::Console) >= 3);
    for (const FlowNote &note : scene.notes()) {
        QVERIFY2(!note.text.contains("a-link-tok"_L1), qPrintable(note.text));
        QVERIFY2(!note.text.contains("activation-token-1"_L1), qPrintable(note.text));
    }
}

DESK_TEST_MAIN(QApplication, PagePolicyTest)
#include "tst_pagepolicy.moc"
