// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidence/evidencebundle.h"
#include "evidence/secretsweep.h"
#include "evidence/sessionrecord.h"
#include "timeline/sessiontimeline.h"
#include "wording/evidencewording.h"

#include "support/sessionstage.h"
#include "support/stricttest.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <zip.h>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// Holds what every way of writing changes.
const QString secret = u"s3cr3t/\"<&ä>=="_s;
const QString linkSecret = u"https://connect.kombo.dev/v1?token=link-geheim-0815&lang=en"_s;

using Files = QHash<QString, QByteArray>;

// Every spelling of a secret that somebody might look for; made here by other means than in the
// code that looks for them.
QList<QByteArray> spellings(const QString &text)
{
    const QByteArray raw = text.toUtf8();
    QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    json = json.mid(2, json.size() - 4);
    QList<QByteArray> all{raw, QUrl::toPercentEncoding(text), json, text.toHtmlEscaped().toUtf8()};
    for (int before = 0; before < 3; ++before) {
        // Enough of the middle to be recognised, whatever stands around it.
        const QByteArray code = (QByteArray(before, 'x') + raw).toBase64();
        all.append(code.mid(4, (raw.size() - 4) / 3 * 4));
    }
    return all;
}

bool holds(const Files &files, const QString &text)
{
    for (auto file = files.begin(); file != files.end(); ++file) {
        for (const QByteArray &spelling : spellings(text)) {
            if (file.value().contains(spelling) || file.key().toUtf8().contains(spelling)) {
                qInfo("%s holds %s", qPrintable(file.key()), spelling.constData());
                return true;
            }
        }
    }
    return false;
}

bool mentions(const Files &files, const QString &text)
{
    return std::any_of(files.begin(), files.end(), [&text](const QByteArray &bytes) {
        return QString::fromUtf8(bytes).contains(text, Qt::CaseInsensitive);
    });
}

Files inMemory(const EvidenceBundle &bundle)
{
    Files files;
    for (const EvidenceFile &file : bundle.files())
        files.insert(file.path, file.bytes);
    return files;
}

Files inFolder(const QString &folder)
{
    Files files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

Files inZip(const QString &path)
{
    Files files;
    int code = 0;
    zip_t *archive =
        zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!archive)
        return files;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat{};
        zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
        QByteArray bytes(qsizetype(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(archive, zip_uint64_t(i), 0);
        if (zip_fread(file, bytes.data(), stat.size) == zip_int64_t(stat.size))
            files.insert(QString::fromUtf8(stat.name), bytes);
        zip_fclose(file);
    }
    zip_discard(archive);
    return files;
}

QImage picture()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

Exchange exchange(const QByteArray &requestBody, const QByteArray &responseBody)
{
    Exchange exchange;
    exchange.number = 1;
    exchange.endpoint = u"createConnectionLink"_s;
    exchange.startedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 3), Qt::UTC);
    exchange.method = "POST";
    exchange.url = u"https://api.kombo.dev/v1/connect/create-link"_s;
    exchange.requestHeaders = {{"Content-Type", "application/json"}};
    exchange.requestBody = requestBody;
    exchange.status = 200;
    exchange.responseHeaders = {{"Content-Type", "application/json"}};
    exchange.responseBody = responseBody;
    exchange.responseSize = responseBody.size();
    return exchange;
}

TimelineEntry entry(const TimelineEntry::Source &source, const QString &text)
{
    TimelineEntry entry;
    entry.number = 1;
    entry.source = source;
    entry.group = groupOf(source);
    entry.severity = severityOf(source, text);
    entry.at = QDateTime(QDate(2026, 11, 22), QTime(14, 3), Qt::UTC);
    entry.text = text;
    return entry;
}

ConnectDetails details()
{
    ConnectDetails details = northwind();
    details.originId = u"4711"_s;
    details.tool = u"hibob"_s;
    return details;
}

