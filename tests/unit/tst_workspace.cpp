// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"
#include "core/redactor.h"
#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "workspace/clientwait.h"
#include "workspace/workspace.h"

#include "support/fakesecretstore.h"
#include "support/stricttest.h"

#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeSecretStore;
using State = Workspace::State;

namespace {

Secret acmeKey()
{
    return Secret(u"acme-key-4711"_s);
}

Profile acme(const QString &name = u"Acme"_s)
{
    Profile profile;
    profile.name = name;
    profile.kind = ProfileKind::Production;
    return profile;
}

} // namespace

class WorkspaceTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithPractice();
    void startsPracticeOnce();
    void saysWhyPracticeDidNotStart();
    void readsTheKeyOfAProfile();
    void asksForAKeyThatIsNotThere();
    void saysWhyAKeyCannotBeRead_data();
    void saysWhyAKeyCannotBeRead();
    void readsAgainOnceAKeyWasEntered();
    void neverSendsAKeyToAnotherAddress();
    void keepsTheClientThroughARename();
    void takesNewLinkHosts();
    void dropsALateKeyOfAnotherProfile();
    void leavesAClientToWhoeverKeepsIt();
    void fallsBackToPracticeWhenTheProfileIsDeleted();
    void refusesAnUnknownProfile();
    void worksWithAnAddressOfTheCommandLine();
    void fulfilsAWishOnceTheKeyIsThere();
    void dropsAWishOfAnotherProfile();
    void dropsAWishWithoutAKey();
    void fulfilsTheLastWishOnly();

private:
    QString create(const Profile &draft) { return m_profiles->create(draft)->id; }
    //! Works with a profile whose key is there; its id.
    QString useAcme()
    {
        const QString id = create(acme());
        keepKey(id, acmeKey());
        m_workspace->switchTo(id);
        m_workspace->prepare();
        [this] { QTRY_COMPARE(m_workspace->state(), State::Ready); }();
        return id;
    }
    void keepKey(const QString &id, const Secret &key)
    {
        m_keychain->kept.insert(*keyIdOf(*m_profiles->profiles().byId(id)), key.reveal());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_profiles;
    Redactor m_redactor;
    std::unique_ptr<FakeSecretStore> m_keychain;
    std::unique_ptr<SecretKeeper> m_keys;
    std::unique_ptr<Workspace> m_workspace;
    int m_practiceStarts = 0;
    bool m_practiceFails = false;
};

void WorkspaceTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<ProfileStore>(m_folder->path());
    m_keychain = std::make_unique<FakeSecretStore>(m_redactor);
    m_keys = std::make_unique<SecretKeeper>(*m_keychain, m_redactor);
    m_practiceStarts = 0;
    m_practiceFails = false;
    m_workspace = std::make_unique<Workspace>(*m_profiles, *m_keys, [this] {
        ++m_practiceStarts;
        if (m_practiceFails)
            return Result<ApiAccess, QString>(Unexpected<QString>{u"No port"_s});
        return Result<ApiAccess, QString>(ApiAccess{ProfileKind::Practice,
            QUrl(u"http://127.0.0.1:9/v1"_s), Secret(u"practice-key"_s), {}});
    });
}

void WorkspaceTest::cleanup()
{
    m_workspace.reset();
    m_keys.reset();
    m_keychain.reset();
    m_profiles.reset();
}

void WorkspaceTest::beginsWithPractice()
{
    QVERIFY(isPractice(m_workspace->profile()));
    QCOMPARE(m_workspace->state(), State::Resting);
    QVERIFY(!m_workspace->client());
    QCOMPARE(m_practiceStarts, 0);
}

void WorkspaceTest::startsPracticeOnce()
{
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::Ready);
    const auto client = m_workspace->client();
    QVERIFY(client);
    QVERIFY(m_workspace->switchTo(create(acme())));
    QVERIFY(m_workspace->switchTo(practiceProfileId()));
    m_workspace->prepare();
    m_workspace->prepareAgain();
    QCOMPARE(m_workspace->client(), client);
    QCOMPARE(m_practiceStarts, 1);
}

void WorkspaceTest::saysWhyPracticeDidNotStart()
{
    m_practiceFails = true;
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::NoPractice);
    QCOMPARE(m_workspace->practiceProblem(), u"No port"_s);
    m_practiceFails = false;
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::Ready);
}

