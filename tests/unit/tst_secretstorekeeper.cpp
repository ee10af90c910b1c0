// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "secrets/secretkeeper.h"

#include "secretcalllog.h"
#include "support/fakesecretstore.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeSecretStore;
using desk::test::SecretCallLog;
using Kind = SecretError::Kind;

namespace {

Secret oldKey()
{
    return Secret(u"old-key-4711"_s);
}

Secret newKey()
{
    return Secret(u"new-key-0815"_s);
}

} // namespace

class SecretStoreKeeperTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsInTheKeychain();
    void readsFromTheKeychain_data();
    void readsFromTheKeychain();
    void neverFallsBackByItself_data();
    void neverFallsBackByItself();
    void keepsForThisSessionWhenTold();
    void sessionGoesFirst();
    void movesToTheKeychain();
    void keepsInTheSessionIfMovingFails();
    void hasNothingToMove();
    void removesFromBothPlaces();
    void removesWithoutAKeychain_data();
    void removesWithoutAKeychain();
    void aNewerOneOfTheSessionStays();
    void forgottenOnDestruction();
    void deletedCallsStillTakeEffect();
    void deletedReadsAreDropped();
    void survivesADeletedKeeper();
    void refusesBadInput();
    void tellsTheRedactor();

private:
    const QString id = u"profile-1"_s;

    QString outcomeOf(SecretCall *call);
    QString place() const;

    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<FakeSecretStore> m_keychain;
    std::unique_ptr<SecretKeeper> m_keeper;
};

void SecretStoreKeeperTest::init()
{
    StrictTest::init();
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<FakeSecretStore>(*m_redactor);
    m_keeper = std::make_unique<SecretKeeper>(*m_keychain, *m_redactor);
}

void SecretStoreKeeperTest::cleanup()
{
    m_keeper.reset();
    m_keychain.reset();
}

QString SecretStoreKeeperTest::outcomeOf(SecretCall *call)
{
    const SecretCallLog log(call);
    if (!QTest::qWaitFor([&log] { return log.events().size() == 2; }))
        return u"no end"_s;
    return log.outcome();
}

QString SecretStoreKeeperTest::place() const
{
    const auto known = m_keeper->placeOf(id);
    if (!known)
        return u"nowhere"_s;
    return *known == SecretPlace::Keychain ? u"keychain"_s : u"session"_s;
}

void SecretStoreKeeperTest::keepsInTheKeychain()
{
    const QSignalSpy changes(m_keeper.get(), &SecretKeeper::placeChanged);
    QCOMPARE(place(), u"nowhere"_s);
    QCOMPARE(outcomeOf(m_keeper->keepInKeychain(id, oldKey())), u"nothing"_s);
    QCOMPARE(place(), u"keychain"_s);
    QCOMPARE(outcomeOf(m_keeper->keepInKeychain(id, newKey())), u"nothing"_s);
    QCOMPARE(m_keychain->kept.value(id), newKey().reveal());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toString(), id);
}

void SecretStoreKeeperTest::readsFromTheKeychain_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("keptIn");

    QTest::newRow("present") << true << -1 << u"value old-key-4711"_s << u"keychain"_s;
    QTest::newRow("absent") << false << -1 << u"nothing"_s << u"nowhere"_s;
    QTest::newRow("locked") << true << int(Kind::Locked) << u"failed Locked"_s << u"nowhere"_s;
    QTest::newRow("denied") << true << int(Kind::Denied) << u"failed Denied"_s << u"nowhere"_s;
    QTest::newRow("no service") << true << int(Kind::NoKeychain) << u"failed NoKeychain"_s
                                << u"nowhere"_s;
    QTest::newRow("failed") << true << int(Kind::Failed) << u"failed Failed"_s << u"nowhere"_s;
}

void SecretStoreKeeperTest::readsFromTheKeychain()
{
    QFETCH(bool, isThere);
    QFETCH(int, error);
    if (isThere)
        m_keychain->kept.insert(id, oldKey().reveal());
    if (error >= 0)
        m_keychain->error = SecretError{Kind(error), u"why"_s};
    QTEST(outcomeOf(m_keeper->read(id)), "outcome");
    QTEST(place(), "keptIn");
}

