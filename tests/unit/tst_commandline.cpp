// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "cli/helptext.h"
#include "cli/options.h"
#include "core/prefilladdress.h"

#include "support/stricttest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;

class CommandLineTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void findsTheVerb_data();
    void findsTheVerb();
    void readsEveryField();
    void cleansFields_data();
    void cleansFields();
    void readsChoices_data();
    void readsChoices();
    void takesAnAddressInPlaceOfAVerb_data();
    void takesAnAddressInPlaceOfAVerb();
    void readsGeneralOptions();
    void worksInPracticeUnlessToldOtherwise();
    void readsAnAdHocProfile_data();
    void readsAnAdHocProfile();
    void refusesBaseUrls_data();
    void refusesBaseUrls();
    void cleansKeys_data();
    void cleansKeys();
    void refusesKeys_data();
    void refusesKeys();
    void letsAutopilotStayHere_data();
    void letsAutopilotStayHere();
    void takesScreenshotFiles();
    void takesEvidenceTargets();
    void readsWords();
    void readsChanges();
    void readsRecordOptions();
    void readsFaults();
    void refusesOthers_data();
    void refusesOthers();
    void neverRepeatsSecrets_data();
    void neverRepeatsSecrets();
    void remembersThatJsonIsWanted();
    void helpsWhateverElseIsWrong_data();
    void helpsWhateverElseIsWrong();
    void helpNamesEveryOptionOfAVerb_data();
    void helpNamesEveryOptionOfAVerb();
};

namespace {

const QString testKey = u"sk_test_4711"_s;

QProcessEnvironment environmentWith(const QString &key)
{
    QProcessEnvironment environment;
    if (!key.isNull())
        environment.insert(apiKeyVariable, key);
    return environment;
}

Result<CommandLine, UsageError> parsed(const QStringList &arguments, const QString &key = testKey)
{
    return parseCommandLine(QStringList{u"connect-desk"_s} + arguments, environmentWith(key));
}

QString refusalOf(const QStringList &arguments, const QString &key = testKey)
{
    const auto result = parsed(arguments, key);
    return result ? QString() : result.error().sentence;
}

// A create-link that is fine but for what is added.
QStringList createLinkWith(const QStringList &more)
{
    return QStringList{
               u"create-link"_s, u"--email"_s, u"a@b.example"_s, u"--organization"_s, u"Acme"_s}
    + more;
}

QStringList connectWith(const QStringList &more)
{
    QStringList arguments = createLinkWith(more);
    arguments.first() = u"connect"_s;
    return arguments;
}

} // namespace

void CommandLineTest::findsTheVerb_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("verb");

    const auto row = [](const char *name, const QStringList &arguments, Verb verb) {
        QTest::newRow(name) << arguments << static_cast<int>(verb);
    };
    row("nothing opens the window", {}, Verb::Window);
    row("fields alone open the window", {u"--email"_s, u"x"_s}, Verb::Window);
    row("connect", connectWith({}), Verb::Connect);
    row("create-link", createLinkWith({}), Verb::CreateLink);
    row("resolve", {u"resolve"_s, u"token"_s}, Verb::Resolve);
    row("practice", {u"practice"_s}, Verb::Practice);
    row("check-key", {u"check-key"_s}, Verb::CheckKey);
    row("tools", {u"tools"_s, u"hris"_s}, Verb::Tools);
    row("integration", {u"integration"_s, u"a:b"_s}, Verb::Integration);
    row("relink", {u"relink"_s, u"a:b"_s}, Verb::Relink);
    row("setup-link", {u"setup-link"_s, u"a:b"_s}, Verb::SetupLink);
    row("enable", {u"enable"_s, u"a:b"_s}, Verb::Enable);
    row("disable", {u"disable"_s, u"a:b"_s}, Verb::Disable);
    row("sync", {u"sync"_s, u"a:b"_s}, Verb::Sync);
    row("delete", {u"delete"_s, u"a:b"_s, u"--yes"_s}, Verb::Delete);
    row("fields", {u"fields"_s, u"a:b"_s}, Verb::Fields);
    row("map-field", {u"map-field"_s, u"a:b"_s, u"c"_s, u"d"_s}, Verb::MapField);
    row("map-field to nothing", {u"map-field"_s, u"a:b"_s, u"c"_s, u"--unmap"_s}, Verb::MapField);
    row("passthrough", {u"passthrough"_s, u"a:b"_s, u"c"_s, u"on"_s}, Verb::Passthrough);
    row("completions", {u"completions"_s, u"fish"_s}, Verb::Completions);
    row("options may come first", {u"--json"_s, u"resolve"_s, u"token"_s}, Verb::Resolve);
    row("options may stand in between", {u"resolve"_s, u"--json"_s, u"token"_s}, Verb::Resolve);
}

void CommandLineTest::findsTheVerb()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, verb);
    const auto result = parsed(arguments);
    QVERIFY2(result.hasValue(), qPrintable(refusalOf(arguments)));
    QCOMPARE(static_cast<int>(result->verb), verb);
}

