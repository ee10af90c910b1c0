// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "secrets/keychaininspection.h"
#include "secrets/keychainstore.h"
#include "secrets/systemkeychain.h"

#include "secretcalllog.h"
#include "support/stricttest.h"

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::SecretCallLog;

namespace {

Secret key()
{
    return Secret(u"key-T0p/S3cret+9"_s);
}

//! Jobs end when the test says so, and an inspection finds what the test says.
class FakeKeychain final : public SystemKeychain {
public:
    ~FakeKeychain() override { qDeleteAll(jobs); }
    Q_DISABLE_COPY_MOVE(FakeKeychain)
    FakeKeychain() = default;

    void start(QKeychain::Job *job) override { jobs.append(job); }

    KeychainInspection *inspect(const QString &service, const QString &, QObject *parent) override
    {
        ++inspections;
        isOurService = service == KeychainStore::serviceName;
        auto *inspection = new KeychainInspection(parent);
        QMetaObject::invokeMethod(
            inspection, [this, inspection] { Q_EMIT inspection->found(finding); },
            Qt::QueuedConnection);
        return inspection;
    }

    QList<QPointer<QKeychain::Job>> jobs; // those that have ended delete themselves
    KeychainFinding finding = KeychainFinding::Unknown;
    int inspections = 0;
    bool isOurService = false;
};

enum class Ask { Read, Write, Remove };

} // namespace

Q_DECLARE_METATYPE(QKeychain::Error)

class SecretStoreKeychainTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhatIsTheMatter_data();
    void saysWhatIsTheMatter();
    void asksQtKeychainForTheRightThing_data();
    void asksQtKeychainForTheRightThing();
    void looksCloserOnlyInDoubt();
    void refusesADamagedEntry();
    void doesOneThingAtATimeAndInOrder();
    void failsWhenNobodyAnswers();
    void dropsALateAnswerAndGoesOn();
    void dropsWhatHasNotBegun();
    void letsARunningJobLiveOn();
    void survivesACallDeletedWhileItLooksCloser();
    void survivesAStoreThatGoesFirst();
    void tellsNoSecret();

private:
    void build(std::chrono::milliseconds limit);
    SecretCall *ask(Ask what, const QString &id = u"id"_s);
    QKeychain::Job *job(int index) { return m_system->jobs.at(index); }

    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<KeychainStore> m_store;
    FakeKeychain *m_system = nullptr;
};

void SecretStoreKeychainTest::init()
{
    StrictTest::init();
    m_redactor = std::make_unique<Redactor>();
    build(1min);
}

void SecretStoreKeychainTest::cleanup()
{
    m_store.reset();
}

void SecretStoreKeychainTest::build(std::chrono::milliseconds limit)
{
    auto system = std::make_unique<FakeKeychain>();
    m_system = system.get();
    m_store = std::make_unique<KeychainStore>(*m_redactor, std::move(system), limit);
}

SecretCall *SecretStoreKeychainTest::ask(Ask what, const QString &id)
{
    switch (what) {
    case Ask::Read:
        return m_store->read(id);
    case Ask::Write:
        return m_store->write(id, key());
    case Ask::Remove:
        return m_store->remove(id);
    }
    return nullptr;
}

