// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWebEnginePage>

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
    void leavesNothingOnDisk();

private:
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
        return Response::html(
            "<!DOCTYPE html><title>a flow</title><body>a flow<script>" + page + "</script>");
    });
    const auto telling = [](const QByteArray &body) {
        return "(async () => { " + body
            + " })().then((found) => parent.postMessage({ type: 'found:' + found }, '*'),"
              "(error) => parent.postMessage({ type: 'found:' + error }, '*'))";
    };
    const auto found = [](const FlowScene &scene) {
        QStringList texts;
        for (const FlowNote &note : scene.notes()) {
            if (note.kind == FlowNote::Kind::MessageIgnored)
                texts.append(note.text);
        }
        return texts;
    };
    const QString mine = u"found:"_s + QString::fromLatin1(marker);
    {
        FlowScene first;
        page = telling(keep + "; return 'kept'");
        first.open(server.url(u"/flow"_s), placement);
        QTRY_COMPARE(found(first), QStringList{u"found:kept"_s});
        page = telling("return " + look);
        first.flow().reload();
        QTRY_COMPARE(found(first).last(), mine);
    }
    FlowScene second;
    second.open(server.url(u"/flow"_s), placement);
    QTRY_COMPARE(found(second), QStringList{u"found:"_s});
}

void FlowIsolationTest::leavesNothingOnDisk()
{
    QStringList files;
    QDirIterator all(
        m_home.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly) || !file.readAll().contains(marker))
            continue;
        files.append(file.fileName());
    }
    QVERIFY2(files.isEmpty(), qPrintable(files.join(u'\n')));
}

DESK_TEST_MAIN(QApplication, FlowIsolationTest)
#include "tst_flowisolation.moc"