void CommandLineTest::readsEveryField()
{
    const QString organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    const auto result = parsed({u"create-link"_s, u"--email"_s, u"jo@northwind.example"_s,
        u"--organization=%1"_s.arg(organization), u"--origin-id"_s, u"cust-1"_s, u"--category"_s,
        u"HRIS"_s, u"--tool"_s, u"personio"_s, u"--language"_s, u"de"_s, u"--link-type"_s,
        u"MAGIC_LINK"_s, u"--remote-environment"_s, u"test"_s, u"--scope-config-id"_s, u"s-1"_s,
        u"--filtering"_s, u"--field-mapping"_s});
    QVERIFY(result.hasValue());
    const ConnectDetails expected{u"jo@northwind.example"_s, organization, u"cust-1"_s,
        Category::Hris, u"personio"_s, u"test"_s, FlowLanguage::German, u"s-1"_s, true, true,
        LinkType::MagicLink};
    QVERIFY(result->details == expected);
    QVERIFY(!result->prefill.isEmpty());
    QVERIFY(parsed({u"--quiet"_s})->prefill.isEmpty());
    const Prefill filtering = parsed({u"--filtering"_s})->prefill;
    QCOMPARE(filtering.fields(), QList{DetailsField::Filtering});
    QCOMPARE(filtering.filtering, true);
}

void CommandLineTest::cleansFields_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<QString>>("read");

    QTest::newRow("blanks around it") << u"  cust 1 "_s << std::optional(u"cust 1"_s);
    QTest::newRow("a line break behind it") << u"cust\n"_s << std::optional(u"cust"_s);
    QTest::newRow("a zero-width space before it")
        << QString(QChar(0x200B)) + u"cust"_s << std::optional(u"cust"_s);
    QTest::newRow("nothing") << u""_s << std::optional<QString>();
    QTest::newRow("only blanks") << u"   "_s << std::optional<QString>();
    QTest::newRow("a dash before it") << u"-7"_s << std::optional(u"-7"_s);
}

void CommandLineTest::cleansFields()
{
    QFETCH(QString, typed);
    const auto result = parsed(createLinkWith({u"--origin-id"_s, typed}));
    QVERIFY(result.hasValue());
    QTEST(result->details.originId, "read");
}

void CommandLineTest::readsChoices_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");

    const QString category = u"--category"_s;
    const QString language = u"--language"_s;
    const QString linkType = u"--link-type"_s;
    QTest::newRow("a category as the API writes it") << category << u"ATS"_s << u"ATS"_s;
    QTest::newRow("a category in small letters") << category << u"assessment"_s << u"ASSESSMENT"_s;
    QTest::newRow("no category") << category << u""_s << u"HRIS"_s;
    QTest::newRow("a language in capitals") << language << u"FR"_s << u"fr"_s;
    QTest::newRow("no language") << language << u" "_s << u"en"_s;
    QTest::newRow("a link type as the API writes it")
        << linkType << u"MAGIC_LINK"_s << u"MAGIC_LINK"_s;
    QTest::newRow("a link type like a verb") << linkType << u"magic-link"_s << u"MAGIC_LINK"_s;
    QTest::newRow("a link type in small letters") << linkType << u"embedded"_s << u"EMBEDDED"_s;
    QTest::newRow("no link type") << linkType << u""_s << u"EMBEDDED"_s;
}

void CommandLineTest::readsChoices()
{
    QFETCH(QString, option);
    QFETCH(QString, typed);
    const auto result = parsed(createLinkWith({option, typed}));
    QVERIFY(result.hasValue());
    const ConnectDetails &details = result->details;
    const QString read = option == "--category"_L1 ? wireName(details.category)
        : option == "--language"_L1                ? wireName(details.language)
                                                   : wireName(details.linkType);
    QTEST(read, "read");
}

void CommandLineTest::takesAnAddressInPlaceOfAVerb_data()
{
    QTest::addColumn<QString>("address");
    const QString longest = u"connect-desk:new?tool="_s;
    QTest::newRow("one to be shown") << u"connect-desk:new?tool=personio"_s;
    QTest::newRow("capitals") << u"Connect-Desk://new?tool=personio"_s;
    QTest::newRow("one that the window will refuse") << u"connect-desk:delete?api-key=x"_s;
    QTest::newRow("one with what looks like options") << u"connect-desk:new?x --profile=y"_s;
    QTest::newRow("as long as may be")
        << longest + QString(PrefillAddress::maximumLength - longest.size(), u'x');
}

void CommandLineTest::takesAnAddressInPlaceOfAVerb()
{
    QFETCH(QString, address);
    const auto line = parsed({u"--data-dir"_s, u"d"_s, address});
    QVERIFY(line.hasValue());
    QCOMPARE(line->verb, Verb::Window);
    QCOMPARE(line->address, std::optional(address));
    QVERIFY(line->prefill.isEmpty());
    QVERIFY(!parsed({})->address);
}

void CommandLineTest::readsGeneralOptions()
{
    const auto plain = parsed({u"practice"_s});
    QVERIFY(plain.hasValue());
    QVERIFY(!plain->json && !plain->quiet && !plain->timeout && !plain->dataDirectory);
    QCOMPARE(plain->port, quint16(0));

    const auto full = parsed(
        {u"practice"_s, u"--json"_s, u"--quiet"_s, u"--timeout"_s, u"86400"_s, u"--data-dir"_s,
            u"/some/where "_s, u"--port"_s, u"65535"_s, u"--profile"_s, u"practice"_s});
    QVERIFY(full.hasValue());
    QVERIFY(full->json);
    QVERIFY(full->quiet);
    QCOMPARE(full->timeout->count(), 86400);
    QCOMPARE(*full->dataDirectory, u"/some/where "_s); // a folder may be called that
    QCOMPARE(full->port, quint16(65535));
}

