// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wording/keywording.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QMetaEnum>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Profile profileOf(Region region)
{
    Profile profile;
    profile.region = region;
    profile.customBaseUrl = u"https://kombo.example.com/v1"_s;
    return profile;
}

ApiError errorOf(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    error.host = u"api.kombo.dev"_s;
    return error;
}

QList<SecretError::Kind> allKinds()
{
    using Kind = SecretError::Kind;
    return {Kind::NoKeychain, Kind::Locked, Kind::Denied, Kind::Failed};
}

} // namespace

class KeyWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void namesTheOtherRegion_data();
    void namesTheOtherRegion();
    void tellsANetworkApart();
    void neverCallsAnUncheckedKeyWrong_data();
    void neverCallsAnUncheckedKeyWrong();
    void tellsWhatTheKeychainDid();
    void tellsWhereAKeyIs();
    void tellsAboutAnotherAddress();
    void tellsWhatIsNotAKey();
    void saysWhatGoesOn();
};

void KeyWordingTest::initTestCase()
{
    installTranslation(*QCoreApplication::instance());
}

void KeyWordingTest::namesTheOtherRegion_data()
{
    QTest::addColumn<Region>("region");
    QTest::addColumn<QString>("hint");
    QTest::newRow("EU") << Region::Eu << u"Nothing was sent to the US region"_s;
    QTest::newRow("US") << Region::Us << u"Nothing was sent to the EU region"_s;
    QTest::newRow("custom") << Region::Custom << u"Check the base URL"_s;
}

void KeyWordingTest::namesTheOtherRegion()
{
    QFETCH(Region, region);
    QFETCH(QString, hint);
    const ErrorMessage message =
        KeyWording::refused(errorOf(ApiError::Kind::Unauthorized), profileOf(region));
    QVERIFY2(message.advice.contains(hint), qPrintable(message.advice));
    QVERIFY(message.advice.contains("revoked"_L1));
    QVERIFY(message.headline.contains("did not accept"_L1));
}

void KeyWordingTest::tellsANetworkApart()
{
    const ErrorMessage message =
        KeyWording::refused(errorOf(ApiError::Kind::NetworkNotAllowed), profileOf(Region::Eu));
    QVERIFY(message.headline.contains("network"_L1));
    QVERIFY(!message.advice.contains("region"_L1));
}

void KeyWordingTest::neverCallsAnUncheckedKeyWrong_data()
{
    QTest::addColumn<ApiError::Kind>("kind");
    using Kind = ApiError::Kind;
    const QMetaEnum meta = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        const auto kind = Kind(meta.value(i));
        if (kind != Kind::Unauthorized && kind != Kind::NetworkNotAllowed)
            QTest::newRow(meta.key(i)) << kind;
    }
}

void KeyWordingTest::neverCallsAnUncheckedKeyWrong()
{
    QFETCH(ApiError::Kind, kind);
    const ErrorMessage message = KeyWording::refused(errorOf(kind), profileOf(Region::Eu));
    QCOMPARE(message.headline, u"The key could not be checked"_s);
    QVERIFY2(
        message.advice.contains("whether the key is right is not known"_L1, Qt::CaseInsensitive),
        qPrintable(message.advice));
    QVERIFY2(!message.advice.contains(u'%'), qPrintable(message.advice));
}

void KeyWordingTest::tellsWhatTheKeychainDid()
{
    QSet<QString> texts;
    for (const SecretError::Kind kind : allKinds()) {
        for (const auto action :
            {KeyWording::Action::Keep, KeyWording::Action::Read, KeyWording::Action::Remove}) {
            const ErrorMessage message = KeyWording::message({kind, u"why"_s}, action);
            QCOMPARE(message.details, u"why"_s);
            QVERIFY(message.advice.endsWith(u'.'));
            const bool isKeeping = action == KeyWording::Action::Keep;
            QCOMPARE(message.advice.contains("this session only"_L1), isKeeping);
            texts.insert(message.headline + message.advice);
        }
    }
    QCOMPARE(texts.size(), 12);
}

void KeyWordingTest::tellsWhereAKeyIs()
{
    using Kind = KeyState::Kind;
    QCOMPARE(KeyWording::state({Kind::None}), u"No key yet"_s);
    QCOMPARE(KeyWording::state({Kind::Keychain}), u"Key is in the keychain"_s);
    QCOMPARE(KeyWording::state({Kind::Keychain}, u"env_1"_s),
        u"Key is in the keychain, environment env_1"_s);
    QCOMPARE(KeyWording::state({Kind::ThisSession}, u"env_1"_s),
        u"Key for this session only, environment env_1"_s);
    QSet<QString> texts;
    for (const SecretError::Kind kind : allKinds())
        texts.insert(KeyWording::state({Kind::Unreadable, kind}));
    QCOMPARE(texts.size(), 4);
    QSet<QString> brief;
    for (const Kind kind : {Kind::NotNeeded, Kind::Unknown, Kind::None, Kind::Keychain,
             Kind::ThisSession, Kind::Unreadable})
        brief.insert(KeyWording::brief({kind}));
    QCOMPARE(brief.size(), 6);
}

void KeyWordingTest::tellsAboutAnotherAddress()
{
    const QString text =
        KeyWording::forAnotherAddress(profileOf(Region::Eu), profileOf(Region::Custom));
    QVERIFY(text.contains("another address, api.kombo.dev"_L1));
    QVERIFY(text.contains("kombo.example.com"_L1));
}

void KeyWordingTest::tellsWhatIsNotAKey()
{
    for (const ApiKeyProblem problem :
        {ApiKeyProblem::Missing, ApiKeyProblem::TooLong, ApiKeyProblem::NotAKey}) {
        const QString sentence = KeyWording::sentence(problem);
        QVERIFY2(sentence.startsWith("API key"_L1), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
    }
}

void KeyWordingTest::saysWhatGoesOn()
{
    EnvironmentInfo environment;
    environment.environmentId = u"env_1"_s;
    QCOMPARE(KeyWording::accepted(environment), u"Accepted: environment env_1"_s);
    QVERIFY(KeyWording::checking(profileOf(Region::Us)).contains("api.us.kombo.dev"_L1));
    QVERIFY(KeyWording::waiting(std::chrono::milliseconds(1500)).contains("2 seconds"_L1));
}

QTEST_GUILESS_MAIN(KeyWordingTest)
#include "tst_keywording.moc"