// What a session may look like afterwards.
EvidenceInput sample()
{
    EvidenceInput input;
    input.madeAt = QDateTime(QDate(2026, 11, 22), QTime(14, 5), Qt::UTC);
    input.timeline.startedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 3), Qt::UTC);
    input.timeline.entries = {entry(SessionEvent::Kind::LinkCreated, u"connect.kombo.dev"_s),
        entry(FlowNote::Kind::Console, u"hello jo@northwind.example of Northwind Ltd"_s),
        entry(SessionEvent::Kind::Ended, u"Connected"_s)};
    input.exchanges = {exchange(
        R"({"end_user_email":"jo@northwind.example","end_user_organization_name":"Northwind Ltd"})",
        R"({"data":{"id":"hibob:1","end_user_organization_name":"Northwind Ltd","end_user_origin_id":"4711"}})")};
    input.pictures = {{u"390×844, dark"_s, picture()}};
    input.order = LinkOrder(details());
    input.profile = {u"Northwind test"_s, ProfileKind::Development};
    input.apiHost = u"api.kombo.dev"_s;
    input.outcome = ConnectSession::Outcome::Connected;
    input.timing.total = std::chrono::milliseconds(4321);
    input.integration = ResolvedIntegration{u"hibob:1"_s, u"hibob"_s, u"4711"_s, u"Northwind Ltd"_s,
        u"jo@northwind.example"_s, u"COMPLETED"_s};
    input.facts = {{u"Qt"_s, u"6.4.2"_s}, {u"Screen"_s, u"390×844"_s}};
    return input;
}

// A secret wherever there is room for a text.
EvidenceInput fullOf(const QString &text)
{
    EvidenceInput input = sample();
    input.secrets = {Secret(text)};
    input.timeline.entries.append(entry(FlowNote::Kind::Console, u"x "_s + text));
    Exchange bad = exchange(text.toUtf8() + "\xff\xfe binary", "{\"a\":\"" + text.toUtf8() + "\"}");
    bad.url = u"https://api.kombo.dev/x/"_s + QString::fromLatin1(QUrl::toPercentEncoding(text));
    bad.problem = text;
    bad.requestHeaders.append({"X-Odd", text.toUtf8()});
    bad.responseHeaders.append({text.toUtf8(), "x"});
    input.exchanges.append(bad);
    Exchange coded =
        exchange("xx" + text.toUtf8().toBase64(), QByteArray("\0\xff", 2) + text.toUtf8());
    input.exchanges.append(coded);
    for (const QString &before : {u""_s, u"a"_s, u"ab"_s})
        input.facts.append(
            {before + text, QString::fromLatin1((before + text).toUtf8().toBase64())});
    QImage image = picture();
    image.setText(u"Comment"_s, text);
    image.setText(text, u"x"_s);
    input.pictures = {{text, image}};
    ConnectDetails details;
    details.email = text;
    details.organization = text;
    details.originId = text;
    details.tool = text;
    details.remoteEnvironment = text;
    details.scopeConfigId = text;
    input.order = LinkOrder(details);
    input.profile.name = text;
    input.apiHost = text;
    input.integration = ResolvedIntegration{text, text, text, text, text, text};
    return input;
}

EvidenceOptions open()
{
    EvidenceOptions options;
    options.masksPersonalData = false;
    options.hasPictures = true;
    return options;
}

} // namespace

class EvidenceTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItSays();
    void readsASession();
    void remembersASession();
    void remembersTheLastPictures();
    void holdsNoSecret_data();
    void holdsNoSecret();
    void sweepsEverySpelling();
    void masksPersonalData();
    void masksABodyThatWasCut();
    void masksIntegrationsByChoice();
    void leavesPicturesOutUnasked();
    void writesAPageThatLoadsNothing();
    void writesForeignTextAsText();
    void writesLongTextsShort();
    void makesShortNamesOfFiles();
    void writesBothForms_data();
    void writesBothForms();
    void writesNothingOver_data();
    void writesNothingOver();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void knowsTheLongestName();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void proposesAName();
};