void CommandLineTest::worksInPracticeUnlessToldOtherwise()
{
    // The key in the environment alone must not send anything to anybody.
    QVERIFY(!parsed(createLinkWith({}))->adHoc);
    QVERIFY(!parsed(createLinkWith({u"--profile"_s, u"practice"_s}))->adHoc);
    QVERIFY(!parsed(createLinkWith({u"--profile"_s, u" Practice "_s}))->profile);
    const auto named = parsed(createLinkWith({u"--profile"_s, u" Acme EU "_s}));
    QVERIFY(named);
    QCOMPARE(named->profile, u"Acme EU"_s);
    QVERIFY(!named->adHoc);
}

void CommandLineTest::readsAnAdHocProfile_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");

    QTest::newRow("Kombo") << u"https://api.kombo.dev/v1"_s << u"https://api.kombo.dev/v1"_s;
    QTest::newRow("a slash at the end")
        << u"https://api.kombo.dev/v1//"_s << u"https://api.kombo.dev/v1"_s;
    QTest::newRow("blanks around it")
        << u" https://api.kombo.dev/v1\n"_s << u"https://api.kombo.dev/v1"_s;
    QTest::newRow("capitals") << u"HTTPS://API.Kombo.dev/v1"_s << u"https://api.kombo.dev/v1"_s;
    QTest::newRow("no path") << u"https://kombo.acme.example/"_s << u"https://kombo.acme.example"_s;
    QTest::newRow("this machine") << u"http://127.0.0.1:4000/v1"_s << u"http://127.0.0.1:4000/v1"_s;
    QTest::newRow("this machine by name")
        << u"http://localhost:4000"_s << u"http://localhost:4000"_s;
    QTest::newRow("this machine by IPv6") << u"http://[::1]:4000/v1"_s << u"http://[::1]:4000/v1"_s;
}

void CommandLineTest::readsAnAdHocProfile()
{
    QFETCH(QString, typed);
    for (const QStringList &arguments : {createLinkWith({u"--base-url"_s, typed}),
             {u"--base-url"_s, typed}, {u"resolve"_s, u"token"_s, u"--base-url"_s, typed}}) {
        const auto result = parsed(arguments);
        QVERIFY2(result.hasValue(), qPrintable(refusalOf(arguments)));
        QVERIFY(result->adHoc);
        QCOMPARE(result->adHoc->kind, ProfileKind::AdHoc);
        QTEST(result->adHoc->baseUrl.toString(), "read");
        QCOMPARE(result->adHoc->apiKey.reveal(), testKey);
        QVERIFY(result->adHoc->linkHosts.isEmpty());
    }
}

void CommandLineTest::refusesBaseUrls_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");

    QTest::newRow("nothing, as from an unset variable") << u""_s << u"needs an address"_s;
    QTest::newRow("plain http") << u"http://api.kombo.dev/v1"_s << u"must begin with https"_s;
    QTest::newRow("plain http to a name like this machine's")
        << u"http://localhost.evil.example/v1"_s << u"must begin with https"_s;
    QTest::newRow("another scheme") << u"ftp://api.kombo.dev"_s << u"must begin with https"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << u"whole address"_s;
    QTest::newRow("no scheme") << u"api.kombo.dev/v1"_s << u"https:// in front"_s;
    QTest::newRow("no host") << u"https:///v1"_s << u"address"_s;
    QTest::newRow("a user") << u"https://jo:opensesame@api.kombo.dev/v1"_s << u"user name"_s;
    QTest::newRow("an empty user") << u"https://@api.kombo.dev/v1"_s << u"user name"_s;
    QTest::newRow("a query") << u"https://api.kombo.dev/v1?key=opensesame"_s << u"query"_s;
    QTest::newRow("an empty query") << u"https://api.kombo.dev/v1?"_s << u"query"_s;
    QTest::newRow("a fragment") << u"https://api.kombo.dev/v1#opensesame"_s << u"fragment"_s;
    QTest::newRow("a blank within") << u"https://api.kombo.dev/v 1"_s << u"not an address"_s;
    QTest::newRow("a port that is none")
        << u"https://api.kombo.dev:99999/v1"_s << u"not an address"_s;
    QTest::newRow("far too long") << u"https://api.kombo.dev/"_s + QString(3000, u'a')
                                  << u"too long"_s;
}

void CommandLineTest::refusesBaseUrls()
{
    QFETCH(QString, typed);
    QFETCH(QString, reason);
    const QString sentence = refusalOf(createLinkWith({u"--base-url"_s, typed}));
    QVERIFY2(sentence.contains("--base-url"_L1), qPrintable(sentence));
    QVERIFY2(sentence.contains(reason), qPrintable(sentence));
    QVERIFY2(!sentence.contains("sesame"_L1), qPrintable(sentence));
}

