// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"
#include "ui/flow/leavebar.h"
#include "ui/flow/popupwindow.h"
#include "ui/flow/surfacewidget.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QWebEnginePage>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! Ways out of the flow: links to guides, the whole page, sign-ins that refuse to be embedded.
class PageLeavingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensGuidesInTheBrowser_data();
    void opensGuidesInTheBrowser();
    void keepsOthersAsPopups_data();
    void keepsOthersAsPopups();
    void opensNoLinkThatNobodyClicked();
    void opensNoSecretInTheBrowser();
    void opensFewLinks();
    void showsLinksItselfWithoutABrowser();
    void movesAPopupToTheBrowser();
    void offersAWindowForTheWholePage();
    void theFlowMayFinishInThatWindow();
    void believesOnlyTheFlowInThatWindow();
    void offersOnce();
    void offersNothingThatMayNotBeOpened();
    void hasABarForTheOffer();
    void keepsThePageInItsPlace();
    void saysThatAPopupDidNotLoad();
    void saysWhenASignInRefusesToBeEmbedded();

private:
    FlowPresenters presenters(FlowScene &scene);

    QList<QUrl> m_opened;
    bool m_hasBrowser = true;
};

namespace {

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

void clickAt(QWidget *view, QPointF where, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *const target = view->focusProxy();
    const QPointF global = target->mapToGlobal(where);
    QMouseEvent press(
        QEvent::MouseButtonPress, where, global, Qt::LeftButton, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(target, &press);
    QMouseEvent release(
        QEvent::MouseButtonRelease, where, global, Qt::LeftButton, Qt::NoButton, modifiers);
    QCoreApplication::sendEvent(target, &release);
}

// Fills the page, so that any click meets it.
const QByteArray covering = " style='position: fixed; inset: 0; display: block'>covers</";

QByteArray element(const QByteArray &name, const QByteArray &attributes)
{
    return "document.body.insertAdjacentHTML('beforeend', `<" + name + " " + attributes + covering
        + name + ">`);";
}

} // namespace

void PageLeavingTest::init()
{
    StrictTest::init();
    m_opened.clear();
    m_hasBrowser = true;
}

FlowPresenters PageLeavingTest::presenters(FlowScene &scene)
{
    return {popupWindowsFor(scene.view()), {}, {}, [this](const QUrl &url) {
                m_opened.append(url);
                return m_hasBrowser;
            }};
}

void PageLeavingTest::opensGuidesInTheBrowser_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<bool>("withControl");
    QTest::addColumn<FlowPlacement>("placement");

    QTest::newRow("a link to a page of its own")
        << QByteArray("target=_blank") << false << FlowPlacement::Frame;
    QTest::newRow("at top level") << QByteArray("target=_blank") << false
                                  << FlowPlacement::TopLevel;
    QTest::newRow("with the usual words")
        << QByteArray("target=_BLANK rel='noopener noreferrer'") << false << FlowPlacement::Frame;
    QTest::newRow("any link, with Ctrl") << QByteArray() << true << FlowPlacement::Frame;
}

void PageLeavingTest::opensGuidesInTheBrowser()
{
    QFETCH(QByteArray, attributes);
    QFETCH(bool, withControl);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    const QUrl guide = scene.server().url(u"/guide?step=2#key"_s, u"localhost"_s);
    scene.setScript("/flow", element("a", "href='" + guide.toEncoded() + "' " + attributes));
    scene.open(scene.server().url(u"/flow"_s), placement);
    const auto click = [&] {
        if (m_opened.isEmpty())
            clickAt(scene.view(), {300, 200}, withControl ? Qt::ControlModifier : Qt::NoModifier);
        return !m_opened.isEmpty();
    };
    QTRY_VERIFY(click());
    QCOMPARE(m_opened, QList<QUrl>{guide});
    QTRY_COMPARE(scene.noted(Kind::LinkOpened, u"localhost/guide"_s), 1);
    QCOMPARE(scene.noted(Kind::PopupOpened), 0);
    QVERIFY(popupWindows().isEmpty());
    QCOMPARE(scene.events(), QStringList{u"loaded"_s});
}

void PageLeavingTest::keepsOthersAsPopups_data()
{
    QTest::addColumn<QByteArray>("script"); // TARGET stands for the address
    QTest::addColumn<bool>("hasButton");

    QTest::newRow("a window that a script opens")
        << element("div", "onclick=\"window.open('TARGET')\"") << true;
    QTest::newRow("a window of a certain size")
        << element("div", "onclick=\"window.open('TARGET', '', 'width=400,height=300')\"") << false;
    QTest::newRow("a link that wants its opener")
        << element("a", "href='TARGET' target=_blank rel=opener") << true;
    QTest::newRow("a link that a script takes over") << element("a",
        "href='TARGET' target=_blank onclick=\"event.preventDefault();"
        "window.open('TARGET', '', 'width=400,height=300')\"")
                                                     << false;
}