void EvidenceTest::holdsWhatItSays()
{
    const EvidenceBundle bundle(sample(), open(), EvidenceWording::words());
    QStringList paths;
    for (const EvidenceFile &file : bundle.files())
        paths.append(file.path);
    QCOMPARE(paths.constFirst(), u"report.html"_s);
    paths.sort();
    QStringList promised = EvidenceBundle::fileNames(sample(), open());
    promised.sort();
    QCOMPARE(paths, promised);
    QVERIFY(paths.contains(u"screenshots/01-390-844-dark.png"_s));

    const Files files = inMemory(bundle);
    const auto object = [&files](const QString &name) {
        return QJsonDocument::fromJson(files.value(name)).object();
    };
    QCOMPARE(object(u"parameters.json"_s)["link"_L1].toString(), u"connection"_s);
    QCOMPARE(object(u"parameters.json"_s)["parameters"_L1]["integration_tool"_L1].toString(),
        u"hibob"_s);
    const QJsonObject environment = object(u"environment.json"_s);
    QCOMPARE(environment["outcome"_L1].toString(), u"Connected"_s);
    QCOMPARE(environment["profile"_L1]["kind"_L1].toString(), u"development"_s);
    QCOMPARE(environment["timing_ms"_L1]["total"_L1].toInt(), 4321);
    QCOMPARE(environment["facts"_L1].toArray().size(), 2);
    QCOMPARE(object(u"timeline.json"_s)["entries"_L1].toArray().size(), 3);
    QCOMPARE(object(u"exchanges.har"_s)["log"_L1]["entries"_L1].toArray().size(), 1);
    const QString report = QString::fromUtf8(files.value(u"report.html"_s));
    for (const QString &text : {u"Connected"_s, u"jo@northwind.example"_s, u"api.kombo.dev"_s,
             u"create-link"_s, u"4321 ms"_s, u"390×844"_s})
        QVERIFY2(report.contains(text), qPrintable(text));
}

void EvidenceTest::readsASession()
{
    SessionStage stage;
    SessionTimeline timeline(stage.session);
    stage.startAndOpen();
    stage.driver.finish(u"act-123456"_s);
    QTRY_COMPARE(stage.session.outcome(), ConnectSession::Outcome::Connected);
    const EvidenceInput input = EvidenceInput::of(stage.session, timeline);
    QCOMPARE(input.outcome, ConnectSession::Outcome::Connected);
    QCOMPARE(input.integration->id, u"hibob:1"_s);
    QCOMPARE(input.order->organization(), u"Northwind Ltd"_s);
    QVERIFY(!input.timeline.entries.isEmpty());
    QVERIFY(input.timing.total);
    QVERIFY(input.secrets.contains(Secret(u"act-123456"_s)));
    QStringList names;
    for (const EvidenceFact &fact : programFacts()) {
        QVERIFY2(!fact.value.isEmpty(), qPrintable(fact.name));
        names.append(fact.name);
    }
    QVERIFY(names.contains(u"@kombo-api/connect"_s) && names.contains(u"Connect Desk"_s));
}

void EvidenceTest::remembersASession()
{
    SessionStage stage;
    ExchangeLog log;
    log.append(exchange("{}", "{}")); // long before the session
    SessionRecord record(stage.session, sample().profile,
        {{}, stage.server.url(), Secret(u"practice-key"_s), {}}, log);
    Exchange later = exchange("{}", "{}");
    later.startedAt = QDateTime::currentDateTimeUtc().addSecs(1);
    log.append(later);
    record.setFact(u"Chromium"_s, u"102"_s);
    record.setFact(u"Chromium"_s, u"108"_s);
    const EvidenceInput input = record.evidence();
    QCOMPARE(input.exchanges.size(), 1);
    QCOMPARE(input.exchanges.first().number, quint64{2});
    QCOMPARE(input.apiHost, u"127.0.0.1"_s);
    QVERIFY(input.secrets.contains(Secret(u"practice-key"_s)));
    QCOMPARE(std::count_if(input.facts.cbegin(), input.facts.cend(),
                 [](const EvidenceFact &fact) { return fact.name == "Chromium"_L1; }),
        1);
}