void CommandLineTest::cleansKeys_data()
{
    QTest::addColumn<QString>("variable");

    QTest::newRow("as it is") << u"sk_test_4711"_s;
    QTest::newRow("blanks and a line break around it") << u" sk_test_4711 \n"_s;
    QTest::newRow("the prefix of the header") << u"Bearer sk_test_4711"_s;
    QTest::newRow("the prefix in small letters, and blanks") << u" bearer   sk_test_4711"_s;
}

void CommandLineTest::cleansKeys()
{
    QFETCH(QString, variable);
    const auto result =
        parsed(createLinkWith({u"--base-url"_s, u"https://api.kombo.dev/v1"_s}), variable);
    QVERIFY(result.hasValue());
    QCOMPARE(result->adHoc->apiKey.reveal(), testKey);
}

void CommandLineTest::refusesKeys_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("reason");

    QTest::newRow("not set") << QString() << u"empty or not set"_s;
    QTest::newRow("empty") << u""_s << u"empty or not set"_s;
    QTest::newRow("only blanks") << u" \n"_s << u"empty or not set"_s;
    QTest::newRow("a blank within") << u"sk_test 4711"_s << u"blank"_s;
    QTest::newRow("a line break within") << u"sk_test\r\nX-Evil: 4711"_s << u"blank"_s;
    QTest::newRow("the prefix twice") << u"Bearer Bearer sk_test_4711"_s << u"blank"_s;
    QTest::newRow("a control character") << u"sk_test\u0001_4711"_s << u"letter"_s;
    QTest::newRow("a letter no header carries") << u"sk_tést_4711"_s << u"letter"_s;
    QTest::newRow("far too long") << u"sk_test"_s + QString(5000, u'4') << u"too long"_s;
}

void CommandLineTest::refusesKeys()
{
    QFETCH(QString, variable);
    QFETCH(QString, reason);
    const QString sentence =
        refusalOf(createLinkWith({u"--base-url"_s, u"https://api.kombo.dev/v1"_s}), variable);
    QVERIFY2(sentence.contains(apiKeyVariable), qPrintable(sentence));
    QVERIFY2(sentence.contains(reason), qPrintable(sentence));
    QVERIFY2(!sentence.contains("sk_t"_L1) && !sentence.contains("4711"_L1), qPrintable(sentence));
}

void CommandLineTest::letsAutopilotStayHere_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<bool>("isLet");

    QTest::newRow("practice") << QStringList() << true;
    QTest::newRow("practice by name") << QStringList{u"--profile"_s, u"practice"_s} << true;
    QTest::newRow("this machine") << QStringList{u"--base-url"_s, u"http://localhost:4000/v1"_s}
                                  << true;
    QTest::newRow("Kombo") << QStringList{u"--base-url"_s, u"https://api.kombo.dev/v1"_s} << false;
}

void CommandLineTest::letsAutopilotStayHere()
{
    QFETCH(QStringList, where);
    QFETCH(bool, isLet);
    const auto result = parsed(connectWith(where + QStringList{u"--autopilot"_s}));
    QCOMPARE(result.hasValue(), isLet);
    if (isLet)
        QVERIFY(result->autopilot);
    else
        QVERIFY(result.error().sentence.contains("--autopilot"_L1));
}

void CommandLineTest::takesScreenshotFiles()
{
    const QTemporaryDir folder;
    const auto screenshot = [&folder](const QString &name) {
        return connectWith({u"--screenshot"_s, folder.filePath(name)});
    };
    QCOMPARE(*parsed(screenshot(u"a.png"_s))->screenshot, folder.filePath(u"a.png"_s));
    QVERIFY(parsed(screenshot(u"a.PNG"_s)).hasValue());
    QVERIFY(parsed(connectWith({u"--screenshot"_s, u"beside.png"_s})).hasValue());
    QVERIFY(refusalOf(screenshot(u"a.jpg"_s)).contains(".png"_L1));
    QVERIFY(refusalOf(screenshot(u"a"_s)).contains(".png"_L1));
    QVERIFY(refusalOf(connectWith({u"--screenshot"_s, u""_s})).contains("--screenshot"_L1));
    QVERIFY(refusalOf(screenshot(u"no/a.png"_s)).contains("folder"_L1));
    QVERIFY(QDir(folder.path()).mkdir(u"b.png"_s));
    QVERIFY(refusalOf(screenshot(u"b.png"_s)).contains("is a folder"_L1));
}

void CommandLineTest::takesEvidenceTargets()
{
    const QTemporaryDir folder;
    const auto evidence = [&folder](const QString &name) {
        return connectWith({u"--evidence"_s, folder.filePath(name)});
    };
    QCOMPARE(*parsed(evidence(u"a.zip"_s))->evidence, folder.filePath(u"a.zip"_s));
    QVERIFY(!parsed(evidence(u"a"_s))->evidencePersonalData);
    QVERIFY(parsed(evidence(u"a"_s) + QStringList{u"--evidence-personal-data"_s})
                ->evidencePersonalData);
    QVERIFY(refusalOf(evidence(u"no/a.zip"_s)).contains("folder"_L1));
    QVERIFY(refusalOf(connectWith({u"--evidence"_s, u""_s})).contains("--evidence: "_L1));
    QVERIFY(QDir(folder.path()).mkdir(u"b"_s));
    QVERIFY(refusalOf(evidence(u"b"_s)).contains("already"_L1));
    QVERIFY(refusalOf(connectWith({u"--evidence-personal-data"_s})).contains("--evidence only"_L1));
}

