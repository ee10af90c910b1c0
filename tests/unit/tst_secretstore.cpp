// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "secrets/secrettask.h"
#include "secrets/sessionstore.h"
#include "secrets/wipedtext.h"

#include "secretcalllog.h"
#include "support/stricttest.h"

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::SecretCallLog;

namespace {

QStringList toldNothing()
{
    return {u"nothing"_s, u"finished"_s};
}

} // namespace

class SecretStoreTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void judgesIds_data();
    void judgesIds();
    void refusesABadId();
    void refusesABadSecret_data();
    void refusesABadSecret();
    void keepsUntilItIsRemoved();
    void tellsNothingBeforeTheEventLoopRuns();
    void aSlotMayDeleteTheCall_data();
    void aSlotMayDeleteTheCall();
    void aDeletedCallTellsNothing();
    void aStoreThatGoesTakesItsCallsAlong();
    void onlyTheFirstEndingCounts();
    void tellsTheRedactorOfWhatPasses();
    void detailsAreRedactedOneLineAndShort();
    void wipesWhatItKept();
    void movesWithoutLoss();

private:
    std::unique_ptr<Redactor> m_redactor;
    std::unique_ptr<SessionStore> m_store;
};

void SecretStoreTest::init()
{
    StrictTest::init();
    m_store.reset(); // before the redactor
    m_redactor = std::make_unique<Redactor>();
    m_store = std::make_unique<SessionStore>(*m_redactor);
}

void SecretStoreTest::judgesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isOne");

    QTest::newRow("a word") << u"practice"_s << true;
    QTest::newRow("a UUID") << u"5f0c7a52-8f0e-4b51-9a3c-1d2e3f405162"_s << true;
    QTest::newRow("all that may stand in one") << u"aZ09-_."_s << true;
    QTest::newRow("the longest") << QString(maximumSecretIdLength, u'x') << true;
    QTest::newRow("too long") << QString(maximumSecretIdLength + 1, u'x') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("a blank") << u"a b"_s << false;
    QTest::newRow("a slash") << u"a/b"_s << false;
    QTest::newRow("a null character") << u"a\0b"_s << false;
    QTest::newRow("a letter beyond ASCII") << u"\u00e4"_s << false;
}

void SecretStoreTest::judgesIds()
{
    QFETCH(QString, id);
    QTEST(isSecretId(id), "isOne");
}

void SecretStoreTest::refusesABadId()
{
    const SecretCallLog read(m_store->read(u"a b"_s));
    const SecretCallLog written(m_store->write(u"a b"_s, Secret(u"key-4711"_s)));
    const SecretCallLog removed(m_store->remove(u"a b"_s));
    QTRY_COMPARE(removed.events(), (QStringList{u"failed Failed"_s, u"finished"_s}));
    for (const SecretCallLog *log : {&read, &written, &removed}) {
        QCOMPARE(log->outcome(), u"failed Failed"_s);
        QVERIFY2(log->error().detail.contains("profile id"_L1), qPrintable(log->error().detail));
    }
    QVERIFY(!m_store->holds(u"a b"_s));
}

void SecretStoreTest::refusesABadSecret_data()
{
    QTest::addColumn<QString>("secret");

    QTest::newRow("empty") << QString();
    QTest::newRow("with a line break") << u"key-4711\nkey"_s;
    QTest::newRow("with a null character") << u"key-4711\0key"_s;
    QTest::newRow("with a blank") << u"key 4711"_s;
    QTest::newRow("too long") << QString(4097, u'x');
}

void SecretStoreTest::refusesABadSecret()
{
    QFETCH(QString, secret);
    const SecretCallLog log(m_store->write(u"id"_s, Secret(secret)));
    QTRY_COMPARE(log.events(), (QStringList{u"failed Failed"_s, u"finished"_s}));
    QVERIFY(secret.isEmpty() || !log.error().detail.contains(secret));
    QVERIFY(!m_store->holds(u"id"_s));
}

void SecretStoreTest::keepsUntilItIsRemoved()
{
    const SecretCallLog before(m_store->read(u"id"_s));
    const SecretCallLog written(m_store->write(u"id"_s, Secret(u"first-key"_s)));
    const SecretCallLog replaced(m_store->write(u"id"_s, Secret(u"second-key"_s)));
    const SecretCallLog read(m_store->read(u"id"_s));
    const SecretCallLog ofAnother(m_store->read(u"id2"_s));
    const SecretCallLog removed(m_store->remove(u"id"_s));
    const SecretCallLog after(m_store->read(u"id"_s));
    const SecretCallLog removedAgain(m_store->remove(u"id"_s));
    QTRY_COMPARE(removedAgain.events(), toldNothing());
    QCOMPARE(before.events(), toldNothing());
    QCOMPARE(written.events(), toldNothing());
    QCOMPARE(replaced.events(), toldNothing());
    QCOMPARE(read.events(), (QStringList{u"value second-key"_s, u"finished"_s}));
    QCOMPARE(ofAnother.events(), toldNothing());
    QCOMPARE(removed.events(), toldNothing());
    QCOMPARE(after.events(), toldNothing());
}

