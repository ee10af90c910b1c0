// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/demomode.h"
#include "ui/form/connectform.h"
#include "ui/handover/handovercard.h"
#include "ui/ledgerarea/ledgerarea.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// What the window remembers, and what it does with that.
class WindowMemoryTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void remembersASessionWhileItGoes();
    void remembersItAfterwards();
    void opensTheHistoryByKey();
    void opensAnAttempt();
    void takesAnAttemptIntoTheForm();
    void findsWithCtrlF();
    void remembersThatTheHistoryWasOpen();
    void hidesTheHistoryInADemo();
    void standsInTheWayOfASecondConnection();
    void keepsTheLinkOnRequest();
    void forgetsTheLinkWithItsClient();
    void callsAToolAsTheCatalogueDoes();
    void startsWithADamagedLedger();

private:
    void open();
    void show();
    void fillIn(const QString &organization, const QString &email);
    void connectOne();
    void keepALink();
    MainWindow &window() const { return m_scene->window(); }
    ConnectSession &session() const { return *window().controller().session(); }
    QList<Attempt> attempts() const;
    LedgerArea *area() const { return m_scene->find<LedgerArea>("ledgerArea"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<WindowScene> m_scene;
    QString m_profileId;
};

void WindowMemoryTest::init()
{
    m_scene = std::make_unique<WindowScene>();
    m_scene->make();
    m_profileId =
        m_scene->createProfile(u"Staging"_s, ProfileKind::Development, u"sk_test_Geheim123"_s);
    show();
}

void WindowMemoryTest::cleanup()
{
    m_scene.reset();
}

void WindowMemoryTest::open()
{
    m_scene->make();
    show();
}

void WindowMemoryTest::show()
{
    QVERIFY(m_scene->instance().workspace.switchTo(m_profileId));
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(m_scene->instance().memory.ledger().ledger());
}

void WindowMemoryTest::fillIn(const QString &organization, const QString &email)
{
    ConnectDetails details;
    details.email = email;
    details.organization = organization;
    window().fill(details);
}

QList<Attempt> WindowMemoryTest::attempts() const
{
    const auto page = m_scene->instance().memory.ledger().ledger()->attempts({}, {});
    return page ? page->attempts : QList<Attempt>();
}

void WindowMemoryTest::connectOne()
{
    fillIn(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    m_scene->press("createLinkButton");
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(session().state(), ConnectSession::State::Loading);
    m_scene->loadFlow();
    m_scene->finishFlow(u"act-123456"_s);
    QTRY_VERIFY(!session().isLive());
}

void WindowMemoryTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
}

void WindowMemoryTest::remembersASessionWhileItGoes()
{
    fillIn(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    m_scene->press("createLinkButton");
    QTRY_COMPARE(attempts().size(), 1);
    QCOMPARE(attempts().constFirst().outcome, AttemptOutcome::Unfinished);
    QTRY_COMPARE(session().state(), ConnectSession::State::Loading);
    QCOMPARE(attempts().constFirst().step, AttemptStep::LinkCreated);
    m_scene->loadFlow();
    QTRY_COMPARE(attempts().constFirst().step, AttemptStep::FlowOpened);
}

void WindowMemoryTest::remembersItAfterwards()
{
    connectOne();
    const Attempt attempt = attempts().constFirst();
    QCOMPARE(attempt.outcome, AttemptOutcome::Connected);
    QCOMPARE(attempt.profile.name, u"Staging"_s);
    QCOMPARE(attempt.integrationId, session().integration()->id);
    const auto record = m_scene->instance().memory.ledger().ledger()->record(attempt.id);
    QVERIFY(record);
    QVERIFY(record->timeline.contains("link_created"));
    QVERIFY(record->exchanges.contains("create-link"));
    QVERIFY(!record->timeline.contains("act-123456"));
    QVERIFY(!record->exchanges.contains("act-123456"));
    QVERIFY(!record->exchanges.contains("sk_test_Geheim"));
}

void WindowMemoryTest::opensTheHistoryByKey()
{
    QVERIFY(!area()->isVisible());
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(area()->isVisible());
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!area()->isVisible());
}

void WindowMemoryTest::opensAnAttempt()
{
    connectOne();
    Q_EMIT area()->attemptChosen(attempts().constFirst().id);
    QTRY_COMPARE(m_scene->find<QLabel>("attemptHeadline")->text(), u"Northwind Ltd"_s);
    m_scene->press("historyBackButton");
    QVERIFY(!m_scene->find<QLabel>("attemptHeadline")->isVisible());
}

void WindowMemoryTest::takesAnAttemptIntoTheForm()
{
    connectOne();
    Q_EMIT area()->attemptChosen(attempts().constFirst().id);
    QTRY_VERIFY(m_scene->find<QAbstractButton>("duplicateButton")->isVisible());
    m_scene->press("duplicateButton");
    const auto *form = window().findChild<ConnectForm *>();
    QTRY_VERIFY(form->isVisible());
    QCOMPARE(form->details().email, u"jo@northwind.example"_s);
}

void WindowMemoryTest::findsWithCtrlF()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(area()->isVisible());
    QTRY_VERIFY(area()->isAncestorOf(QApplication::focusWidget()));
}