void CommandLineTest::readsWords()
{
    QCOMPARE(parsed({u"resolve"_s, u" tok/1 "_s})->words.token, Secret(u"tok/1"_s));
    QVERIFY(parsed({u"tools"_s, u"Assessment"_s})->words.category == Category::Assessment);
    QCOMPARE(
        parsed({u"integration"_s, u" personio:Zk3v\n"_s})->words.integrationId, u"personio:Zk3v"_s);
    const auto mapping = parsed({u"map-field"_s, u"a:b"_s, u"c"_s, u"d"_s});
    QCOMPARE(mapping->words.integrationId, u"a:b"_s);
    QCOMPARE(mapping->words.fieldId, u"c"_s);
    QCOMPARE(mapping->words.targetFieldId, u"d"_s);
    QVERIFY(parsed({u"map-field"_s, u"a"_s, u"c"_s, u"--unmap"_s})->words.targetFieldId.isEmpty());
    const auto passthrough = parsed({u"passthrough"_s, u"a:b"_s, u"f"_s, u"ON"_s});
    QCOMPARE(passthrough->words.fieldId, u"f"_s);
    QVERIFY(passthrough->words.passthrough);
    QVERIFY(!parsed({u"passthrough"_s, u"a:b"_s, u"f"_s, u"off"_s})->words.passthrough);
    QVERIFY(parsed({u"completions"_s, u"zsh"_s})->words.shell == Shell::Zsh);
}

void CommandLineTest::readsChanges()
{
    QVERIFY(parsed({u"sync"_s, u"a"_s})->syncType == SyncType::Full);
    QVERIFY(parsed({u"sync"_s, u"a"_s, u"--type"_s, u"delta"_s})->syncType == SyncType::Delta);
    const auto relink = parsed({u"relink"_s, u"a"_s, u"--language"_s, u"fr"_s, u"--link-type"_s,
        u"magic-link"_s, u"--scope-config-id"_s, u"Mp4x"_s});
    QVERIFY(relink->details.language == FlowLanguage::French);
    QVERIFY(relink->details.linkType == LinkType::MagicLink);
    QCOMPARE(relink->details.scopeConfigId, u"Mp4x"_s);
}

void CommandLineTest::readsRecordOptions()
{
    const auto plain = parsed({u"check-key"_s});
    QVERIFY(!plain->verbose && !plain->har && !plain->copyAs);
    QVERIFY(parsed({u"check-key"_s, u"--verbose"_s})->verbose);
    QVERIFY(parsed({u"check-key"_s, u"--copy-as"_s, u"PowerShell"_s})->copyAs
        == CopyForm::CurlPowerShell);
    QVERIFY(
        parsed({u"check-key"_s, u"--copy-as"_s, u"typescript"_s})->copyAs == CopyForm::TypeScript);
    QCOMPARE(parsed({u"check-key"_s, u"--har"_s, u"a.HAR"_s})->har, u"a.HAR"_s);
}

void CommandLineTest::readsFaults()
{
    const auto result = parsed({u"practice"_s, u"--fault"_s,
        u"createConnectionLink:status=429,retry_after=2"_s, u"--fault"_s, u"*:drop"_s});
    QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().sentence));
    QCOMPARE(result->faults.size(), 2);
    QCOMPARE(result->faults.constFirst().status, 429);
    QCOMPARE(result->faults.constLast().endpoint, u"*"_s);
}

