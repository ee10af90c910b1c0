// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/prefilladdress.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using Reason = PrefillRefusal::Reason;

Q_DECLARE_METATYPE(desk::PrefillProblem)
Q_DECLARE_METATYPE(desk::PrefillRefusal::Reason)

class PrefillAddressTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void readsTheSameFrom_data();
    void readsTheSameFrom();
    void decodes_data();
    void decodes();
    void readsChoices_data();
    void readsChoices();
    void anEmptyValueIsNotGiven();
    void refusesWholeAddresses_data();
    void refusesWholeAddresses();
    void refusesParameters_data();
    void refusesParameters();
    void aRefusalLeavesTheRestAlone();
    void neverRepeatsWhatIsRefused();
    void refusesEachParameterOnce();
    void isBounded();
    void onlyEverFills();
    void tellsWhatStaysOfAnotherClient_data();
    void tellsWhatStaysOfAnotherClient();
};

namespace {

const QString start = u"connect-desk:new?"_s;

PrefillAddress readOf(const QString &query)
{
    const auto address = PrefillAddress::read(start + query);
    return address ? *address : PrefillAddress();
}

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    details.category = Category::Hris;
    details.tool = u"personio"_s;
    details.filtering = true;
    return details;
}

} // namespace

void PrefillAddressTest::readsEveryField()
{
    const PrefillAddress address =
        readOf(u"email=ann%40acme.example&organization=Acme%20SE&origin-id=c%2F7&category=ATS"
               "&tool=greenhouse&remote-environment=sandbox&language=de&scope-config-id=scp"
               "&filtering=false&field-mapping=true&link-type=MAGIC_LINK"_s);
    QVERIFY(address.refused.isEmpty());
    QCOMPARE(address.prefill.fields().size(), 11);
    const ConnectDetails filled = address.prefill.applyTo(northwind());
    ConnectDetails wanted;
    wanted.email = u"ann@acme.example"_s;
    wanted.organization = u"Acme SE"_s;
    wanted.originId = u"c/7"_s;
    wanted.category = Category::Ats;
    wanted.tool = u"greenhouse"_s;
    wanted.remoteEnvironment = u"sandbox"_s;
    wanted.language = FlowLanguage::German;
    wanted.scopeConfigId = u"scp"_s;
    wanted.filtering = false;
    wanted.fieldMapping = true;
    wanted.linkType = LinkType::MagicLink;
    QCOMPARE(filled, wanted);
}

void PrefillAddressTest::readsTheSameFrom_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("the usual form") << u"connect-desk:new?tool=personio"_s;
    QTest::newRow("capitals") << u"Connect-Desk:NEW?tool=personio"_s;
    QTest::newRow("written like a host") << u"connect-desk://new?tool=personio"_s;
    QTest::newRow("with the slash of a browser") << u"connect-desk://new/?tool=personio"_s;
    QTest::newRow("superfluous separators") << u"connect-desk:new?&&tool=personio&"_s;
    QTest::newRow("an empty fragment") << u"connect-desk:new?tool=personio#"_s;
}

void PrefillAddressTest::readsTheSameFrom()
{
    QFETCH(QString, address);
    const auto read = PrefillAddress::read(address);
    QVERIFY(read.hasValue());
    Prefill wanted;
    wanted.tool = u"personio"_s;
    QCOMPARE(read->prefill, wanted);
    QVERIFY(read->refused.isEmpty());
}

void PrefillAddressTest::decodes_data()
{
    QTest::addColumn<QString>("encoded");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << u"M%C3%BCller%20%26%20S%C3%B6hne"_s << u"Müller & Söhne"_s;
    QTest::newRow("beyond the first plane") << u"%F0%9F%9A%80"_s << u"🚀"_s;
    QTest::newRow("letters as they are") << u"Müller"_s << u"Müller"_s;
    QTest::newRow("a plus is a plus") << u"A+B"_s << u"A+B"_s;
    QTest::newRow("an equals sign within") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("encoded once") << u"%2541"_s << u"%41"_s;
    QTest::newRow("blanks around") << u"%20Acme%20"_s << u"Acme"_s;
    QTest::newRow("markup") << u"%3Cb%3Ex%3C%2Fb%3E"_s << u"<b>x</b>"_s;
    QTest::newRow("as long as may be") << QString(500, u'x') << QString(500, u'x');
}

void PrefillAddressTest::decodes()
{
    QFETCH(QString, encoded);
    QFETCH(QString, text);
    const PrefillAddress address = readOf(u"organization="_s + encoded);
    QCOMPARE(address.prefill.organization, std::optional(text));
    QVERIFY(address.refused.isEmpty());
}