void SecretStoreKeychainTest::saysWhatIsTheMatter_data()
{
    using Finding = KeychainFinding;
    QTest::addColumn<Ask>("what");
    QTest::addColumn<QKeychain::Error>("error");
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("outcome");

    const auto row = [](const char *name, Ask what, QKeychain::Error error, Finding finding,
                         const char *outcome) {
        QTest::newRow(name) << what << error << finding << QString::fromLatin1(outcome);
    };
    row("absent", Ask::Read, QKeychain::EntryNotFound, Finding::EntryAbsent, "nothing");
    row("absent, with the collection locked", Ask::Read, QKeychain::EntryNotFound,
        Finding::CollectionLocked, "nothing");
    row("absent, as far as can be seen", Ask::Read, QKeychain::EntryNotFound, Finding::Unknown,
        "nothing");
    row("absent from a keychain that is no Secret Service", Ask::Read, QKeychain::EntryNotFound,
        Finding::NoService, "nothing");
    row("there, but locked", Ask::Read, QKeychain::EntryNotFound, Finding::EntryLocked,
        "failed Locked");
    row("there, but not handed out", Ask::Read, QKeychain::EntryNotFound, Finding::EntryPresent,
        "failed Failed");
    row("a read without a service", Ask::Read, QKeychain::OtherError, Finding::NoService,
        "failed NoKeychain");
    row("a read without any backend", Ask::Read, QKeychain::NoBackendAvailable, Finding::Unknown,
        "failed NoKeychain");
    row("a read where nothing is implemented", Ask::Read, QKeychain::NotImplemented,
        Finding::Unknown, "failed NoKeychain");
    row("a read that was refused by the person", Ask::Read, QKeychain::AccessDeniedByUser,
        Finding::EntryPresent, "failed Denied");
    row("a read that went wrong", Ask::Read, QKeychain::OtherError, Finding::EntryPresent,
        "failed Failed");

    row("written", Ask::Write, QKeychain::NoError, Finding::Unknown, "nothing");
    row("a write to a locked collection", Ask::Write, QKeychain::AccessDenied,
        Finding::CollectionLocked, "failed Locked");
    row("a write over a locked entry", Ask::Write, QKeychain::AccessDenied, Finding::EntryLocked,
        "failed Locked");
    row("a write that is denied", Ask::Write, QKeychain::AccessDenied, Finding::EntryAbsent,
        "failed Denied");
    row("a write without a service", Ask::Write, QKeychain::OtherError, Finding::NoService,
        "failed NoKeychain");
    row("a write without a collection", Ask::Write, QKeychain::OtherError, Finding::NoCollection,
        "failed NoKeychain");
    row("a write that went wrong", Ask::Write, QKeychain::OtherError, Finding::Unknown,
        "failed Failed");
    row("a write that found nothing", Ask::Write, QKeychain::EntryNotFound, Finding::EntryAbsent,
        "failed Failed");

    row("removed", Ask::Remove, QKeychain::NoError, Finding::EntryAbsent, "nothing");
    row("removed what was not there", Ask::Remove, QKeychain::EntryNotFound, Finding::EntryAbsent,
        "nothing");
    row("removed from a keychain that is no Secret Service", Ask::Remove, QKeychain::NoError,
        Finding::NoService, "nothing");
    row("said to be removed, but locked", Ask::Remove, QKeychain::NoError, Finding::EntryLocked,
        "failed Locked");
    row("said to be removed, but still there", Ask::Remove, QKeychain::NoError,
        Finding::EntryPresent, "failed Failed");
    row("a removal that went wrong", Ask::Remove, QKeychain::CouldNotDeleteEntry,
        Finding::EntryPresent, "failed Failed");
    row("a removal without a service", Ask::Remove, QKeychain::OtherError, Finding::NoService,
        "failed NoKeychain");
}

void SecretStoreKeychainTest::saysWhatIsTheMatter()
{
    QFETCH(Ask, what);
    QFETCH(QKeychain::Error, error);
    QFETCH(KeychainFinding, finding);
    m_system->finding = finding;
    const SecretCallLog log(ask(what));
    job(0)->emitFinishedWithError(error, u"as the system says"_s);
    QTRY_COMPARE(log.events().size(), 2);
    QTEST(log.outcome(), "outcome");
    QCOMPARE(log.events().at(1), u"finished"_s);
}

void SecretStoreKeychainTest::asksQtKeychainForTheRightThing_data()
{
    QTest::addColumn<Ask>("what");
    QTest::addColumn<QByteArray>("className");

    QTest::newRow("a read") << Ask::Read << QByteArray("QKeychain::ReadPasswordJob");
    QTest::newRow("a write") << Ask::Write << QByteArray("QKeychain::WritePasswordJob");
    QTest::newRow("a removal") << Ask::Remove << QByteArray("QKeychain::DeletePasswordJob");
}

void SecretStoreKeychainTest::asksQtKeychainForTheRightThing()
{
    QFETCH(Ask, what);
    ask(what, u"profile-1"_s);
    QTEST(QByteArray(job(0)->metaObject()->className()), "className");
    QCOMPARE(job(0)->service(), u"Connect Desk"_s);
    QCOMPARE(job(0)->key(), u"profile-1"_s);
    QVERIFY(!job(0)->insecureFallback());
    QVERIFY(!job(0)->parent());
}

void SecretStoreKeychainTest::looksCloserOnlyInDoubt()
{
    const SecretCallLog written(ask(Ask::Write));
    job(0)->emitFinished();
    QTRY_COMPARE(written.outcome(), u"nothing"_s);
    QCOMPARE(m_system->inspections, 0);
    const SecretCallLog read(ask(Ask::Read));
    job(1)->emitFinishedWithError(QKeychain::EntryNotFound, {});
    QTRY_COMPARE(read.outcome(), u"nothing"_s);
    QCOMPARE(m_system->inspections, 1);
    QVERIFY(m_system->isOurService);
}

void SecretStoreKeychainTest::refusesADamagedEntry()
{
    const SecretCallLog log(ask(Ask::Read));
    job(0)->emitFinished(); // with an empty text
    QTRY_COMPARE(log.outcome(), u"failed Failed"_s);
    QVERIFY2(log.error().detail.contains("cannot be a key"_L1), qPrintable(log.error().detail));
}