void EvidenceTest::remembersTheLastPictures()
{
    SessionStage stage;
    const ExchangeLog log;
    SessionRecord record(stage.session, {}, {{}, stage.server.url(), {}, {}}, log);
    for (qsizetype i = 0; i <= SessionRecord::mostPictures; ++i)
        record.addPicture({QString::number(i), picture()});
    const QList<EvidencePicture> pictures = record.evidence().pictures;
    QCOMPARE(pictures.size(), SessionRecord::mostPictures);
    QCOMPARE(pictures.first().name, u"1"_s);
    QCOMPARE(pictures.last().name, QString::number(SessionRecord::mostPictures));
}

void EvidenceTest::holdsNoSecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMasked");

    QTest::newRow("odd letters, open") << secret << false;
    QTest::newRow("odd letters, masked") << secret << true;
    QTest::newRow("a link, open") << linkSecret << false;
    QTest::newRow("a link, masked") << linkSecret << true;
    QTest::newRow("an address, open") << u"key@geheim.example"_s << false;
}

void EvidenceTest::holdsNoSecret()
{
    QFETCH(QString, text);
    QFETCH(bool, isMasked);
    // The search itself finds what is there.
    QVERIFY(holds({{u"x"_s, "{\"a\":\"" + ("ab" + text.toUtf8()).toBase64() + "\"}"}}, text));

    EvidenceOptions options = open();
    options.masksPersonalData = isMasked;
    const EvidenceBundle bundle(fullOf(text), options, EvidenceWording::words());
    const QTemporaryDir folder;
    QVERIFY(!bundle.writeTo(folder.filePath(u"a"_s)));
    QVERIFY(!bundle.writeTo(folder.filePath(u"a.zip"_s)));
    const Files files = inFolder(folder.filePath(u"a"_s));
    QCOMPARE(files.size(), bundle.files().size());
    QVERIFY(!holds(files, text));
    QVERIFY(!holds(inZip(folder.filePath(u"a.zip"_s)), text));
    // A secret that is not in there shows that everything else is.
    QVERIFY(files.value(u"report.html"_s).contains("[redacted]"));
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (file.key().endsWith(".json"_L1) || file.key().endsWith(".har"_L1))
            QVERIFY2(!QJsonDocument::fromJson(file.value()).isNull(), qPrintable(file.key()));
        if (file.key().endsWith(".png"_L1)) {
            const QImage image = QImage::fromData(file.value());
            QCOMPARE(image.size(), picture().size());
            QCOMPARE(image.textKeys(), QStringList());
        }
    }
}

void EvidenceTest::sweepsEverySpelling()
{
    const SecretSweep sweep({Secret(secret), Secret(u"tiny"_s)});
    for (const QByteArray &spelling : spellings(secret).first(4)) {
        QCOMPARE(sweep.swept("a " + spelling + " b"), QByteArray("a [redacted] b"));
        QVERIFY(sweep.finds("a " + spelling));
    }
    for (int before = 0; before < 6; ++before) {
        for (const auto options : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray code =
                (QByteArray(before, '?') + secret.toUtf8() + "??").toBase64(options);
            QVERIFY2(sweep.swept(code) != code, code.constData());
        }
    }
    QCOMPARE(sweep.swept(QByteArray("a tiny thing")), QByteArray("a tiny thing"));
    QVERIFY(!sweep.finds("nothing"));
}