void SecretStoreKeeperTest::neverFallsBackByItself_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("outcome");

    QTest::newRow("locked") << int(Kind::Locked) << u"failed Locked"_s;
    QTest::newRow("denied") << int(Kind::Denied) << u"failed Denied"_s;
    QTest::newRow("no service") << int(Kind::NoKeychain) << u"failed NoKeychain"_s;
    QTest::newRow("failed") << int(Kind::Failed) << u"failed Failed"_s;
}

void SecretStoreKeeperTest::neverFallsBackByItself()
{
    QFETCH(int, error);
    m_keychain->error = SecretError{Kind(error), u"why"_s};
    QTEST(outcomeOf(m_keeper->keepInKeychain(id, newKey())), "outcome");
    QCOMPARE(place(), u"nowhere"_s);
    m_keychain->error.reset();
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"nothing"_s);
}

void SecretStoreKeeperTest::keepsForThisSessionWhenTold()
{
    m_keychain->error = SecretError{Kind::NoKeychain, {}};
    const QSignalSpy changes(m_keeper.get(), &SecretKeeper::placeChanged);
    SecretCall *call = m_keeper->keepForThisSession(id, newKey());
    QCOMPARE(place(), u"session"_s); // at once
    QCOMPARE(outcomeOf(call), u"nothing"_s);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"value new-key-0815"_s);
    QVERIFY(m_keychain->kept.isEmpty());
    QCOMPARE(changes.size(), 1);
}

void SecretStoreKeeperTest::sessionGoesFirst()
{
    m_keychain->kept.insert(id, oldKey().reveal());
    QCOMPARE(outcomeOf(m_keeper->keepForThisSession(id, newKey())), u"nothing"_s);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"value new-key-0815"_s);
    QCOMPARE(m_keychain->kept.value(id), oldKey().reveal());
}

void SecretStoreKeeperTest::movesToTheKeychain()
{
    m_keeper->keepForThisSession(id, newKey());
    QCOMPARE(outcomeOf(m_keeper->moveToKeychain(id)), u"nothing"_s);
    QCOMPARE(place(), u"keychain"_s);
    QCOMPARE(m_keychain->kept.value(id), newKey().reveal());
    m_keychain->kept.clear();
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"nothing"_s); // nothing is left in the session
    QCOMPARE(place(), u"nowhere"_s);
}

void SecretStoreKeeperTest::keepsInTheSessionIfMovingFails()
{
    m_keeper->keepForThisSession(id, newKey());
    m_keychain->error = SecretError{Kind::Locked, {}};
    QCOMPARE(outcomeOf(m_keeper->moveToKeychain(id)), u"failed Locked"_s);
    QCOMPARE(place(), u"session"_s);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"value new-key-0815"_s);
}

void SecretStoreKeeperTest::hasNothingToMove()
{
    QCOMPARE(outcomeOf(m_keeper->keepInKeychain(id, oldKey())), u"nothing"_s);
    QCOMPARE(outcomeOf(m_keeper->moveToKeychain(id)), u"failed Failed"_s);
    QCOMPARE(place(), u"keychain"_s);
}

void SecretStoreKeeperTest::removesFromBothPlaces()
{
    m_keychain->kept.insert(id, oldKey().reveal());
    m_keeper->keepForThisSession(id, newKey());
    SecretCall *call = m_keeper->remove(id);
    QCOMPARE(place(), u"nowhere"_s); // the session at once
    QCOMPARE(outcomeOf(call), u"nothing"_s);
    QVERIFY(m_keychain->kept.isEmpty());
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"nothing"_s);
}

void SecretStoreKeeperTest::removesWithoutAKeychain_data()
{
    QTest::addColumn<bool>("isInSession");
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("outcome");

    QTest::newRow("from the session") << true << int(Kind::NoKeychain) << u"nothing"_s;
    QTest::newRow("from nowhere") << false << int(Kind::NoKeychain) << u"failed NoKeychain"_s;
    QTest::newRow("from the session, but perhaps not from the locked keychain")
        << true << int(Kind::Locked) << u"failed Locked"_s;
}