void SecretStoreTest::tellsNothingBeforeTheEventLoopRuns()
{
    SecretCall *call = m_store->write(u"id"_s, Secret(u"key-4711"_s));
    const SecretCallLog log(call);
    QVERIFY(m_store->holds(u"id"_s)); // done, but not told
    QVERIFY(!call->isFinished());
    QVERIFY(log.events().isEmpty());
    QTRY_COMPARE(log.events(), toldNothing());
    QVERIFY(call->isFinished());
}

void SecretStoreTest::aSlotMayDeleteTheCall_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<int>("told");

    QTest::newRow("on success") << u"nothing"_s << false << 1;
    QTest::newRow("on failure") << u"failed Failed"_s << true << 1;
    QTest::newRow("at the end") << u"finished"_s << false << 2;
}

void SecretStoreTest::aSlotMayDeleteTheCall()
{
    QFETCH(QString, event);
    QFETCH(bool, fails);
    SecretCall *call = m_store->remove(fails ? u"a b"_s : u"id"_s);
    const QPointer<SecretCall> alive(call);
    SecretCallLog log(call);
    log.when(event, [call] { delete call; });
    QTRY_VERIFY(!alive);
    QTest::qWait(10);
    QTEST(int(log.events().size()), "told");
}

void SecretStoreTest::aDeletedCallTellsNothing()
{
    SecretCall *call = m_store->write(u"id"_s, Secret(u"key-4711"_s));
    const SecretCallLog log(call);
    delete call;
    const SecretCallLog next(m_store->read(u"id"_s));
    QTRY_COMPARE(next.outcome(), u"value key-4711"_s);
    QVERIFY(log.events().isEmpty());
}

void SecretStoreTest::aStoreThatGoesTakesItsCallsAlong()
{
    const QPointer<SecretCall> call = m_store->read(u"id"_s);
    const SecretCallLog log(call);
    m_store.reset();
    QVERIFY(!call);
    QTest::qWait(10);
    QVERIFY(log.events().isEmpty());
}

void SecretStoreTest::onlyTheFirstEndingCounts()
{
    SecretTask task(*m_redactor, nullptr);
    const SecretCallLog log(&task);
    task.succeed(Secret(u"first-key"_s));
    task.succeed(Secret(u"second-key"_s));
    task.fail({SecretError::Kind::Denied, u"late"_s});
    QTRY_COMPARE(log.events(), (QStringList{u"value first-key"_s, u"finished"_s}));
    task.fail({SecretError::Kind::Denied, u"later"_s});
    QTest::qWait(10);
    QCOMPARE(log.events().size(), 2);
}

void SecretStoreTest::tellsTheRedactorOfWhatPasses()
{
    m_store->write(u"id"_s, Secret(u"written-key"_s));
    SecretTask task(*m_redactor, nullptr);
    task.succeed(Secret(u"a-read-key"_s));
    QCOMPARE(
        m_redactor->redacted(u"written-key and a-read-key"_s), u"%1 and %1"_s.arg(Redactor::mask));
}

void SecretStoreTest::detailsAreRedactedOneLineAndShort()
{
    m_redactor->addSecret(Secret(u"key-4711"_s));
    SecretTask task(*m_redactor, nullptr);
    const SecretCallLog log(&task);
    // Cut in the middle of the secret, if it were cut first.
    const QString before = QString(SecretTask::longestDetail - 4, u'x');
    task.fail({SecretError::Kind::Failed, u"a\n\tb "_s + before.mid(4) + u"key-4711 rest"_s});
    QTRY_COMPARE(log.events().size(), 2);
    const QString detail = log.error().detail;
    QVERIFY2(detail.startsWith("a b xx"_L1), qPrintable(detail));
    QVERIFY2(!detail.contains("key-"_L1), qPrintable(detail));
    QCOMPARE(detail.size(), SecretTask::longestDetail);
}

void SecretStoreTest::wipesWhatItKept()
{
    std::array<char16_t, 4> characters{u'k', u'e', u'y', u'!'};
    wipe(characters);
    QCOMPARE(characters, (std::array<char16_t, 4>{}));
}

void SecretStoreTest::movesWithoutLoss()
{
    WipedText first(u"first-key");
    WipedText second(std::move(first));
    QCOMPARE(second.text(), u"first-key"_s);
    second = WipedText(u"second-key");
    QCOMPARE(second.text(), u"second-key"_s);
}

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