void CommandLineTest::refusesOthers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("says");

    const auto row = [](const char *name, const QStringList &arguments, const QStringList &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("a verb with a slip", {u"conect"_s}, {u"“conect”"_s, u"Did you mean connect?"_s});
    row("a verb that begins like one", {u"create"_s}, {u"Did you mean create-link?"_s});
    row("an address and another word", {u"connect-desk:new?tool=x"_s, u"connect"_s},
        {u"Nothing else may stand beside"_s});
    row("an address behind a verb", createLinkWith({u"connect-desk:new?tool=x"_s}), {});
    row("an address that is too long",
        {u"connect-desk:new?tool="_s + QString(PrefillAddress::maximumLength, u'x')},
        {u"longer than 8192 characters"_s});
    row("a scheme that begins so", {u"connect-desktop:new"_s}, {u"not a verb"_s});
    row("a word that is no verb", {u"fly"_s},
        {u"“fly”"_s, u"connect, create-link, resolve, check-key"_s});
    row("an option with a slip", createLinkWith({u"--emial"_s, u"x"_s}),
        {u"--emial"_s, u"Did you mean --email?"_s});
    row("an option spelled the British way", {u"--organisation"_s, u"x"_s},
        {u"Did you mean --organization?"_s});
    row("part of an option", createLinkWith({u"--url"_s, u"x"_s}), {u"Did you mean --base-url?"_s});
    row("an option like none", createLinkWith({u"--zzz"_s}), {u"There is no option --zzz."_s});
    row("no suggestion that would not go with the verb", {u"practice"_s, u"--emial"_s},
        {u"There is no option --emial."_s});
    row("an option without its value", createLinkWith({u"--tool"_s}), {u"--tool"_s});
    row("an option in place of a value", {u"create-link"_s, u"--email"_s, u"--organization=A"_s},
        {u"--email"_s});
    row("an option as value", {u"create-link"_s, u"--email"_s, u"--json"_s},
        {u"--email has no value"_s});
    row("a switch with a value", createLinkWith({u"--filtering=no"_s}), {u"--filtering"_s});
    row("the same option twice", createLinkWith({u"--email"_s, u"b@b.example"_s}),
        {u"--email is given twice"_s});
    row("a value without quotes", createLinkWith({u"Ltd"_s}), {u"create-link"_s, u"quotes"_s});

    row("a field for resolve", {u"resolve"_s, u"t"_s, u"--email"_s, u"a@b.example"_s},
        {u"--email"_s, u"resolve"_s, u"connect, create-link"_s});
    row("a field for practice", {u"practice"_s, u"--tool"_s, u"x"_s}, {u"--tool"_s, u"practice"_s});
    row("another environment for practice",
        {u"practice"_s, u"--base-url"_s, u"https://a.example"_s}, {u"--base-url"_s});
    row("a port for connect", connectWith({u"--port"_s, u"1"_s}), {u"--port"_s, u"practice"_s});
    row("autopilot for create-link", createLinkWith({u"--autopilot"_s}), {u"--autopilot"_s});
    row("top level for create-link", createLinkWith({u"--top-level"_s}), {u"--top-level"_s});
    row("a screenshot for create-link", createLinkWith({u"--screenshot"_s, u"a.png"_s}),
        {u"--screenshot"_s, u"connect"_s});
    row("a screenshot of the window", {u"--screenshot"_s, u"a.png"_s},
        {u"--screenshot"_s, u"verb"_s, u"connect"_s});
    row("JSON from the window", {u"--json"_s}, {u"--json"_s, u"verb"_s});

    row("no email", {u"create-link"_s, u"--organization"_s, u"Acme"_s}, {u"--email: "_s});
    row("a blank email", {u"connect"_s, u"--organization"_s, u"Acme"_s, u"--email"_s, u" "_s},
        {u"--email: "_s});
    row("an email that is none",
        {u"create-link"_s, u"--organization"_s, u"Acme"_s, u"--email"_s, u"acme"_s},
        {u"--email: "_s, u"name@company.com"_s});
    row("no organization", {u"create-link"_s, u"--email"_s, u"a@b.example"_s},
        {u"--organization: "_s});
    row("a tool that is none", createLinkWith({u"--tool"_s, u"per sonio"_s}), {u"--tool: "_s});
    row("an environment without a tool", createLinkWith({u"--remote-environment"_s, u"x"_s}),
        {u"--remote-environment: "_s});
    row("filtering elsewhere", createLinkWith({u"--filtering"_s, u"--category"_s, u"ats"_s}),
        {u"--filtering: "_s, u"HRIS"_s});
    row("a control character", createLinkWith({u"--origin-id"_s, u"a\u0007b"_s}),
        {u"--origin-id: "_s});

    row("a category with a slip", createLinkWith({u"--category"_s, u"HIRS"_s}),
        {u"--category"_s, u"“HIRS”"_s, u"HRIS, ATS, ASSESSMENT, LMS"_s, u"Did you mean HRIS?"_s});
    row("a category like none", createLinkWith({u"--category"_s, u"payroll"_s}),
        {u"--category"_s, u"“payroll”"_s});
    row("a category for the window, too", {u"--category"_s, u"payroll"_s}, {u"--category"_s});
    row("a language like none", createLinkWith({u"--language"_s, u"tlh"_s}),
        {u"--language"_s, u"en, de, fr, it, es"_s});
    row("a link type like none", createLinkWith({u"--link-type"_s, u"magic"_s}),
        {u"--link-type"_s, u"Did you mean MAGIC_LINK?"_s});
    row("a magic link to connect", connectWith({u"--link-type"_s, u"magic-link"_s}),
        {u"--link-type"_s, u"EMBEDDED"_s});

    row("a profile with a sign in its name that cannot be seen",
        createLinkWith({u"--profile"_s, u"a"_s + QChar(7) + u'b'}), {u"--profile"_s});
    row("a profile with a name that is far too long",
        createLinkWith({u"--profile"_s, QString(101, u'x')}), {u"--profile"_s});
    row("a profile without a name", createLinkWith({u"--profile"_s, u""_s}), {u"--profile"_s});
    row("a profile and a base URL",
        createLinkWith({u"--profile"_s, u"practice"_s, u"--base-url"_s, u"https://a.example"_s}),
        {u"--profile"_s, u"--base-url"_s});
    row("a folder without a name", createLinkWith({u"--data-dir"_s, u""_s}), {u"--data-dir"_s});
    for (const char *seconds : {"0", "86401", "-1", "1.5", "1e3", "ten", "", " 5", "9999999999"}) {
        QTest::addRow("a time-out of '%s'", seconds)
            << createLinkWith({u"--timeout"_s, QString::fromLatin1(seconds)})
            << QStringList{u"--timeout"_s, u"1 to 86400"_s};
    }
    for (const char *port : {"65536", "-1", "http", ""}) {
        QTest::addRow("a port of '%s'", port) << QStringList{u"practice"_s, u"--port"_s,
            QString::fromLatin1(port)} << QStringList{u"--port"_s, u"65535"_s};
    }

    row("resolve without a token", {u"resolve"_s}, {u"resolve needs TOKEN"_s});
    row("resolve with an empty token", {u"resolve"_s, u" "_s}, {u"token"_s, u"empty"_s});
    row("resolve with two tokens", {u"resolve"_s, u"a"_s, u"b"_s}, {u"resolve"_s});
    row("tools without a category", {u"tools"_s}, {u"tools needs CATEGORY"_s});
    row("tools with a category that is none", {u"tools"_s, u"hiris"_s},
        {u"HRIS, ATS, ASSESSMENT, LMS"_s, u"Did you mean HRIS?"_s});
    row("integration without an ID", {u"integration"_s}, {u"integration needs ID"_s});
    row("an empty ID", {u"enable"_s, u" "_s}, {u"enable"_s, u"empty"_s});
    row("an ID with a blank", {u"disable"_s, u"a b"_s}, {u"disable: ID"_s});
    row("an ID that climbs up", {u"integration"_s, u".."_s}, {u"integration: ID"_s});
    row("an ID that is far too long", {u"sync"_s, QString(5000, u'a')}, {u"too long"_s});
    row("map-field with one ID too few", {u"map-field"_s, u"a"_s, u"b"_s},
        {u"INTEGRATION_FIELD_ID"_s});
    row("map-field to nothing and to something",
        {u"map-field"_s, u"a"_s, u"b"_s, u"c"_s, u"--unmap"_s}, {u"more words"_s});
    row("a field ID with a letter that none has", {u"map-field"_s, u"a"_s, u"é"_s, u"c"_s},
        {u"map-field: CUSTOM_FIELD_ID"_s});
    row("a switch that is neither on nor off", {u"passthrough"_s, u"a"_s, u"b"_s, u"offf"_s},
        {u"on, off"_s, u"Did you mean off?"_s});
    row("a shell that is none", {u"completions"_s, u"bsh"_s}, {u"Did you mean bash?"_s});
    row("delete without a second thought", {u"delete"_s, u"a:b"_s},
        {u"cannot be undone"_s, u"--yes"_s});
    row("a yes to something else", {u"disable"_s, u"a:b"_s, u"--yes"_s}, {u"--yes"_s, u"delete"_s});
    row("a sync of no known type", {u"sync"_s, u"a"_s, u"--type"_s, u"fulll"_s},
        {u"--type"_s, u"Did you mean FULL?"_s});
    row("a scope config for a setup link",
        {u"setup-link"_s, u"a"_s, u"--scope-config-id"_s, u"x"_s},
        {u"--scope-config-id"_s, u"relink"_s});
    row("a form to copy as that is none", {u"check-key"_s, u"--copy-as"_s, u"pyton"_s},
        {u"--copy-as"_s, u"Did you mean python?"_s});
    row("a form to copy as that is empty", {u"check-key"_s, u"--copy-as"_s, u""_s},
        {u"--copy-as"_s, u"no value"_s});
    row("a script as JSON", {u"check-key"_s, u"--copy-as"_s, u"curl"_s, u"--json"_s},
        {u"--copy-as"_s, u"--json"_s});
    row("a script of connect", connectWith({u"--copy-as"_s, u"curl"_s}), {u"--copy-as"_s});
    row("both loud and quiet", {u"check-key"_s, u"--verbose"_s, u"--quiet"_s},
        {u"--verbose"_s, u"--quiet"_s});
    row("records in a file that is no HAR", {u"check-key"_s, u"--har"_s, u"a.json"_s},
        {u"--har"_s, u".har"_s});
    row("records in a folder that is not there", {u"check-key"_s, u"--har"_s, u"no/a.har"_s},
        {u"--har"_s, u"folder"_s});
    row("a fault without an endpoint", {u"practice"_s, u"--fault"_s, u"status=429"_s},
        {u"--fault: "_s});
    row("a fault of an endpoint with a slip",
        {u"practice"_s, u"--fault"_s, u"createConectionLink:drop"_s},
        {u"--fault: "_s, u"createConnectionLink"_s});
    row("a fault with a status that is none",
        {u"practice"_s, u"--fault"_s, u"checkApiKey:status=9000"_s}, {u"--fault: "_s, u"status"_s});
    row("a fault for create-link", createLinkWith({u"--fault"_s, u"*:drop"_s}), {u"--fault"_s});
    row("a key as option", createLinkWith({u"--api-key"_s, u"x"_s}),
        {u"--api-key"_s, u"arguments"_s, u"CONNECT_DESK_API_KEY"_s});
    row("a key as option of the window", {u"--key=x"_s}, {u"--key"_s, u"CONNECT_DESK_API_KEY"_s});
}