void PageLeavingTest::keepsOthersAsPopups()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, hasButton);
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    const QByteArray target = scene.server().url(u"/login"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow",
        "window.addEventListener('message', (event) => finish(event.data));"
            + QByteArray(script).replace("TARGET", target));
    scene.setScript("/login", "opener.postMessage('signed-in', '*')");
    scene.open();
    const auto click = [&] {
        if (popupWindows().isEmpty())
            clickAt(scene.view(), {300, 200});
        return !popupWindows().isEmpty();
    };
    QTRY_VERIFY(click());
    QTRY_COMPARE(scene.tokens(), QStringList{u"signed-in"_s});
    QVERIFY(m_opened.isEmpty());
    const auto *button =
        popupWindows().constFirst()->findChild<QPushButton *>(u"popupBrowserButton"_s);
    QCOMPARE(button != nullptr, hasButton);
}

void PageLeavingTest::opensNoLinkThatNobodyClicked()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow",
        element("a", "id=guide target=_blank href='/guide'")
            + "later(() => { document.querySelector('#guide').click();"
              "window.open('/guide', '', 'width=317,height=211');"
              "setTimeout(() => finish('went-on'), 500) })");
    scene.setScript("/guide", "");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"went-on"_s});
    QVERIFY(m_opened.isEmpty());
    QCOMPARE(scene.noted(Kind::PopupOpened), 2);
}

void PageLeavingTest::opensNoSecretInTheBrowser()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow",
        "if (location.search) " + element("a", "href='/again' target=_blank")
            + "document.querySelector('a').href = location.href");
    scene.open(scene.server().url(u"/flow?token=a-link-token-that-is-long-enough"_s));
    const auto click = [&] {
        if (popupWindows().isEmpty())
            clickAt(scene.view(), {300, 200});
        return !popupWindows().isEmpty();
    };
    QTRY_VERIFY(click());
    QVERIFY(m_opened.isEmpty());
}

void PageLeavingTest::opensFewLinks()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow", element("a", "href='/guide' target=_blank"));
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    const auto click = [&] {
        clickAt(scene.view(), {300, 200});
        return scene.noted(Kind::NavigationBlocked, u"too many"_s) > 0;
    };
    QTRY_VERIFY(click());
    QCOMPARE(m_opened.size(), 1);
    QVERIFY(popupWindows().isEmpty());
}

void PageLeavingTest::showsLinksItselfWithoutABrowser()
{
    m_hasBrowser = false;
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow", element("a", "href='/guide' target=_blank"));
    scene.setScript("/guide", "");
    scene.open();
    const auto click = [&] {
        if (popupWindows().isEmpty())
            clickAt(scene.view(), {300, 200});
        return !popupWindows().isEmpty();
    };
    QTRY_VERIFY(click());
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(scene.noted(Kind::LinkOpened), 0);
    QVERIFY(popupWindows().constFirst()->width() > 317);
}

void PageLeavingTest::movesAPopupToTheBrowser()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow", "later(() => window.open('/guide'))");
    scene.setScript("/guide", "document.title = 'guide'");
    scene.open();
    QTRY_COMPARE(popupWindows().size(), 1);
    auto *button = popupWindows().constFirst()->findChild<QPushButton *>(u"popupBrowserButton"_s);
    QVERIFY(button);
    const auto click = [&] {
        if (!m_opened.isEmpty())
            return true;
        button->click(); // before the page has an address there is nothing to open
        return false;
    };
    QTRY_VERIFY(click());
    QCOMPARE(m_opened, QList<QUrl>{scene.server().url(u"/guide"_s)});
    QTRY_VERIFY(popupWindows().isEmpty());
    QTRY_COMPARE(scene.noted(Kind::LinkOpened, u"127.0.0.1/guide"_s), 1);
}

void PageLeavingTest::offersAWindowForTheWholePage()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    QSignalSpy offered(&scene.flow(), &PageFlow::leaveOffered);
    const QByteArray target =
        scene.server().url(u"/login?code=secret"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow", "later(() => { top.location = '" + target + "' })");
    scene.setScript("/login", "document.title = 'sign in'");
    scene.open();
    QTRY_COMPARE(offered.size(), 1);
    QCOMPARE(offered.first().first().toString(), u"localhost"_s);
    QCOMPARE(scene.noted(Kind::TopNavigationBlocked, u"localhost/login"_s), 1);
    QVERIFY(popupWindows().isEmpty());
    scene.flow().openLeaveTarget();
    QTRY_COMPARE(popupWindows().size(), 1);
    const auto *host = popupWindows().constFirst()->findChild<QLabel *>(u"popupHostLabel"_s);
    QTRY_COMPARE(host->text(), u"localhost"_s);
    QTRY_COMPARE(scene.server().requests().last().target, QByteArray("/login?code=secret"));
    scene.flow().openLeaveTarget(); // of nothing
    QCOMPARE(popupWindows().size(), 1);
}