void SecretStoreKeychainTest::doesOneThingAtATimeAndInOrder()
{
    const SecretCallLog first(ask(Ask::Write, u"a"_s));
    const SecretCallLog second(ask(Ask::Remove, u"b"_s));
    const SecretCallLog third(ask(Ask::Write, u"c"_s));
    QCOMPARE(m_system->jobs.size(), 1);
    job(0)->emitFinished();
    QCOMPARE(m_system->jobs.size(), 2);
    QCOMPARE(job(1)->key(), u"b"_s);
    job(1)->emitFinished();
    QCOMPARE(m_system->jobs.size(), 2); // looks closer first
    QTRY_COMPARE(m_system->jobs.size(), 3);
    QCOMPARE(job(2)->key(), u"c"_s);
    job(2)->emitFinished();
    QTRY_COMPARE(third.outcome(), u"nothing"_s);
    QCOMPARE(second.outcome(), u"nothing"_s);
    QCOMPARE(first.outcome(), u"nothing"_s);
}

void SecretStoreKeychainTest::failsWhenNobodyAnswers()
{
    build(30ms);
    const SecretCallLog running(ask(Ask::Write));
    const SecretCallLog waiting(ask(Ask::Read));
    QTRY_COMPARE(running.events(), (QStringList{u"failed Failed"_s, u"finished"_s}));
    QTRY_COMPARE(waiting.events(), (QStringList{u"failed Failed"_s, u"finished"_s}));
    QVERIFY2(running.error().detail.contains("did not answer within 0.03 seconds"_L1),
        qPrintable(running.error().detail));
}

void SecretStoreKeychainTest::dropsALateAnswerAndGoesOn()
{
    build(30ms);
    const SecretCallLog late(ask(Ask::Write));
    const SecretCallLog waiting(ask(Ask::Write, u"never-begun"_s));
    QTRY_COMPARE(waiting.events().size(), 2);
    const SecretCallLog next(ask(Ask::Write, u"next"_s));
    job(0)->emitFinished();
    QCOMPARE(m_system->jobs.size(), 2);
    QCOMPARE(job(1)->key(), u"next"_s);
    job(1)->emitFinished();
    QTRY_COMPARE(next.outcome(), u"nothing"_s);
    QCOMPARE(late.events(), (QStringList{u"failed Failed"_s, u"finished"_s}));
    QCOMPARE(m_system->inspections, 0);
}

void SecretStoreKeychainTest::dropsWhatHasNotBegun()
{
    ask(Ask::Write, u"a"_s);
    delete ask(Ask::Write, u"b"_s);
    ask(Ask::Write, u"c"_s);
    job(0)->emitFinished();
    QCOMPARE(m_system->jobs.size(), 2);
    QCOMPARE(job(1)->key(), u"c"_s);
}

void SecretStoreKeychainTest::letsARunningJobLiveOn()
{
    SecretCall *call = ask(Ask::Read);
    const SecretCallLog log(call);
    delete call;
    const SecretCallLog next(ask(Ask::Write));
    QVERIFY(m_system->jobs.at(0));
    QCOMPARE(m_system->jobs.size(), 1);
    job(0)->emitFinishedWithError(QKeychain::EntryNotFound, {});
    job(1)->emitFinished();
    QTRY_COMPARE(next.outcome(), u"nothing"_s);
    QVERIFY(log.events().isEmpty());
    QCOMPARE(m_system->inspections, 0); // for whom?
}

void SecretStoreKeychainTest::survivesACallDeletedWhileItLooksCloser()
{
    SecretCall *call = ask(Ask::Read);
    const SecretCallLog next(ask(Ask::Write));
    job(0)->emitFinishedWithError(QKeychain::EntryNotFound, {});
    QCOMPARE(m_system->inspections, 1);
    delete call;
    QTRY_COMPARE(m_system->jobs.size(), 2);
    job(1)->emitFinished();
    QTRY_COMPARE(next.outcome(), u"nothing"_s);
}

void SecretStoreKeychainTest::survivesAStoreThatGoesFirst()
{
    SecretCall *call = ask(Ask::Write);
    const SecretCallLog log(call);
    QKeychain::Job *running = m_system->jobs.takeFirst();
    m_store.reset();
    running->emitFinished();
    QPointer<QKeychain::Job> alive(running);
    QTRY_VERIFY(!alive);
    QVERIFY(log.events().isEmpty());
}

void SecretStoreKeychainTest::tellsNoSecret()
{
    m_system->finding = KeychainFinding::EntryAbsent;
    const SecretCallLog log(ask(Ask::Write));
    job(0)->emitFinishedWithError(
        QKeychain::OtherError, u"cannot store '%1'\nin the ring"_s.arg(key().reveal()));
    QTRY_COMPARE(log.outcome(), u"failed Failed"_s);
    QCOMPARE(log.error().detail, u"cannot store '%1' in the ring"_s.arg(Redactor::mask));
}

QTEST_GUILESS_MAIN(SecretStoreKeychainTest)
#include "tst_secretstorekeychain.moc"
