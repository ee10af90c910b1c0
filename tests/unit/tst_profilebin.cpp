// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "keys/profilebin.h"
#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"

#include "support/fakesecretstore.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FakeSecretStore;

class ProfileBinTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void undoingKeepsTheKey();
    void timeRemovesTheKey();
    void theNextDeletionRemovesTheKey();
    void goingRemovesTheKey();
    void removesKeysOfBothRegions();
    void leavesTheKeyOfAProfileThatIsBack();
    void saysThatAKeyStayed_data();
    void saysThatAKeyStayed();
    void refusesPractice();
    void keepsItForTenSeconds();

private:
    Profile make(const QString &name)
    {
        Profile draft;
        draft.name = name;
        const auto made = m_store->create(draft);
        m_keychain->kept.insert(*keyIdOf(*made), u"sk-secret-4711"_s);
        return *made;
    }
    bool hasKey(const Profile &profile) const
    {
        return m_keychain->kept.contains(*keyIdOf(profile));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<FakeSecretStore> m_keychain;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<ProfileBin> m_bin;
};

void ProfileBinTest::init()
{
    StrictTest::init();
    QFile::remove(m_folder.filePath(u"profiles.json"_s));
    m_store = std::make_unique<ProfileStore>(m_folder.path());
    m_redactor = std::make_unique<Redactor>();
    m_keychain = std::make_unique<FakeSecretStore>(*m_redactor);
    m_keeper = std::make_unique<SecretKeeper>(*m_keychain, *m_redactor);
    m_bin = std::make_unique<ProfileBin>(*m_store, *m_keeper, 10s);
}

void ProfileBinTest::cleanup()
{
    m_bin.reset();
    m_keeper.reset();
    m_keychain.reset();
    m_store.reset();
}

void ProfileBinTest::undoingKeepsTheKey()
{
    const QSignalSpy changed(m_bin.get(), &ProfileBin::contentChanged);
    const Profile acme = make(u"Acme"_s);
    QVERIFY(m_bin->remove(acme.id));
    QVERIFY(!m_store->profiles().byId(acme.id));
    QVERIFY(hasKey(acme));
    QVERIFY(m_bin->undo());
    QCOMPARE(m_store->profiles().byId(acme.id), std::optional(acme));
    QVERIFY(!m_bin->content());
    m_bin.reset();
    QVERIFY(hasKey(acme));
    QCOMPARE(changed.size(), 2);
}

void ProfileBinTest::timeRemovesTheKey()
{
    m_bin = std::make_unique<ProfileBin>(*m_store, *m_keeper, 10ms);
    const Profile acme = make(u"Acme"_s);
    QVERIFY(m_bin->remove(acme.id));
    QTRY_VERIFY(!hasKey(acme));
    QVERIFY(!m_bin->content());
}

void ProfileBinTest::theNextDeletionRemovesTheKey()
{
    const Profile acme = make(u"Acme"_s);
    const Profile berlin = make(u"Berlin"_s);
    QVERIFY(m_bin->remove(acme.id));
    QVERIFY(m_bin->remove(berlin.id));
    QVERIFY(!hasKey(acme));
    QVERIFY(hasKey(berlin));
    QVERIFY(m_bin->undo());
    QVERIFY(m_store->profiles().byId(berlin.id));
}

void ProfileBinTest::goingRemovesTheKey()
{
    const Profile acme = make(u"Acme"_s);
    QVERIFY(m_bin->remove(acme.id));
    m_bin.reset();
    QVERIFY(!hasKey(acme));
}

void ProfileBinTest::removesKeysOfBothRegions()
{
    const Profile acme = make(u"Acme"_s);
    Profile there = acme;
    there.region = Region::Us;
    m_keychain->kept.insert(*keyIdOf(there), u"sk-other-0815"_s);
    QVERIFY(m_bin->remove(acme.id));
    m_bin->empty();
    QVERIFY(m_keychain->kept.isEmpty());
}

void ProfileBinTest::leavesTheKeyOfAProfileThatIsBack()
{
    const Profile acme = make(u"Acme"_s);
    const auto removed = m_bin->remove(acme.id);
    QVERIFY(removed);
    QVERIFY(m_store->restore(*removed)); // by somebody else
    m_bin->empty();
    QVERIFY(hasKey(acme));
}

void ProfileBinTest::saysThatAKeyStayed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("told");
    QTest::newRow("locked") << int(SecretError::Kind::Locked) << 1;
    QTest::newRow("denied") << int(SecretError::Kind::Denied) << 1;
    QTest::newRow("failed") << int(SecretError::Kind::Failed) << 1;
    QTest::newRow("no keychain, which holds nothing") << int(SecretError::Kind::NoKeychain) << 0;
}

void ProfileBinTest::saysThatAKeyStayed()
{
    QFETCH(int, kind);
    QFETCH(int, told);
    const QSignalSpy stayed(m_bin.get(), &ProfileBin::keyStayed);
    const Profile acme = make(u"Acme"_s);
    QVERIFY(m_bin->remove(acme.id));
    m_keychain->error = SecretError{SecretError::Kind(kind), {}};
    m_bin->empty();
    QTest::qWait(20);
    QCOMPARE(stayed.size(), told);
    if (told > 0)
        QCOMPARE(stayed.at(0).at(0).toString(), u"Acme"_s);
}

void ProfileBinTest::refusesPractice()
{
    QVERIFY(!m_bin->remove(practiceProfileId()));
    QVERIFY(!m_bin->remove(u"unknown"_s));
    QVERIFY(!m_bin->content());
}

void ProfileBinTest::keepsItForTenSeconds()
{
    QVERIFY(ProfileBin::usualTime >= 10s);
}

QTEST_GUILESS_MAIN(ProfileBinTest)
#include "tst_profilebin.moc"