void EvidenceTest::masksPersonalData()
{
    EvidenceOptions options;
    options.hasPictures = true;
    const Files files = inMemory({sample(), options, EvidenceWording::words()});
    for (const QString &text : {u"jo@northwind"_s, u"Northwind Ltd"_s, u"4711"_s})
        QVERIFY2(!mentions(files, text), qPrintable(text));
    QVERIFY(mentions(files, u"hibob:1"_s));
    // The same name in every file.
    for (const QString &file : {u"report.html"_s, u"timeline.json"_s, u"timeline.md"_s,
             u"exchanges.har"_s, u"parameters.json"_s, u"environment.json"_s})
        QVERIFY2(files.value(file).contains("email-1"), qPrintable(file));
    QVERIFY(!mentions(files, u"email-2"_s));
}

// A record keeps the beginning of a long body, which may end within a letter.
void EvidenceTest::masksABodyThatWasCut()
{
    EvidenceInput input = sample();
    const QByteArray begin = "of jo@northwind.example, who writes ";
    for (const char *letter : {"ä", "€", "😀"}) {
        const QByteArray whole = begin + letter;
        for (qsizetype left = whole.size(); left >= begin.size(); --left)
            input.exchanges.append(exchange({}, whole.first(left)));
    }
    Files files = inMemory({input, {}, EvidenceWording::words()});
    QVERIFY(!mentions(files, u"left out: not text"_s));
    QCOMPARE(files.value(u"exchanges.har"_s).count("who writes"), 12);
    QVERIFY(!mentions(files, u"jo@northwind"_s));
    // In what is no text nothing could be masked.
    input.exchanges = {exchange({}, "jo@northwind.example\xff\xfe and more")};
    files = inMemory({input, {}, EvidenceWording::words()});
    QVERIFY(mentions(files, u"left out: not text"_s));
    QVERIFY(!mentions(files, u"and more"_s));
}

void EvidenceTest::masksIntegrationsByChoice()
{
    EvidenceOptions options;
    options.masksIntegrationIds = true;
    const Files files = inMemory({sample(), options, EvidenceWording::words()});
    QVERIFY(!mentions(files, u"hibob:1"_s));
    QVERIFY(files.value(u"environment.json"_s).contains("integration-1"));
    options.masksPersonalData = false;
    QVERIFY(mentions(inMemory({sample(), options, EvidenceWording::words()}), u"hibob:1"_s));
}

void EvidenceTest::leavesPicturesOutUnasked()
{
    const Files files = inMemory({sample(), {}, EvidenceWording::words()});
    QCOMPARE(files.size(), 6);
    QVERIFY(files.value(u"report.html"_s).contains("Left out"));
    QVERIFY(!files.value(u"report.html"_s).contains("<img"));
}