void CommandLineTest::refusesOthers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, says);
    const QString sentence = refusalOf(arguments);
    QVERIFY(!sentence.isEmpty());
    QVERIFY2(!sentence.contains(u'\n'), qPrintable(sentence));
    for (const QString &part : says)
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void CommandLineTest::neverRepeatsSecrets_data()
{
    QTest::addColumn<QStringList>("arguments");

    const QString secret = u"s3cret-T0ken.value"_s;
    QTest::newRow("a key as option") << createLinkWith({u"--api-key"_s, secret});
    QTest::newRow("a key behind an equals sign") << createLinkWith({u"--api-key=%1"_s.arg(secret)});
    QTest::newRow("a key as the short form") << createLinkWith({u"-key"_s, secret});
    QTest::newRow("an assignment taken for an option")
        << createLinkWith({u"--CONNECT_DESK_API_KEY=%1"_s.arg(secret)});
    QTest::newRow("a secret in place of a verb") << QStringList{secret};
    QTest::newRow("a secret in an address")
        << QStringList{u"connect-desk:new?api-key=%1"_s.arg(secret), u"more"_s};
    QTest::newRow("a secret behind a verb") << createLinkWith({secret});
    QTest::newRow("a secret in place of an option") << createLinkWith({u"--"_s + secret});
    QTest::newRow("a token that begins with a dash")
        << QStringList{u"resolve"_s, u"-s3cret-T0ken"_s};
    QTest::newRow("a token of letters that begins with a dash")
        << QStringList{u"resolve"_s, u"--cret-Tken"_s};
    QTest::newRow("two tokens") << QStringList{u"resolve"_s, secret, secret};
    QTest::newRow("a token with a blank") << QStringList{u"resolve"_s, secret + u" x"_s};
    QTest::newRow("a token with a letter that none has")
        << QStringList{u"resolve"_s, secret + u"é"_s};
    QTest::newRow("a token that is far too long")
        << QStringList{u"resolve"_s, secret + QString(5000, u'a')};
    QTest::newRow("a secret behind check-key") << QStringList{u"check-key"_s, secret};
    QTest::newRow("a secret as category of tools") << QStringList{u"tools"_s, secret};
    QTest::newRow("a secret as an ID with a blank") << QStringList{u"enable"_s, secret + u" x"_s};
    QTest::newRow("a secret as shell") << QStringList{u"completions"_s, secret};
    QTest::newRow("a secret as switch") << QStringList{u"passthrough"_s, u"a"_s, u"b"_s, secret};
    QTest::newRow("a secret as form to copy as")
        << QStringList{u"check-key"_s, u"--copy-as"_s, secret};
    QTest::newRow("a secret as category") << createLinkWith({u"--category"_s, secret});
    QTest::newRow("a password in the base URL")
        << createLinkWith({u"--base-url"_s, u"https://jo:%1@api.kombo.dev"_s.arg(secret)});
    QTest::newRow("a key in the base URL")
        << createLinkWith({u"--base-url"_s, u"https://api.kombo.dev/?key=%1"_s.arg(secret)});
    QTest::newRow("a secret as base URL") << createLinkWith({u"--base-url"_s, secret});
    QTest::newRow("a secret as number") << createLinkWith({u"--timeout"_s, secret});
}