void PrefillAddressTest::readsChoices_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Prefill>("prefill");
    const auto row = [](const char *name, const QString &query, const auto &set) {
        Prefill prefill;
        set(prefill);
        QTest::newRow(name) << query << prefill;
    };
    row("a category in small letters", u"category=ats"_s,
        [](Prefill &prefill) { prefill.category = Category::Ats; });
    row("a language in capitals", u"language=FR"_s,
        [](Prefill &prefill) { prefill.language = FlowLanguage::French; });
    row("a link type with a dash", u"link-type=magic-link"_s,
        [](Prefill &prefill) { prefill.linkType = LinkType::MagicLink; });
    row("a switch without a value", u"filtering"_s,
        [](Prefill &prefill) { prefill.filtering = true; });
    row("a switch as a number", u"filtering=0&field-mapping=1"_s, [](Prefill &prefill) {
        prefill.filtering = false;
        prefill.fieldMapping = true;
    });
}

void PrefillAddressTest::readsChoices()
{
    QFETCH(QString, query);
    const PrefillAddress address = readOf(query);
    QTEST(address.prefill, "prefill");
    QVERIFY(address.refused.isEmpty());
}

void PrefillAddressTest::anEmptyValueIsNotGiven()
{
    const PrefillAddress address = readOf(u"email=&organization&category=&tool=%20"_s);
    QVERIFY(address.prefill.isEmpty());
    QVERIFY(address.refused.isEmpty());
}

void PrefillAddressTest::refusesWholeAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<PrefillProblem>("problem");
    const auto row = [](const char *name, const QString &address, PrefillProblem problem) {
        QTest::newRow(name) << address << problem;
    };
    row("nothing", {}, PrefillProblem::OtherScheme);
    row("another scheme", u"https://new?tool=x"_s, PrefillProblem::OtherScheme);
    row("a scheme that begins so", u"connect-desktop:new"_s, PrefillProblem::OtherScheme);
    row("no path", u"connect-desk:?tool=x"_s, PrefillProblem::OtherPath);
    row("another path", u"connect-desk:delete?tool=x"_s, PrefillProblem::OtherPath);
    row("a path that begins so", u"connect-desk:newer"_s, PrefillProblem::OtherPath);
    row("a path behind the host", u"connect-desk://new/link?tool=x"_s, PrefillProblem::OtherPath);
    row("a host of its own", u"connect-desk://evil.example/new"_s, PrefillProblem::OtherPath);
    row("a user", u"connect-desk://me@new?tool=x"_s, PrefillProblem::OtherPath);
    row("a port", u"connect-desk://new:80?tool=x"_s, PrefillProblem::OtherPath);
    row("three slashes", u"connect-desk:///new"_s, PrefillProblem::OtherPath);
    row("an encoded path", u"connect-desk:%6Eew"_s, PrefillProblem::OtherPath);
    row("a blank", start + u"organization=Acme SE"_s, PrefillProblem::NotAnAddress);
    row("a line break", start + u"tool=x\n--profile"_s, PrefillProblem::NotAnAddress);
    row("a null", start + u"tool=x"_s + QChar::Null, PrefillProblem::NotAnAddress);
    row("too long", start + u"tool="_s + QString(PrefillAddress::maximumLength, u'x'),
        PrefillProblem::TooLong);
    row("too many parameters", start + u"a=1"_s + u"&a=1"_s.repeated(50), PrefillProblem::TooMany);
}

void PrefillAddressTest::refusesWholeAddresses()
{
    QFETCH(QString, address);
    const auto read = PrefillAddress::read(address);
    QVERIFY(!read.hasValue());
    QTEST(read.error(), "problem");
}

void PrefillAddressTest::refusesParameters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QString &query, const QString &parameter,
                         Reason reason) { QTest::newRow(name) << query << parameter << reason; };
    row("an unknown one", u"colour=red"_s, u"colour"_s, Reason::Unknown);
    row("another spelling", u"Email=a@b.example"_s, u"Email"_s, Reason::Unknown);
    row("one without a name", u"=x"_s, {}, Reason::Unknown);
    row("a name with markup", u"%3Cb%3E=x"_s, {}, Reason::Unknown);
    row("a name that is not UTF-8", u"%FF=x"_s, {}, Reason::Unknown);
    row("a long name", QString(41, u'x') + u"=x"_s, {}, Reason::Unknown);
    for (const char *name :
        {"base-url", "base_url", "BASE-URL", "url", "host", "link-host", "linkhosts", "profile",
            "api-key", "api_key", "apikey", "key", "link", "token", "activation-token", "secret",
            "authorization", "bearer", "data-dir", "region", "environment", "proxy", "server"}) {
        const QString text = QString::fromLatin1(name);
        row(name, text + u"=https%3A%2F%2Fevil.example"_s, text, Reason::NamesHostOrKey);
    }
    row("an encoded name", u"api%2Dkey=x"_s, u"api-key"_s, Reason::NamesHostOrKey);
    row("the same twice", u"email=a@b.example&email=c@d.example"_s, u"email"_s, Reason::Twice);
    row("the same twice, encoded", u"email=a@b.example&e%6Dail=c@d.example"_s, u"email"_s,
        Reason::Twice);
    row("half an encoding", u"tool=per%4"_s, u"tool"_s, Reason::BadEncoding);
    row("no encoding", u"tool=per%zz"_s, u"tool"_s, Reason::BadEncoding);
    row("not UTF-8", u"organization=M%FCller"_s, u"organization"_s, Reason::BadEncoding);
    row("an overlong form", u"organization=%C0%AF"_s, u"organization"_s, Reason::BadEncoding);
    row("half a character", u"organization=%F0%9F%9A"_s, u"organization"_s, Reason::BadEncoding);
    row("a line break", u"organization=Acme%0D%0ABcc"_s, u"organization"_s,
        Reason::ControlCharacters);
    row("a line break at the end", u"email=a%40b.example%0A"_s, u"email"_s,
        Reason::ControlCharacters);
    row("a null", u"tool=x%00"_s, u"tool"_s, Reason::ControlCharacters);
    row("a separator of paragraphs", u"tool=x%E2%80%A9y"_s, u"tool"_s, Reason::ControlCharacters);
    row("a mark that turns the direction", u"organization=A%E2%80%AEB"_s, u"organization"_s,
        Reason::ControlCharacters);
    row("an email that is too long", u"email="_s + QString(255, u'x'), u"email"_s, Reason::TooLong);
    row("an organization that is too long", u"organization="_s + QString(501, u'x'),
        u"organization"_s, Reason::TooLong);
    row("an id that is too long", u"origin-id="_s + QString(501, u'x'), u"origin-id"_s,
        Reason::TooLong);
    row("a tool that is too long", u"tool="_s + QString(101, u'x'), u"tool"_s, Reason::TooLong);
    row("no category", u"category=CRM"_s, u"category"_s, Reason::UnknownValue);
    row("no language", u"language=xx"_s, u"language"_s, Reason::UnknownValue);
    row("no link type", u"link-type=eternal"_s, u"link-type"_s, Reason::UnknownValue);
    row("no switch", u"filtering=maybe"_s, u"filtering"_s, Reason::UnknownValue);
    row("something behind a hash", u"#x"_s, {}, Reason::Fragment);
}