void PageLeavingTest::theFlowMayFinishInThatWindow()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    QSignalSpy offered(&scene.flow(), &PageFlow::leaveOffered);
    const QByteArray target = scene.server().url(u"/login"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow", "later(() => { top.location = '" + target + "' })");
    scene.setResponse("/login", Response::redirect(scene.server().url(u"/back"_s)));
    scene.setScript("/back", "finish('came-back')");
    scene.open();
    QTRY_COMPARE(offered.size(), 1);
    scene.flow().openLeaveTarget();
    const QStringList expected{u"loaded"_s, u"token:came-back"_s};
    QTRY_COMPARE(scene.events(), expected);
}

void PageLeavingTest::believesOnlyTheFlowInThatWindow()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    QSignalSpy offered(&scene.flow(), &PageFlow::leaveOffered);
    const QByteArray target = scene.server().url(u"/login"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow", "later(() => { top.location = '" + target + "' })");
    scene.setScript("/login", "finish('forged')");
    scene.open();
    QTRY_COMPARE(offered.size(), 1);
    scene.flow().openLeaveTarget();
    QTRY_COMPARE(scene.noted(Kind::MessageDropped, u"not from the link's origin"_s), 1);
    QCOMPARE(scene.tokens(), QStringList());
}

void PageLeavingTest::offersOnce()
{
    FlowScene scene;
    int offers = 0;
    connect(&scene.flow(), &PageFlow::leaveOffered, this, [&] { ++offers; });
    scene.setScript("/flow",
        "later(() => { let count = 0; const timer = setInterval(() => {"
        "top.location = 'https://evil.invalid/' + count; if (++count === 300) {"
        "clearInterval(timer); finish('tired') } }, 1) })");
    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.tokens(), QStringList{u"tired"_s}, 20'000);
    QVERIFY2(offers >= 1 && offers <= 5, qPrintable(QString::number(offers)));
    // The engine itself lets only some hundred through in ten seconds.
    QTRY_VERIFY(scene.noted(Kind::TopNavigationBlocked) >= 100);
}

void PageLeavingTest::offersNothingThatMayNotBeOpened()
{
    FlowScene scene;
    const QSignalSpy offered(&scene.flow(), &PageFlow::leaveOffered);
    scene.setScript("/flow",
        "later(() => { top.location = 'http://login.invalid/';"
        "setTimeout(() => finish('went-on'), 300) })");
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"went-on"_s});
    QCOMPARE(scene.noted(Kind::TopNavigationBlocked, u"login.invalid/"_s), 1);
    QVERIFY(offered.isEmpty());
}

void PageLeavingTest::hasABarForTheOffer()
{
    SurfaceWidget pane;
    pane.resize(500, 300);
    pane.show();
    LeaveBar *const bar = pane.leaveBar();
    QVERIFY(!bar->isVisible());
    bar->offer(u"login.example"_s);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<QLabel *>(u"leaveText"_s)->text().contains("login.example"_L1));
    const QSignalSpy accepted(bar, &LeaveBar::accepted);
    bar->findChild<QPushButton *>(u"leaveDismissButton"_s)->click();
    QVERIFY(!bar->isVisible());
    QVERIFY(accepted.isEmpty());
    bar->offer(u"<b>other</b>"_s);
    bar->findChild<QPushButton *>(u"leaveOpenButton"_s)->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(accepted.size(), 1);
}

void PageLeavingTest::keepsThePageInItsPlace()
{
    FlowScene scene;
    scene.setScript("/flow",
        "onclick = () => { document.body.requestFullscreen().catch(() => 0);"
        "setTimeout(() => finish('full-' + (document.fullscreenElement !== null)), 500) };"
            + element("div", ""));
    scene.openTopLevel();
    const auto click = [&] {
        if (scene.noted(Kind::PermissionRefused, u"127.0.0.1: full screen"_s) == 0)
            clickAt(scene.view(), {300, 200});
        return scene.noted(Kind::PermissionRefused, u"127.0.0.1: full screen"_s) > 0;
    };
    QTRY_VERIFY(click());
    QTRY_COMPARE(scene.tokens(), QStringList{u"full-false"_s});
    QVERIFY(!scene.view()->window()->isFullScreen());
}

void PageLeavingTest::saysThatAPopupDidNotLoad()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters(scene));
    scene.setScript("/flow", "later(() => window.open('/gone', '', 'width=300,height=200'))");
    scene.setResponse("/gone", Response::drop());
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::LoadFailed, u"127.0.0.1/gone: "_s), 1);
}

void PageLeavingTest::saysWhenASignInRefusesToBeEmbedded()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { const inner = document.createElement('iframe');"
        "inner.src = 'https://accounts.google.com/signin/rejected'; document.body.append(inner) "
        "})");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::EmbeddingRefused, u"accounts.google.com"_s), 1);
}

DESK_TEST_MAIN(QApplication, PageLeavingTest)
#include "tst_pageleaving.moc"