void CommandLineTest::neverRepeatsSecrets()
{
    QFETCH(QStringList, arguments);
    const QString sentence = refusalOf(arguments);
    QVERIFY(!sentence.isEmpty());
    for (const QLatin1StringView part : {"cret"_L1, "oken."_L1, "T0ken"_L1, "Tken"_L1})
        QVERIFY2(!sentence.contains(part), qPrintable(sentence));
}

void CommandLineTest::remembersThatJsonIsWanted()
{
    QVERIFY(parsed({u"create-link"_s, u"--json"_s, u"--zzz"_s}).error().json);
    QVERIFY(!parsed({u"create-link"_s, u"--zzz"_s}).error().json);
}

void CommandLineTest::helpsWhateverElseIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("verb");
    QTest::addColumn<bool>("isHelp");

    const auto row = [](const char *name, const QStringList &arguments, Verb verb, bool isHelp) {
        QTest::newRow(name) << arguments << static_cast<int>(verb) << isHelp;
    };
    row("help", {u"--help"_s}, Verb::Window, true);
    row("help for a verb", {u"connect"_s, u"--help"_s}, Verb::Connect, true);
    row("help with a slip beside it", {u"connect"_s, u"--zzz"_s, u"--help"_s}, Verb::Connect, true);
    row("version", {u"--version"_s}, Verb::Window, false);
}

void CommandLineTest::helpsWhateverElseIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, verb);
    QFETCH(bool, isHelp);
    const auto result = parsed(arguments);
    QVERIFY(result.hasValue());
    QCOMPARE(static_cast<int>(result->verb), verb);
    QVERIFY(result->action == (isHelp ? CommandLine::Action::Help : CommandLine::Action::Version));
}

void CommandLineTest::helpNamesEveryOptionOfAVerb_data()
{
    QTest::addColumn<int>("verb");

    QTest::newRow("the window") << static_cast<int>(Verb::Window);
    for (const Verb verb : allVerbs())
        QTest::newRow(qPrintable(nameOf(verb))) << static_cast<int>(verb);
}

void CommandLineTest::helpNamesEveryOptionOfAVerb()
{
    QFETCH(int, verb);
    const QString text = helpText(static_cast<Verb>(verb));
    for (const Option &option : allOptions()) {
        const bool isNamed = text.contains("\n  "_L1 + option.spelled() + u' ');
        QVERIFY2(isNamed == option.verbs.testFlag(static_cast<Verb>(verb)), option.name.data());
    }
    QVERIFY(text.contains(nameOf(static_cast<Verb>(verb))));
    QVERIFY(text.contains("Examples:\n  connect-desk"_L1));
    QVERIFY(text.endsWith(u'\n'));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