void WindowMemoryTest::remembersThatTheHistoryWasOpen()
{
    press(Qt::Key_H, Qt::ControlModifier);
    window().close();
    open();
    QTRY_VERIFY(area()->isVisible());
}

void WindowMemoryTest::hidesTheHistoryInADemo()
{
    press(Qt::Key_H, Qt::ControlModifier);
    window().demo().setOn(true);
    QVERIFY(!area()->isVisible());
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!area()->isVisible());
    window().demo().setOn(false);
    QVERIFY(area()->isVisible());
}

void WindowMemoryTest::standsInTheWayOfASecondConnection()
{
    connectOne();
    press(Qt::Key_N, Qt::ControlModifier);
    fillIn(u"NORTHWIND LIMITED"_s, u"other@elsewhere.example"_s);
    const qsizetype before = m_scene->requestsTo("create-link").size();
    m_scene->press("createLinkButton");
    QVERIFY(!window().controller().hasLiveSession());
    QCOMPARE(m_scene->requestsTo("create-link").size(), before);
}

void WindowMemoryTest::keepALink()
{
    fillIn(u"Northwind Ltd"_s, u"jo@northwind.example"_s);
    ConnectDetails details = window().findChild<ConnectForm *>()->details();
    details.linkType = LinkType::MagicLink;
    details.tool = u"personio"_s;
    window().fill(details);
    m_scene->press("createLinkButton");
    QTRY_COMPARE(attempts().size(), 1);
    QTRY_COMPARE(attempts().constFirst().outcome, AttemptOutcome::LinkCreated);
    KeptLinks &links = m_scene->instance().memory.keptLinks();
    QVERIFY(!links.isKept(attempts().constFirst().id));
    Q_EMIT m_scene->find<HandOverCard>("handOverCard")
        ->keepRequested(Secret(session().link()->url().toString(QUrl::FullyEncoded)));
    QTRY_VERIFY(links.isKept(attempts().constFirst().id));
}

void WindowMemoryTest::keepsTheLinkOnRequest()
{
    keepALink();
}

void WindowMemoryTest::forgetsTheLinkWithItsClient()
{
    keepALink();
    const QUuid id = attempts().constFirst().id;
    Memory &memory = m_scene->instance().memory;
    QTRY_VERIFY(!memory.chores().isBusy());
    QVERIFY(memory.chores().forget({u"jo@northwind.example"_s, {}, {}, {}}));
    QTRY_VERIFY(attempts().isEmpty());
    QTRY_VERIFY(!memory.keptLinks().isKept(id));
}

void WindowMemoryTest::callsAToolAsTheCatalogueDoes()
{
    keepALink();
    FollowUpDesk &desk = m_scene->instance().memory.followUps();
    QTRY_COMPARE(desk.rows().size(), 1);
    QTRY_COMPARE(desk.toolLabel(desk.rows().constFirst()), u"Personio"_s);
}

void WindowMemoryTest::startsWithADamagedLedger()
{
    connectOne();
    window().close();
    m_scene->close();
    QFile file(m_scene->folder() + u"/ledger/ledger.sqlite"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(50'000, 'x'));
    file.close();
    open();
    QVERIFY(attempts().isEmpty());
    QTRY_VERIFY(m_scene->instance().memory.ledger().keptAside());
    QTRY_VERIFY(m_scene->find<QWidget>("ledgerNotice")->isVisible());
}

DESK_TEST_MAIN(QApplication, WindowMemoryTest)
#include "tst_windowmemory.moc"