void WorkspaceTest::readsTheKeyOfAProfile()
{
    const QString id = create(acme());
    keepKey(id, acmeKey());
    QVERIFY(m_workspace->switchTo(id));
    QCOMPARE(m_workspace->state(), State::Resting);
    m_workspace->prepare();
    QTRY_COMPARE(m_workspace->state(), State::Ready);
    const ApiAccess &access = m_workspace->client()->access();
    QCOMPARE(access.apiKey.reveal(), acmeKey().reveal());
    QCOMPARE(access.baseUrl, QUrl(u"https://api.kombo.dev/v1"_s));
    QCOMPARE(access.kind, ProfileKind::Production);
    QCOMPARE(m_practiceStarts, 0);
}

void WorkspaceTest::asksForAKeyThatIsNotThere()
{
    QVERIFY(m_workspace->switchTo(create(acme())));
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::ReadingKey);
    QTRY_COMPARE(m_workspace->state(), State::NoKey);
    QVERIFY(!m_workspace->client());
}

void WorkspaceTest::saysWhyAKeyCannotBeRead_data()
{
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::newRow("there is no keychain") << SecretError::Kind::NoKeychain;
    QTest::newRow("the keychain is locked") << SecretError::Kind::Locked;
    QTest::newRow("the keychain denies it") << SecretError::Kind::Denied;
    QTest::newRow("it fails") << SecretError::Kind::Failed;
}

void WorkspaceTest::saysWhyAKeyCannotBeRead()
{
    QFETCH(SecretError::Kind, kind);
    m_keychain->error = SecretError{kind, {}};
    QVERIFY(m_workspace->switchTo(create(acme())));
    m_workspace->prepare();
    QTRY_COMPARE(m_workspace->state(), State::KeyUnreadable);
    QCOMPARE(m_workspace->keyError()->kind, kind);
    QVERIFY(!m_workspace->client());
    m_keychain->error.reset();
    m_workspace->prepare();
    QTRY_COMPARE(m_workspace->state(), State::NoKey);
    QVERIFY(!m_workspace->keyError());
}

void WorkspaceTest::readsAgainOnceAKeyWasEntered()
{
    const QString id = useAcme();
    QCOMPARE(m_workspace->state(), State::Ready);
    keepKey(id, Secret(u"replaced-key"_s));
    m_workspace->prepareAgain();
    QTRY_COMPARE(m_workspace->state(), State::Ready);
    QCOMPARE(m_workspace->client()->access().apiKey.reveal(), u"replaced-key"_s);
}

void WorkspaceTest::neverSendsAKeyToAnotherAddress()
{
    useAcme();
    QCOMPARE(m_workspace->state(), State::Ready);
    Profile moved = m_workspace->profile();
    moved.region = Region::Us;
    QVERIFY(m_profiles->edit(moved));
    QCOMPARE(m_workspace->state(), State::Resting);
    QVERIFY(!m_workspace->client());
    m_workspace->prepare();
    QTRY_COMPARE(m_workspace->state(), State::NoKey);
}

void WorkspaceTest::keepsTheClientThroughARename()
{
    useAcme();
    QCOMPARE(m_workspace->state(), State::Ready);
    const auto client = m_workspace->client();
    int changes = 0;
    connect(m_workspace.get(), &Workspace::profileChanged, this, [&changes] { ++changes; });
    Profile renamed = m_workspace->profile();
    renamed.name = u"Acme Europe"_s;
    QVERIFY(m_profiles->edit(renamed));
    QCOMPARE(m_workspace->profile().name, u"Acme Europe"_s);
    QCOMPARE(m_workspace->client(), client);
    QCOMPARE(changes, 1);
}

void WorkspaceTest::takesNewLinkHosts()
{
    useAcme();
    QCOMPARE(m_workspace->state(), State::Ready);
    Profile edited = m_workspace->profile();
    edited.linkHosts = {u"connect.acme.example"_s};
    QVERIFY(m_profiles->edit(edited));
    m_workspace->prepare();
    QTRY_COMPARE(m_workspace->state(), State::Ready);
    QCOMPARE(m_workspace->client()->access().linkHosts, edited.linkHosts);
}

void WorkspaceTest::dropsALateKeyOfAnotherProfile()
{
    const QString first = create(acme());
    const QString second = create(acme(u"Beta"_s));
    keepKey(first, acmeKey());
    keepKey(second, Secret(u"beta-key"_s));
    m_keychain->hold();
    QVERIFY(m_workspace->switchTo(first));
    m_workspace->prepare();
    QVERIFY(m_workspace->switchTo(second));
    m_workspace->prepare();
    m_keychain->letGo();
    QTRY_COMPARE(m_workspace->state(), State::Ready);
    QCOMPARE(m_workspace->client()->access().apiKey.reveal(), u"beta-key"_s);
}

