// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QPointer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWebEnginePage>
#include <QWebEngineProfile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;

/*
 * Client A leaves nothing for client B. Each row has a page that keeps something and a page that
 * looks for it, at the same origin; the same session finds it, so the way of keeping it works, and
 * the next session does not.
 */
class FlowIsolationTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sharesNothing_data();
    void sharesNothing();
    void keepsNoSignIn_data();
    void keepsNoSignIn();
    void keepsNoAnswerAboutPermissions_data();
    void keepsNoAnswerAboutPermissions();
    void remembersNoForm_data();
    void remembersNoForm();
    void keepsSessionsApart_data();
    void keepsSessionsApart();
    void leavesNothingOnDisk();

private:
    //! Whose path or content has this.
    QStringList filesOf(const QByteArray &text) const;

    QTemporaryDir m_home;
};

namespace {

const QByteArray marker = "left-by-client-a";

// A store that a page fills and reads asynchronously.
const QByteArray database =
    "const open = () => new Promise((done) => { const r = indexedDB.open('d', 1);"
    "r.onupgradeneeded = () => r.result.createObjectStore('s');"
    "r.onsuccess = () => done(r.result) });"
    "const asked = (request) => new Promise((done) => {"
    "request.onsuccess = () => done(request.result) });";

Response document(const QByteArray &script)
{
    return Response::html(
        "<!DOCTYPE html><title>a flow</title><body>a flow<script>" + script + "</script>");
}

// A script that runs this and posts what comes of it.
QByteArray telling(const QByteArray &body)
{
    return "(async () => { " + body
        + " })().then((found) => parent.postMessage({ type: 'found:' + found }, '*'),"
          "(error) => parent.postMessage({ type: 'found:' + error }, '*'))";
}

QStringList foundBy(const FlowScene &scene)
{
    QStringList texts;
    for (const FlowNote &note : scene.notes()) {
        if (note.kind == FlowNote::Kind::MessageIgnored && note.text.startsWith("found:"_L1))
            texts.append(note.text.sliced(6));
    }
    return texts;
}

void addPlacements()
{
    QTest::addColumn<FlowPlacement>("placement");
    QTest::newRow("in the frame") << FlowPlacement::Frame;
    QTest::newRow("at top level") << FlowPlacement::TopLevel;
}

} // namespace

// Whatever is written goes where this test can look; the engine asks for the places at its start.
void FlowIsolationTest::initTestCase()
{
    QVERIFY(m_home.isValid());
    qputenv("HOME", m_home.path().toUtf8());
    for (const char *name :
        {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR"}) {
        const QString folder = m_home.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(folder));
        qputenv(name, folder.toUtf8());
    }
    // Without a camera nobody would be asked for permission.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--use-fake-device-for-media-stream");
}

void FlowIsolationTest::sharesNothing_data()
{
    QTest::addColumn<QByteArray>("keep"); // asynchronous
    QTest::addColumn<QByteArray>("look"); // an expression, may await
    QTest::addColumn<FlowPlacement>("placement");

    const auto row = [](const char *name, const QByteArray &keep, const QByteArray &look) {
        QTest::addRow("%s, in the frame", name) << keep << look << FlowPlacement::Frame;
        QTest::addRow("%s, at top level", name) << keep << look << FlowPlacement::TopLevel;
    };
    row("cookies", "document.cookie = 'k=" + marker + "; SameSite=None; Secure; Max-Age=9999'",
        "document.cookie.replace('k=', '')");
    row("local storage", "localStorage.k = '" + marker + "'", "localStorage.k ?? ''");
    row("a database",
        database
            + "await asked((await open()).transaction('s', 'readwrite').objectStore('s')"
              ".put('"
            + marker + "', 'k'))",
        "await (async () => { " + database
            + "return await asked((await open()).transaction('s').objectStore('s').get('k')) ?? ''"
              "})()");
    row("a cache of scripts",
        "await (await caches.open('c')).put('/k', new Response('" + marker + "'))",
        "await (await caches.match('/k'))?.text() ?? ''");
    row("a service worker",
        "await navigator.serviceWorker.register('/worker.js');"
        "await navigator.serviceWorker.ready",
        "(await navigator.serviceWorker.getRegistrations()).length ? '" + marker + "' : ''");
    row("the cache of the network", "await fetch('/cached')",
        "performance.now() && (await (await fetch('/cached')).text()) === 'first' ? '" + marker
            + "' : ''");
    row("files of its own",
        "const root = await navigator.storage.getDirectory();"
        "await root.getFileHandle('k', { create: true })",
        "await (async () => { const names = [];"
        "for await (const name of (await navigator.storage.getDirectory()).keys())"
        "names.push(name); return names.length ? '"
            + marker + "' : '' })()");
}

