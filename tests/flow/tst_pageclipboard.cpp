// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QClipboard>
#include <QWebEnginePage>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using Kind = FlowNote::Kind;

/*
 * The clipboard of the user and a flow, in the frame with what the embed library allows it, and at
 * top level: a page may copy, by every way it has in a browser; it may not read, and that is noted.
 * What the end user pastes arrives.
 */
class PageClipboardTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
    void refusesToRead_data();
    void refusesToRead();
    void pastesForTheEndUser_data();
    void pastesForTheEndUser();
};

namespace {

void addPlacements(const char *name, const QByteArray &script)
{
    QTest::addRow("%s, in the frame", name) << script << FlowPlacement::Frame;
    QTest::addRow("%s, at top level", name) << script << FlowPlacement::TopLevel;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("script"); // what the button does
    QTest::addColumn<FlowPlacement>("placement");
}

// A button that fills the page, and says what became of a click.
QByteArray onClick(const QByteArray &script)
{
    return "const button = document.createElement('button'); let clicks = 0;"
           "button.style = 'position: fixed; inset: 0'; document.body.append(button);"
           "button.addEventListener('click', async () => { if (clicks++) return;"
           "try { "
        + script
        + "; setTimeout(() => finish('done'), 500) } catch (error)"
          "{ setTimeout(() => finish('refused-' + error.name), 500) } });";
}

// The first clicks after a load are lost.
bool clicksUntil(FlowScene &scene, const std::function<bool()> &isDone)
{
    return QTest::qWaitFor([&] {
        QTest::mouseClick(scene.view()->focusProxy(), Qt::LeftButton, {}, {300, 200});
        return QTest::qWaitFor(isDone, 400);
    });
}

} // namespace

void PageClipboardTest::copies_data()
{
    addColumns();
    addPlacements("the clipboard's own call", "await navigator.clipboard.writeText('copied')");
    addPlacements("several kinds at once",
        "await navigator.clipboard.write([new ClipboardItem({ 'text/plain':"
        "new Blob(['copied'], { type: 'text/plain' }) })])");
    addPlacements("the old command",
        "const field = document.createElement('textarea'); field.value = 'copied';"
        "document.body.append(field); field.select();"
        "if (!document.execCommand('copy')) throw new Error('no')");
    addPlacements("the event of the old command",
        "document.addEventListener('copy', (event) => { event.preventDefault();"
        "event.clipboardData.setData('text/plain', 'copied') });"
        "if (!document.execCommand('copy')) throw new Error('no')");
}

void PageClipboardTest::copies()
{
    QFETCH(QByteArray, script);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    QApplication::clipboard()->setText(u"of the user"_s);
    scene.setScript("/flow", onClick(script));
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    const auto isCopied = [] { return QApplication::clipboard()->text() == u"copied"_s; };
    clicksUntil(scene, [&] { return isCopied() || !scene.tokens().isEmpty(); });
    QTRY_COMPARE(scene.tokens(), QStringList{u"done"_s});
    QTRY_VERIFY(isCopied()); // it comes by another way than what the page says
    QCOMPARE(scene.noted(Kind::PermissionRefused), 0);
}

void PageClipboardTest::refusesToRead_data()
{
    addColumns();
    addPlacements(
        "the clipboard's own call", "say({ type: await navigator.clipboard.readText() })");
    addPlacements("several kinds at once",
        "say({ type: await (await (await navigator.clipboard.read())[0].getType('text/plain'))"
        ".text() })");
}

void PageClipboardTest::refusesToRead()
{
    QFETCH(QByteArray, script);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    QApplication::clipboard()->setText(u"of the user"_s);
    scene.setScript("/flow", onClick(script));
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    clicksUntil(scene, [&] { return !scene.tokens().isEmpty(); });
    QTRY_COMPARE(scene.tokens(), QStringList{u"refused-NotAllowedError"_s});
    QCOMPARE(scene.noted(Kind::MessageIgnored, u"of the user"_s), 0);
    QTRY_COMPARE(scene.noted(Kind::PermissionRefused, u"127.0.0.1: reading the clipboard"_s), 1);
}

void PageClipboardTest::pastesForTheEndUser_data()
{
    addColumns();
    addPlacements("the keys for it", {});
}

void PageClipboardTest::pastesForTheEndUser()
{
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    QApplication::clipboard()->setText(u"of-the-user"_s);
    scene.setScript("/flow",
        "const field = document.createElement('textarea');"
        "field.style = 'position: fixed; inset: 0; width: 100%; height: 100%';"
        "document.body.append(field); field.addEventListener('focus', () => say({ type: 'focus' "
        "}));"
        "field.addEventListener('input', () => finish('got-' + field.value))");
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    QVERIFY(clicksUntil(scene, [&] { return scene.noted(Kind::MessageIgnored, u"focus"_s) > 0; }));
    QTest::keyClick(scene.view()->focusProxy(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(scene.tokens(), QStringList{u"got-of-the-user"_s});
}

DESK_TEST_MAIN(QApplication, PageClipboardTest)
#include "tst_pageclipboard.moc"