void PrefillAddressTest::refusesParameters()
{
    QFETCH(QString, query);
    QFETCH(QString, parameter);
    QFETCH(Reason, reason);
    const PrefillAddress address = readOf(query);
    QVERIFY(address.prefill.isEmpty());
    QCOMPARE(address.refused, (QList<PrefillRefusal>{{parameter, reason}}));
}

void PrefillAddressTest::aRefusalLeavesTheRestAlone()
{
    const PrefillAddress address = readOf(u"tool=personio&api-key=k&language=xx&category=LMS"_s);
    Prefill wanted;
    wanted.tool = u"personio"_s;
    wanted.category = Category::Lms;
    QCOMPARE(address.prefill, wanted);
    QCOMPARE(address.refused,
        (QList<PrefillRefusal>{
            {u"api-key"_s, Reason::NamesHostOrKey}, {u"language"_s, Reason::UnknownValue}}));
}

void PrefillAddressTest::neverRepeatsWhatIsRefused()
{
    const PrefillAddress address = readOf(u"sk_live_0123456789abcdef0123456789abcdef0123"_s);
    QCOMPARE(address.refused, (QList<PrefillRefusal>{{QString(), Reason::Unknown}}));
}

void PrefillAddressTest::refusesEachParameterOnce()
{
    const PrefillAddress address = readOf(u"x=1&x=2&x=3"_s);
    QCOMPARE(address.refused, (QList<PrefillRefusal>{{u"x"_s, Reason::Unknown}}));
}

void PrefillAddressTest::isBounded()
{
    QString longest = start + u"tool=x&pad="_s;
    longest += QString(PrefillAddress::maximumLength - longest.size(), u'x');
    QVERIFY(PrefillAddress::read(longest).hasValue());
    QVERIFY(!PrefillAddress::read(longest + u'x').hasValue());
}

void PrefillAddressTest::onlyEverFills()
{
    QCOMPARE(Prefill().applyTo(northwind()), northwind());
    QCOMPARE(readOf(u"email=&tool="_s).prefill.applyTo(northwind()), northwind());
}

void PrefillAddressTest::tellsWhatStaysOfAnotherClient_data()
{
    using Field = DetailsField;
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<DetailsField>>("kept");
    QTest::newRow("another client without an origin ID")
        << u"email=a%40b.example&organization=Acme"_s << QList{Field::OriginId};
    QTest::newRow("another client by organization alone")
        << u"organization=Acme"_s << QList{Field::Email, Field::OriginId};
    QTest::newRow("another client whole")
        << u"email=a%40b.example&organization=Acme&origin-id=7"_s << QList<Field>();
    QTest::newRow("the same client")
        << u"email=jo%40northwind.example&organization=Northwind%20Ltd"_s << QList<Field>();
    QTest::newRow("no client") << u"category=ATS"_s << QList<Field>();
}

void PrefillAddressTest::tellsWhatStaysOfAnotherClient()
{
    QFETCH(QString, query);
    const Prefill prefill = readOf(query).prefill;
    QTEST(prefill.keptOfAnotherClient(northwind()), "kept");
    QVERIFY(prefill.keptOfAnotherClient({}).isEmpty());
}

QTEST_APPLESS_MAIN(PrefillAddressTest)
#include "tst_prefilladdress.moc"