void FlowIsolationTest::sharesNothing()
{
    QFETCH(QByteArray, keep);
    QFETCH(QByteArray, look);
    QFETCH(FlowPlacement, placement);
    // One server, so that the origin stays the same.
    ScriptedServer server;
    QByteArray page;
    int cachedAnswers = 0;
    server.setHandler([&](const Request &request) {
        if (request.path() == "/worker.js")
            return Response::of(200, "text/javascript", "onfetch = () => 0");
        if (request.path() == "/cached") {
            ++cachedAnswers;
            return Response::of(200, "text/plain", cachedAnswers == 1 ? "first" : "again")
                .withHeader("Cache-Control", "max-age=9999");
        }
        return document(page);
    });
    const QString mine = QString::fromLatin1(marker);
    {
        FlowScene first;
        page = telling(keep + "; return 'kept'");
        first.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(foundBy(first), QStringList{u"kept"_s});
        page = telling("return " + look);
        first.flow().reload();
        QTRY_COMPARE(foundBy(first).constLast(), mine);
    }
    FlowScene second;
    second.open(server.url(u"/flow"_s), placement);
    QTRY_COMPARE(foundBy(second), QStringList{QString()});
}

void FlowIsolationTest::keepsNoSignIn_data()
{
    addPlacements();
}

void FlowIsolationTest::keepsNoSignIn()
{
    QFETCH(FlowPlacement, placement);
    ScriptedServer server;
    QByteArray page;
    QList<bool> signedIn;
    server.setHandler([&](const Request &request) {
        if (request.path() != "/private")
            return document(page);
        signedIn.append(request.hasHeader("Authorization"));
        return signedIn.constLast() ? Response::of(200, "text/plain", "in")
                                    : Response::of(401, "text/plain", "out")
                                          .withHeader("WWW-Authenticate", "Basic realm=\"a\"");
    });
    const QByteArray look = telling("return await (await fetch('/private')).text()");
    {
        // With a name and a password of its own a page can sign in; the engine keeps those.
        FlowScene first;
        page = telling("const request = new XMLHttpRequest();"
                       "request.open('GET', '/private', false, '"
            + marker + "', 'pass'); request.send(); return request.responseText");
        first.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(foundBy(first), QStringList{u"in"_s});
        page = look;
        first.flow().reload();
        QTRY_COMPARE(foundBy(first), (QStringList{u"in"_s, u"in"_s}));
        QCOMPARE(first.noted(FlowNote::Kind::SignInRefused), 0);
    }
    signedIn.clear();
    FlowScene second;
    second.open(server.url(u"/flow"_s), placement);
    QTRY_COMPARE(foundBy(second), QStringList{u"out"_s});
    QCOMPARE(signedIn, QList<bool>{false});
    QCOMPARE(second.noted(FlowNote::Kind::SignInRefused, u"127.0.0.1"_s), 1);
}

void FlowIsolationTest::keepsNoAnswerAboutPermissions_data()
{
    addPlacements();
}

void FlowIsolationTest::keepsNoAnswerAboutPermissions()
{
    QFETCH(FlowPlacement, placement);
    ScriptedServer server;
    const QByteArray states =
        "const states = async () => { const all = []; for (const name of"
        "['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read',"
        "'clipboard-write']) all.push((await navigator.permissions.query({ name })).state[0]);"
        "return all.join('') };";
    const QByteArray ask =
        "const asked = [];"
        "await navigator.mediaDevices.getUserMedia({ video: true })"
        ".then(() => asked.push('camera'), (error) => asked.push(error.name));"
        "await new Promise((done) => navigator.geolocation.getCurrentPosition("
        "() => done(asked.push('place')), (error) => done(asked.push('no place'))));"
        "asked.push(await Notification.requestPermission());";
    server.setHandler([&](const Request &) {
        return document(telling(states + "const before = await states();" + ask
            + "return [before, ...asked, await states()].join(' ')"));
    });
    const auto refusals = [](const FlowScene &scene) {
        QStringList texts;
        for (const FlowNote &note : scene.notes()) {
            if (note.kind == FlowNote::Kind::PermissionRefused)
                texts.append(note.text);
        }
        return texts;
    };
    QStringList answers;
    QStringList notes;
    for (int session = 0; session < 2; ++session) {
        FlowScene scene;
        scene.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(foundBy(scene).size(), 1);
        answers.append(foundBy(scene));
        notes.append(refusals(scene).join(u", "_s));
    }
    // Of the states p stands for "would be asked", d for denied, g for granted.
    QCOMPARE(answers.at(0).left(6), u"ppppdg"_s);
    QCOMPARE(answers.at(0).right(5), u"dppdg"_s); // what it was told is known to the session
    // The second one is asked like the first, and knows nothing of what that one was told.
    QCOMPARE(answers.at(1), answers.at(0));
    QCOMPARE(notes.at(1), notes.at(0));
    QVERIFY(notes.at(0).contains("MediaVideoCapture"_L1));
}