void EvidenceTest::writesAPageThatLoadsNothing()
{
    const QByteArray page =
        inMemory({sample(), open(), EvidenceWording::words()}).value(u"report.html"_s);
    QVERIFY(
        page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;")
        || page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
    QVERIFY(!page.contains("unsafe") && !page.contains("<script") && !page.contains("href="));
    QVERIFY(page.contains("src=\"data:image/png;base64,"));
    // The policy lets exactly this style in.
    const qsizetype begin = page.indexOf("<style>") + 7;
    const QByteArray style = page.mid(begin, page.indexOf("</style>") - begin);
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QVERIFY(page.contains("sha256-" + hash));
}

void EvidenceTest::writesForeignTextAsText()
{
    const QString hostile =
        u"</pre></td><script>alert(1)</script><img src=x onerror=y> \u202E \"q\" 'r'"_s;
    EvidenceInput input = sample();
    input.timeline.entries = {entry(FlowNote::Kind::Console, hostile)};
    input.exchanges = {exchange(hostile.toUtf8(), hostile.toUtf8())};
    input.exchanges.first().url = hostile;
    input.facts = {{hostile, hostile}};
    input.pictures.first().name = hostile;
    input.profile.name = hostile;
    const QByteArray page =
        inMemory({input, open(), EvidenceWording::words()}).value(u"report.html"_s);
    QVERIFY(!page.contains("<script") && !page.contains("<img src=x") && !page.contains("\u202E"));
    QCOMPARE(page.count("</pre>"), page.count("<pre>"));
    QCOMPARE(page.count("<img"), 1);
}

// The report is for reading; all of it stands in the other files.
void EvidenceTest::writesLongTextsShort()
{
    EvidenceInput input = sample();
    input.exchanges = {exchange(QByteArray(1'000'000, 'b'), "{}")};
    input.exchanges.first().url = QString(1'000'000, u'u');
    input.exchanges.first().problem = QString(1'000'000, u'p');
    input.facts = {{QString(1'000'000, u'n'), QString(1'000'000, u'v')}};
    const QByteArray page =
        inMemory({input, open(), EvidenceWording::words()}).value(u"report.html"_s);
    const auto holdsRun = [&page](char letter, qsizetype length) {
        return page.contains(QByteArray(length, letter))
            && !page.contains(QByteArray(length + 1, letter));
    };
    QVERIFY(holdsRun('b', 19'999) && holdsRun('p', 19'999));
    QVERIFY(holdsRun('n', 1999) && holdsRun('v', 1999));
    QVERIFY(!page.contains(QByteArray(2000, 'u')));
}

void EvidenceTest::makesShortNamesOfFiles()
{
    EvidenceInput input = sample();
    input.pictures = {{QString(300, u'x'), picture()}, {u"../ä/"_s, picture()}, {{}, picture()},
        {u"-"_s + QString(38, u'y') + u"--z"_s, picture()}};
    const QStringList expected{u"screenshots/01-"_s + QString(40, u'x') + u".png"_s,
        u"screenshots/02.png"_s, u"screenshots/03.png"_s,
        u"screenshots/04-"_s + QString(38, u'y') + u".png"_s};
    QCOMPARE(EvidenceBundle::fileNames(input, open()).last(4), expected);
}

void EvidenceTest::writesBothForms_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("a folder") << u"bundle"_s;
    QTest::newRow("a folder with a slash behind it") << u"bundle/"_s;
    QTest::newRow("a zip file") << u"bundle.zip"_s;
    QTest::newRow("a zip file in capitals") << u"bundle.ZIP"_s;
    QTest::newRow("a zip file with other letters") << u"bündel 你好.zip"_s;
}

void EvidenceTest::writesBothForms()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString target = folder.filePath(name);
    const EvidenceBundle bundle(sample(), open(), EvidenceWording::words());
    const auto problem = bundle.writeTo(target);
    QVERIFY2(!problem, problem ? qPrintable(EvidenceWording::sentence(*problem)) : "");
    QCOMPARE(QFileInfo(target).isFile(), name.endsWith(".zip"_L1, Qt::CaseInsensitive));
    QCOMPARE(QFileInfo(target).isFile() ? inZip(target) : inFolder(target), inMemory(bundle));
    // Nothing else is there.
    QCOMPARE(QDir(folder.path())
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                 .size(),
        1);
}

void EvidenceTest::writesNothingOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("what");

    QTest::newRow("a file") << u"bundle.zip"_s << u"file"_s;
    QTest::newRow("a file where a folder is wanted") << u"bundle"_s << u"file"_s;
    QTest::newRow("an empty folder") << u"bundle"_s << u"folder"_s;
    QTest::newRow("a link that leads nowhere") << u"bundle.zip"_s << u"link"_s;
}

void EvidenceTest::writesNothingOver()
{
    QFETCH(QString, name);
    QFETCH(QString, what);
    const QTemporaryDir folder;
    const QString target = folder.filePath(name);
    if (what == "folder"_L1) {
        QVERIFY(QDir().mkdir(target));
    } else if (what == "link"_L1) {
        QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), target));
    } else {
        QFile file(target);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    }
    const auto problem = EvidenceBundle(sample(), {}, EvidenceWording::words()).writeTo(target);
    QVERIFY(problem);
    QCOMPARE(problem->kind, EvidenceProblem::Kind::AlreadyThere);
    QCOMPARE(EvidenceBundle::checkTarget(target)->kind, problem->kind);
    QVERIFY(inFolder(folder.path()).size() <= 1);
    if (what == "file"_L1)
        QCOMPARE(inFolder(folder.path()).value(name), QByteArray("mine"));
}

