// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "keys/keystates.h"
#include "profiles/keyid.h"
#include "secrets/secretkeeper.h"

#include "support/fakesecretstore.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeSecretStore;
using Kind = KeyState::Kind;

namespace {

Profile profileOf(const QString &id, Region region = Region::Eu)
{
    Profile profile;
    profile.id = id;
    profile.name = id;
    profile.region = region;
    return profile;
}

} // namespace

class KeyStatesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhereAKeyIs();
    void needsNoneForPractice();
    void hasNoneWithoutAnAddress();
    void asksOnceOfALockedKeychain();
    void asksAgainWhenTold();
    void followsTheKeeper();
    void tellsAnotherAddressApart();

private:
    QString keyIdFor(const Profile &profile) const { return *keyIdOf(profile); }

    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<FakeSecretStore> m_keychain;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeyStates> m_states;
};

void KeyStatesTest::init()
{
    StrictTest::init();
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<FakeSecretStore>(*m_redactor);
    m_keeper = std::make_unique<SecretKeeper>(*m_keychain, *m_redactor);
    m_states = std::make_unique<KeyStates>(*m_keeper);
}

void KeyStatesTest::cleanup()
{
    m_states.reset();
    m_keeper.reset();
    m_keychain.reset();
}

void KeyStatesTest::saysWhereAKeyIs()
{
    const Profile kept = profileOf(u"kept"_s);
    const Profile session = profileOf(u"session"_s);
    const Profile none = profileOf(u"none"_s);
    m_keychain->kept.insert(keyIdFor(kept), u"sk-secret-4711"_s);
    m_keeper->keepForThisSession(keyIdFor(session), Secret(u"sk-other-0815"_s));
    QCOMPARE(m_states->of(kept).kind, Kind::Unknown);
    m_states->look({kept, session, none});
    QTRY_COMPARE(m_states->of(none).kind, Kind::None);
    QCOMPARE(m_states->of(kept).kind, Kind::Keychain);
    QCOMPARE(m_states->of(session).kind, Kind::ThisSession);
}

void KeyStatesTest::needsNoneForPractice()
{
    QCOMPARE(m_states->of(practiceProfile()).kind, Kind::NotNeeded);
}

void KeyStatesTest::hasNoneWithoutAnAddress()
{
    Profile custom = profileOf(u"custom"_s, Region::Custom);
    custom.customBaseUrl = u"https://"_s;
    QCOMPARE(m_states->of(custom).kind, Kind::None);
}

void KeyStatesTest::asksOnceOfALockedKeychain()
{
    m_keychain->error = SecretError{SecretError::Kind::Locked, {}};
    const QSignalSpy changed(m_states.get(), &KeyStates::changed);
    const Profile one = profileOf(u"one"_s);
    const Profile two = profileOf(u"two"_s);
    m_states->look({one, two});
    QTRY_COMPARE(m_states->of(two), (KeyState{Kind::Unreadable, SecretError::Kind::Locked}));
    QCOMPARE(m_states->of(one).kind, Kind::Unreadable);
    // Should it be unlocked meanwhile: nobody has asked for that to be looked at.
    m_keychain->error.reset();
    m_states->look({one, two});
    QTest::qWait(20);
    QCOMPARE(m_states->of(one).kind, Kind::Unreadable);
    QCOMPARE(changed.size(), 1);
}

void KeyStatesTest::asksAgainWhenTold()
{
    const Profile one = profileOf(u"one"_s);
    m_keychain->kept.insert(keyIdFor(one), u"sk-secret-4711"_s);
    m_keychain->error = SecretError{SecretError::Kind::Denied, {}};
    m_states->look({one});
    QTRY_COMPARE(m_states->of(one).kind, Kind::Unreadable);
    m_keychain->error.reset();
    m_states->lookAgain({one});
    QTRY_COMPARE(m_states->of(one).kind, Kind::Keychain);
}

void KeyStatesTest::followsTheKeeper()
{
    const Profile one = profileOf(u"one"_s);
    m_states->look({one});
    QTRY_COMPARE(m_states->of(one).kind, Kind::None);
    m_keeper->keepInKeychain(keyIdFor(one), Secret(u"sk-secret-4711"_s));
    QTRY_COMPARE(m_states->of(one).kind, Kind::Keychain);
    m_keeper->remove(keyIdFor(one));
    QTRY_COMPARE(m_states->of(one).kind, Kind::None);
}

void KeyStatesTest::tellsAnotherAddressApart()
{
    const Profile eu = profileOf(u"one"_s);
    m_keychain->kept.insert(keyIdFor(eu), u"sk-secret-4711"_s);
    const Profile us = profileOf(u"one"_s, Region::Us);
    m_states->look({eu, us});
    QTRY_COMPARE(m_states->of(us).kind, Kind::None);
    QCOMPARE(m_states->of(eu).kind, Kind::Keychain);
}

QTEST_GUILESS_MAIN(KeyStatesTest)
#include "tst_keystates.moc"