void FlowIsolationTest::remembersNoForm_data()
{
    addPlacements();
}

// The engine has no form memory: not even the session that typed it is offered it again.
void FlowIsolationTest::remembersNoForm()
{
    QFETCH(FlowPlacement, placement);
    ScriptedServer server;
    QByteArray suggestions;
    QByteArrayList sent;
    server.setHandler([&](const Request &request) {
        if (request.path() == "/sent")
            sent.append(request.query());
        if (request.path() != "/flow")
            return document({});
        return Response::html("<!DOCTYPE html><form action=/sent><input name=username"
                              " autocomplete=username list=known style='position: fixed; inset: 0'>"
                              "</form>"
            + suggestions);
    });
    const QString field = placement == FlowPlacement::Frame ? u"IFRAME"_s : u"INPUT"_s;
    const auto type = [&](FlowScene &scene, const QByteArray &text) {
        QWidget *const target = scene.view()->focusProxy();
        const auto isFocused = [&] {
            QTest::mouseClick(target, Qt::LeftButton, {}, {60, 10});
            return FlowScene::evaluate(scene.flow().page(), u"document.activeElement.tagName"_s)
                == field;
        };
        QVERIFY(QTest::qWaitFor(isFocused));
        for (const char letter : text)
            QTest::keyClick(target, letter);
    };
    // The engine shows what it has to offer in a window of its own.
    const auto offers = [](FlowScene &scene) {
        const QWidgetList windows = QApplication::topLevelWidgets();
        return std::count_if(windows.cbegin(), windows.cend(), [&](const QWidget *window) {
            return window != scene.view()->window() && window->isVisible();
        });
    };
    {
        FlowScene first;
        first.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(first.events(), QStringList{u"loaded"_s});
        type(first, marker);
        QTest::keyClick(first.view()->focusProxy(), Qt::Key_Return);
        QTRY_COMPARE(sent, QByteArrayList{"username=" + marker});
        first.flow().reload();
        QTRY_COMPARE(first.events(), (QStringList{u"loaded"_s, u"loaded"_s}));
        type(first, marker.left(1));
        QTest::qWait(500);
        QCOMPARE(offers(first), 0);
    }
    {
        FlowScene second;
        second.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(second.events(), QStringList{u"loaded"_s});
        type(second, marker.left(1));
        QTest::qWait(500);
        QCOMPARE(offers(second), 0);
    }
    // If there was something, it would be seen.
    suggestions = "<datalist id=known><option>" + marker + "</datalist>";
    FlowScene third;
    third.open(server.url(u"/flow"_s), placement);
    QTRY_COMPARE(third.events(), QStringList{u"loaded"_s});
    type(third, marker.left(1));
    QTRY_COMPARE(offers(third), 1);
}