void WorkspaceTest::leavesAClientToWhoeverKeepsIt()
{
    useAcme();
    QCOMPARE(m_workspace->state(), State::Ready);
    const auto client = m_workspace->client();
    QVERIFY(m_workspace->switchTo(practiceProfileId()));
    QCOMPARE(client->access().apiKey.reveal(), acmeKey().reveal());
    QCOMPARE(client.use_count(), 1);
}

void WorkspaceTest::fallsBackToPracticeWhenTheProfileIsDeleted()
{
    QStringList gone;
    connect(m_workspace.get(), &Workspace::profileGone, this,
        [&gone](const QString &name) { gone.append(name); });
    const QString id = create(acme());
    QVERIFY(m_workspace->switchTo(id));
    QVERIFY(m_profiles->remove(id));
    QVERIFY(isPractice(m_workspace->profile()));
    QCOMPARE(gone, QStringList{u"Acme"_s});
}

void WorkspaceTest::refusesAnUnknownProfile()
{
    QVERIFY(!m_workspace->switchTo(u"nobody"_s));
    QVERIFY(isPractice(m_workspace->profile()));
}

void WorkspaceTest::worksWithAnAddressOfTheCommandLine()
{
    const ApiAccess access{ProfileKind::AdHoc, QUrl(u"https://kombo.acme.example/v1"_s), acmeKey(),
        {u"links.acme.example"_s}};
    m_workspace->useAdHoc(access);
    QCOMPARE(m_workspace->profile().kind, ProfileKind::AdHoc);
    QCOMPARE(m_workspace->profile().originIds, OriginIdPolicy::Optional);
    create(acme());
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::Ready);
    QCOMPARE(m_workspace->client()->access().linkHosts, access.linkHosts);
    QCOMPARE(m_workspace->address(), u"https://kombo.acme.example/v1"_s);
    QVERIFY(m_workspace->switchTo(practiceProfileId()));
    QVERIFY(!m_workspace->client());
}

void WorkspaceTest::fulfilsAWishOnceTheKeyIsThere()
{
    const QString id = create(acme());
    keepKey(id, acmeKey());
    m_workspace->switchTo(id);
    ClientWait wait(*m_workspace);
    QList<std::shared_ptr<KomboClient>> given;
    const auto take = [&given](const auto &client) { given.append(client); };
    wait.want(take);
    QVERIFY(wait.isWaiting());
    QVERIFY(given.isEmpty());
    QTRY_COMPARE(given, QList{m_workspace->client()});
    QVERIFY(!wait.isWaiting());
    wait.want(take);
    QCOMPARE(given.size(), 2);
    m_workspace->prepareAgain();
    QTRY_COMPARE(m_workspace->state(), State::Ready);
    QCOMPARE(given.size(), 2);
}

void WorkspaceTest::dropsAWishOfAnotherProfile()
{
    const QString id = create(acme());
    keepKey(id, acmeKey());
    m_workspace->switchTo(id);
    ClientWait wait(*m_workspace);
    int given = 0;
    int failures = 0;
    connect(&wait, &ClientWait::failed, this, [&failures] { ++failures; });
    wait.want([&given](const auto &) { ++given; });
    m_workspace->switchTo(practiceProfileId());
    m_workspace->prepare();
    QCOMPARE(m_workspace->state(), State::Ready);
    QVERIFY(!wait.isWaiting());
    QCOMPARE(given, 0);
    QCOMPARE(failures, 0);
}

void WorkspaceTest::dropsAWishWithoutAKey()
{
    m_workspace->switchTo(create(acme()));
    ClientWait wait(*m_workspace);
    int failures = 0;
    connect(&wait, &ClientWait::failed, this, [&failures] { ++failures; });
    wait.want([](const auto &) { QFAIL("there is no key"); });
    QTRY_COMPARE(failures, 1);
    QVERIFY(!wait.isWaiting());
}

void WorkspaceTest::fulfilsTheLastWishOnly()
{
    const QString id = create(acme());
    keepKey(id, acmeKey());
    m_workspace->switchTo(id);
    ClientWait wait(*m_workspace);
    QStringList given;
    wait.want([&given](const auto &) { given.append(u"first"_s); });
    wait.want([&given](const auto &) { given.append(u"second"_s); });
    QTRY_COMPARE(given, QStringList{u"second"_s});
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