void SecretStoreKeeperTest::removesWithoutAKeychain()
{
    QFETCH(bool, isInSession);
    QFETCH(int, error);
    if (isInSession)
        m_keeper->keepForThisSession(id, newKey());
    m_keychain->error = SecretError{Kind(error), {}};
    QTEST(outcomeOf(m_keeper->remove(id)), "outcome");
    QCOMPARE(place(), u"nowhere"_s);
}

void SecretStoreKeeperTest::aNewerOneOfTheSessionStays()
{
    m_keychain->hold();
    SecretCall *slow = m_keeper->keepInKeychain(id, oldKey());
    m_keeper->keepForThisSession(id, newKey());
    m_keychain->letGo();
    QCOMPARE(outcomeOf(slow), u"nothing"_s);
    QCOMPARE(place(), u"session"_s);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"value new-key-0815"_s);
}

void SecretStoreKeeperTest::forgottenOnDestruction()
{
    m_keeper->keepForThisSession(id, newKey());
    m_keeper = std::make_unique<SecretKeeper>(*m_keychain, *m_redactor);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"nothing"_s);
}

void SecretStoreKeeperTest::deletedCallsStillTakeEffect()
{
    m_keychain->hold();
    m_keeper->keepForThisSession(id, oldKey());
    SecretCall *call = m_keeper->moveToKeychain(id);
    const SecretCallLog log(call);
    delete call;
    m_keychain->letGo();
    QTRY_COMPARE(place(), u"keychain"_s);
    QVERIFY(log.events().isEmpty());
    QCOMPARE(m_keychain->kept.value(id), oldKey().reveal());
}

void SecretStoreKeeperTest::deletedReadsAreDropped()
{
    m_keychain->kept.insert(id, oldKey().reveal());
    m_keychain->hold();
    SecretCall *call = m_keeper->read(id);
    const SecretCallLog log(call);
    delete call;
    m_keychain->letGo();
    QTest::qWait(10);
    QVERIFY(log.events().isEmpty());
    QCOMPARE(place(), u"nowhere"_s);
}

void SecretStoreKeeperTest::survivesADeletedKeeper()
{
    m_keychain->hold();
    const SecretCallLog read(m_keeper->read(id));
    const SecretCallLog written(m_keeper->keepInKeychain(id, newKey()));
    const SecretCallLog removed(m_keeper->remove(id));
    m_keeper.reset();
    m_keychain->letGo();
    QTest::qWait(10);
    QVERIFY(read.events().isEmpty() && written.events().isEmpty() && removed.events().isEmpty());
}

void SecretStoreKeeperTest::refusesBadInput()
{
    QCOMPARE(outcomeOf(m_keeper->read(u"a b"_s)), u"failed Failed"_s);
    QCOMPARE(outcomeOf(m_keeper->keepInKeychain(u"a b"_s, newKey())), u"failed Failed"_s);
    QCOMPARE(outcomeOf(m_keeper->keepForThisSession(u"a b"_s, newKey())), u"failed Failed"_s);
    QCOMPARE(outcomeOf(m_keeper->keepForThisSession(id, Secret())), u"failed Failed"_s);
    QCOMPARE(outcomeOf(m_keeper->remove(u"a b"_s)), u"failed Failed"_s);
    QCOMPARE(place(), u"nowhere"_s);
}

void SecretStoreKeeperTest::tellsTheRedactor()
{
    m_keychain->kept.insert(id, u"found-in-keychain"_s);
    QCOMPARE(outcomeOf(m_keeper->read(id)), u"value found-in-keychain"_s);
    m_keeper->keepForThisSession(id, newKey());
    QCOMPARE(
        m_redactor->redacted(u"found-in-keychain new-key-0815"_s), u"%1 %1"_s.arg(Redactor::mask));
}

QTEST_GUILESS_MAIN(SecretStoreKeeperTest)
#include "tst_secretstorekeeper.moc"