void FlowIsolationTest::keepsSessionsApart_data()
{
    QTest::addColumn<QByteArray>("join"); // what one page does to be found
    QTest::addColumn<QByteArray>("look"); // finds another page that has joined

    QTest::newRow("a channel to all")
        << QByteArray("self.channel = new BroadcastChannel('c');"
                      "channel.onmessage = () => channel.postMessage('here')")
        << QByteArray("const mine = new BroadcastChannel('c');"
                      "return await new Promise((done) => { mine.onmessage = () => done('found');"
                      "mine.postMessage('who'); setTimeout(() => done('nobody'), 700) })");
    QTest::newRow("a shared worker")
        << QByteArray("self.worker = new SharedWorker('/shared.js');"
                      "await new Promise((has) => { worker.port.onmessage = has })")
        << QByteArray("const mine = new SharedWorker('/shared.js');"
                      "return await new Promise((done) => { mine.port.onmessage = (event) =>"
                      "done(event.data > 1 ? 'found' : 'nobody') })");
    QTest::newRow("a lock")
        << QByteArray("await new Promise((has) => navigator.locks.request('l', () => { has();"
                      "return new Promise(() => 0) }))")
        << QByteArray("return await navigator.locks.request('l', { ifAvailable: true },"
                      "(lock) => lock ? 'nobody' : 'found')");
    QTest::newRow("an event of the storage")
        << QByteArray("addEventListener('storage', () => { localStorage.answer = 'here' })")
        << QByteArray("return await new Promise((done) => {"
                      "addEventListener('storage', () => done('found'));"
                      "localStorage.question = Math.random();"
                      "setTimeout(() => done('nobody'), 700) })");
}

void FlowIsolationTest::keepsSessionsApart()
{
    QFETCH(QByteArray, join);
    QFETCH(QByteArray, look);
    ScriptedServer server;
    server.setHandler([&](const Request &request) {
        if (request.path() == "/shared.js")
            return Response::of(200, "text/javascript",
                "let count = 0; onconnect = (event) => event.ports[0].postMessage(++count)");
        if (request.path() == "/join")
            return document(telling(join + "; return 'joined'"));
        if (request.path() == "/look")
            return document(telling(look));
        // Two frames of one page, to see that they would find each other.
        return document("const inner = document.createElement('iframe');"
                        "addEventListener('message', (event) => {"
                        "if (event.source === inner.contentWindow)"
                        "parent.postMessage(event.data, '*');"
                        "if (event.data.type === 'found:joined')"
            + telling(look)
            + "}, { once: true });"
              "inner.src = '/join'; document.body.append(inner);");
    });
    FlowScene first;
    first.open(server.url(u"/both"_s));
    QTRY_COMPARE(foundBy(first), (QStringList{u"joined"_s, u"found"_s}));
    FlowScene second;
    second.open(server.url(u"/look"_s));
    QTRY_COMPARE(foundBy(second), QStringList{u"nobody"_s});
}

QStringList FlowIsolationTest::filesOf(const QByteArray &text) const
{
    QStringList files;
    QDirIterator all(
        m_home.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        const bool isNamed = file.fileName().contains(QString::fromLatin1(text));
        if (isNamed || !file.open(QIODevice::ReadOnly) || file.readAll().contains(text))
            files.append(file.fileName());
    }
    return files;
}

// After all the other tests, and one that offers files.
void FlowIsolationTest::leavesNothingOnDisk()
{
    ScriptedServer server;
    server.setHandler([](const Request &request) {
        if (request.path() == "/file")
            return Response::of(200, "application/octet-stream", marker.repeated(10'000))
                .stalledAfter(50'000);
        return document("const offer = (href) => { const link = document.createElement('a');"
                        "link.href = href; link.download = '"
            + marker
            + "';"
              "document.body.append(link); link.click() };"
              "onload = () => { offer('/file');"
              "setTimeout(() => offer(URL.createObjectURL(new Blob(['"
            + marker + "']))), 300) }");
    });
    QPointer<QWebEngineProfile> profile;
    {
        FlowScene scene;
        profile = scene.flow().page()->profile();
        FlowPresenters presenters;
        presenters.save = [](const SaveRequest &, const FlowPresenters::SaveAnswer &) {
            return std::make_unique<OpenQuestion>();
        };
        scene.flow().setPresenters(presenters);
        scene.open(server.url(u"/flow"_s));
        QTRY_COMPARE(scene.noted(FlowNote::Kind::DownloadOffered), 1);
        QTRY_COMPARE(scene.noted(FlowNote::Kind::DownloadRefused), 1);
        QTRY_VERIFY(!filesOf(marker).isEmpty()); // so this looks at the right places
    }
    QTRY_VERIFY(!profile);
    QCOMPARE(filesOf(marker), QStringList());
    QCOMPARE(filesOf("QtWebEngine"), QStringList());
    QCOMPARE(filesOf("org.chromium"), QStringList());
}

DESK_TEST_MAIN(QApplication, FlowIsolationTest)
#include "tst_flowisolation.moc"