void EvidenceTest::leavesNothingBehind_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<EvidenceProblem::Kind>("kind");

    using Kind = EvidenceProblem::Kind;
    QTest::newRow("no name") << u" "_s << Kind::NoName;
    QTest::newRow("a name no file can have") << u"a"_s + QChar::Null << Kind::NoName;
    QTest::newRow("a folder that is not there")
        << u"/nowhere/at/all/x.zip"_s << Kind::FolderMissing;
    // Nobody may write there, not even an administrator.
    QTest::newRow("a folder that takes nothing") << u"/proc/x.zip"_s << Kind::Unwritable;
    QTest::newRow("a name that is too long")
        << QDir::tempPath() + u'/' + QString(300, u'x') << Kind::Unwritable;
}

void EvidenceTest::leavesNothingBehind()
{
    QFETCH(QString, target);
    QFETCH(EvidenceProblem::Kind, kind);
    const auto problem = EvidenceBundle(sample(), {}, EvidenceWording::words()).writeTo(target);
    QVERIFY(problem);
    QCOMPARE(problem->kind, kind);
    const QStringList rest =
        QDir(QDir::tempPath())
            .entryList({u".connect-desk-evidence-*"_s}, QDir::AllEntries | QDir::Hidden);
    QCOMPARE(rest, QStringList());
}

// In bytes, and before anything is made.
void EvidenceTest::knowsTheLongestName()
{
    const QTemporaryDir folder;
    const auto problemOf = [&folder](const QString &name) {
        return EvidenceBundle::checkTarget(folder.filePath(name));
    };
    QVERIFY(!problemOf(QString(255, u'x')));
    QVERIFY(!problemOf(QString(127, u'ä') + u'x'));
    for (const QString &name : {QString(256, u'x'), QString(128, u'ä')}) {
        const auto problem = problemOf(name);
        QVERIFY(problem);
        QCOMPARE(problem->kind, EvidenceProblem::Kind::Unwritable);
    }
}

void EvidenceTest::saysWhatWentWrong_data()
{
    QTest::addColumn<EvidenceProblem::Kind>("kind");

    using Kind = EvidenceProblem::Kind;
    for (const Kind kind : {Kind::NoName, Kind::FolderMissing, Kind::AlreadyThere, Kind::Unwritable,
             Kind::PictureFailed})
        QTest::newRow(QMetaEnum::fromType<Kind>().valueToKey(static_cast<int>(kind))) << kind;
}

void EvidenceTest::saysWhatWentWrong()
{
    QFETCH(EvidenceProblem::Kind, kind);
    const EvidenceProblem problem{kind, u"x.zip"_s, u"No space left"_s};
    const ErrorMessage message = EvidenceWording::message(problem);
    QVERIFY(!message.headline.isEmpty() && !message.headline.endsWith(u'.'));
    QVERIFY(message.advice.endsWith(u'.'));
    QVERIFY(EvidenceWording::sentence(problem).contains("x.zip: No space left. "_L1));
    EvidenceInput input = sample();
    input.pictures = {{u"none"_s, QImage()}};
    if (kind == EvidenceProblem::Kind::PictureFailed)
        QCOMPARE(EvidenceBundle(input, open(), EvidenceWording::words()).writeTo(u"x.zip"_s)->kind,
            kind);
}

void EvidenceTest::proposesAName()
{
    const QString name = EvidenceBundle::proposedName(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5)));
    QCOMPARE(name, u"evidence-2026-01-02-030405.zip"_s);
}

DESK_TEST_MAIN(QGuiApplication, EvidenceTest)
#include "tst_evidence.moc"
