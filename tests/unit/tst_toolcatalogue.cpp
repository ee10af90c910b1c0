// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"
#include "catalogue/toolcatalogue.h"
#include "practice/practiceserver.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr auto apiKey = "sk_catalogue_secret_4711";
const auto environment = u"eu/production/4f1c"_s;

QByteArray answer(const QByteArray &label)
{
    return R"({"status":"success","data":{"tools":[{"id":"personio","label":")" + label
        + R"(","unknown_to_us":[1,2]}]}})";
}

} // namespace

class ToolCatalogueTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void knowsNothingAtFirst();
    void keepsWhatTheApiSays();
    void isThereAfterARestart();
    void keepsPairsApart();
    void asksOnceForAPair();
    void tellsWhyItFailed();
    void aCancelledCallBlocksNothing();
    void forgets();
    void forgetsWhatIsUnderWay();
    void aFreshAnswerBeatsTheDisk();
    void bearsDamagedFiles_data();
    void bearsDamagedFiles();
    void aTimeInTheFutureIsNow();
    void bearsAFolderThatCannotBeWritten();
    void bearsAnyNameOfAnEnvironment_data();
    void bearsAnyNameOfAnEnvironment();
    void writesNoSecret();
    void goesWhileEverythingIsUnderWay();
    void doesNotBlockOnALargeList();

private:
    void makeCatalogue()
    {
        m_catalogue.reset();
        m_catalogue = std::make_unique<ToolCatalogue>(m_folder->path());
    }
    std::optional<CachedTools> cached(Category category = Category::Hris)
    {
        return m_catalogue->cached(environment, category);
    }
    // Waits for the disk.
    std::optional<CachedTools> loaded(Category category = Category::Hris)
    {
        cached(category);
        if (m_catalogue->isLoading(environment, category)) {
            QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
            if (!changed.wait())
                return std::nullopt;
        }
        return cached(category);
    }
    bool refreshed(Category category = Category::Hris)
    {
        QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
        m_catalogue->refresh(m_client, environment, category);
        return changed.wait();
    }
    QDir tools() const { return {m_folder->filePath(u"tools"_s)}; }
    QString onlyFile()
    {
        makeCatalogue(); // the old one has written everything when it is gone
        return tools().filePath(tools().entryList(QDir::Files).value(0));
    }
    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<KomboClient> m_client;
    std::unique_ptr<ToolCatalogue> m_catalogue;
};

void ToolCatalogueTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([](const Request &) { return Response::json(answer("Personio")); });
    m_client = std::make_shared<KomboClient>(ApiAccess{
        ProfileKind::Production, m_server->url(u"/v1"_s), Secret(QString::fromLatin1(apiKey)), {}});
    makeCatalogue();
}

void ToolCatalogueTest::cleanup()
{
    m_catalogue.reset();
    m_client.reset();
    m_server.reset();
}

void ToolCatalogueTest::knowsNothingAtFirst()
{
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    QVERIFY(!cached());
    QVERIFY(m_catalogue->isLoading(environment, Category::Hris));
    QVERIFY(changed.wait());
    QVERIFY(!cached());
    QVERIFY(!m_catalogue->isLoading(environment, Category::Hris)); // the disk is asked once
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_server->requests().isEmpty());
}

void ToolCatalogueTest::keepsWhatTheApiSays()
{
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    m_catalogue->refresh(m_client, environment, Category::Ats);
    QVERIFY(m_catalogue->isRefreshing(environment, Category::Ats));
    QVERIFY(changed.wait());
    QCOMPARE(changed.first().at(0).toString(), environment);
    QCOMPARE(changed.first().at(1).value<Category>(), Category::Ats);
    QVERIFY(!m_catalogue->isRefreshing(environment, Category::Ats));
    const auto list = cached(Category::Ats);
    QVERIFY(list.has_value());
    QCOMPARE(list->tools.value(0).label, u"Personio"_s);
    QVERIFY(list->fetchedAt.secsTo(QDateTime::currentDateTimeUtc()) < 10);
    QCOMPARE(m_server->requests().first().path(), "/v1/tools/ats");
}

void ToolCatalogueTest::isThereAfterARestart()
{
    QVERIFY(refreshed());
    const QDateTime fetchedAt = cached()->fetchedAt;
    makeCatalogue();
    m_server->stop();
    QVERIFY(!cached());
    const auto list = loaded();
    QVERIFY(list.has_value());
    QCOMPARE(list->tools.value(0).id, u"personio"_s);
    QCOMPARE(list->fetchedAt, fetchedAt);
}

void ToolCatalogueTest::keepsPairsApart()
{
    QVERIFY(refreshed());
    makeCatalogue();
    QVERIFY(loaded(Category::Hris));
    QVERIFY(!loaded(Category::Lms));
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    QVERIFY(!m_catalogue->cached(u"another"_s, Category::Hris));
    QVERIFY(changed.wait());
    QVERIFY(!m_catalogue->cached(u"another"_s, Category::Hris));
}

void ToolCatalogueTest::asksOnceForAPair()
{
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    m_catalogue->refresh(nullptr, environment, Category::Hris);
    for (int i = 0; i < 3; ++i)
        m_catalogue->refresh(m_client, environment, Category::Hris);
    m_catalogue->refresh(m_client, environment, Category::Lms);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(refreshed());
    QCOMPARE(m_server->requests().size(), 3);
}

void ToolCatalogueTest::tellsWhyItFailed()
{
    QVERIFY(refreshed());
    m_server->setHandler([](const Request &) {
        return Response::json(
            R"({"status":"error","error":{"code":"PLATFORM.AUTHENTICATION_INVALID","title":null,"message":"no","log_url":null}})")
            .withStatus(401);
    });
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    QSignalSpy failed(m_catalogue.get(), &ToolCatalogue::refreshFailed);
    m_catalogue->refresh(m_client, environment, Category::Hris);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().at(2).value<ApiError>().kind, ApiError::Kind::Unauthorized);
    QVERIFY(!m_catalogue->isRefreshing(environment, Category::Hris));
    QCOMPARE(changed.count(), 0);
    QVERIFY(cached().has_value());
}

void ToolCatalogueTest::aCancelledCallBlocksNothing()
{
    m_server->enqueue(Response::stall());
    m_catalogue->refresh(m_client, environment, Category::Hris);
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_client->cancelAll();
    QVERIFY(!m_catalogue->isRefreshing(environment, Category::Hris));
    QVERIFY(refreshed());
}

void ToolCatalogueTest::forgets()
{
    QVERIFY(refreshed());
    QVERIFY(refreshed(Category::Lms));
    m_catalogue->forget(environment);
    QVERIFY(!loaded());
    makeCatalogue();
    QVERIFY(tools().entryList(QDir::Files).isEmpty());
}

void ToolCatalogueTest::forgetsWhatIsUnderWay()
{
    m_server->enqueue(Response::stall());
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    QSignalSpy failed(m_catalogue.get(), &ToolCatalogue::refreshFailed);
    cached();
    m_catalogue->refresh(m_client, environment, Category::Hris);
    QTRY_COMPARE(m_server->requests().size(), 1);
    const qsizetype before = changed.count();
    m_catalogue->forget(environment);
    QVERIFY(!m_catalogue->isRefreshing(environment, Category::Hris));
    QTest::qWait(50);
    QCOMPARE(changed.count(), before);
    QCOMPARE(failed.count(), 0);
}

void ToolCatalogueTest::aFreshAnswerBeatsTheDisk()
{
    QVERIFY(refreshed());
    makeCatalogue();
    m_server->setHandler([](const Request &) { return Response::json(answer("Personio 2")); });
    // Both at once, in the order that would let the old one win.
    m_catalogue->refresh(m_client, environment, Category::Hris);
    QTRY_COMPARE(m_server->requests().size(), 2);
    cached();
    QTRY_VERIFY(cached() && cached()->tools.value(0).label == "Personio 2"_L1);
    QTest::qWait(50);
    QCOMPARE(cached()->tools.value(0).label, u"Personio 2"_s);
}

void ToolCatalogueTest::bearsDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto document = [](const QByteArray &version, const QByteArray &category,
                              const QByteArray &time, const QByteArray &data) {
        return QByteArray(R"({"format":"connect-desk-tools","version":)" + version
            + R"(,"category":")" + category + R"(","fetched_at":")" + time + R"(","data":)" + data
            + "}");
    };
    const QByteArray time = "2026-01-02T03:04:05.678Z";
    const QByteArray data = R"({"tools":[{"id":"x","label":"X"}]})";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xFFgarbage", 9);
    QTest::newRow("another kind of JSON") << QByteArray("[1,2]");
    QTest::newRow("cut off") << document("1", "HRIS", time, data).chopped(9);
    QTest::newRow("a newer version") << document("2", "HRIS", time, data);
    QTest::newRow("of another category") << document("1", "ATS", time, data);
    QTest::newRow("without a time") << document("1", "HRIS", "yesterday", data);
    QTest::newRow("without data") << document("1", "HRIS", time, "null");
    QTest::newRow("tools that are none") << document("1", "HRIS", time, R"({"tools":[{"id":1}]})");
    QTest::newRow("deep nesting") << document("1", "HRIS", time, QByteArray(100'000, '['));
    QTest::newRow("huge") << QByteArray(ToolFile::largest + 1, ' ');
}

void ToolCatalogueTest::bearsDamagedFiles()
{
    QFETCH(QByteArray, content);
    QVERIFY(refreshed());
    overwrite(onlyFile(), content);
    QVERIFY(!loaded());
    // And a good one takes its place.
    QVERIFY(refreshed());
    makeCatalogue();
    QVERIFY(loaded());
}

void ToolCatalogueTest::aTimeInTheFutureIsNow()
{
    QVERIFY(refreshed());
    const QString path = onlyFile();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    document.insert("fetched_at"_L1, u"2199-01-01T00:00:00.000Z"_s);
    overwrite(path, QJsonDocument(document).toJson());
    QVERIFY(loaded());
    QVERIFY(cached()->fetchedAt <= QDateTime::currentDateTimeUtc());
}

void ToolCatalogueTest::bearsAFolderThatCannotBeWritten()
{
    overwrite(tools().path(), "in the way");
    QVERIFY(refreshed());
    QVERIFY(cached());
    m_catalogue = std::make_unique<ToolCatalogue>(QString());
    QVERIFY(!cached());
    QVERIFY(!m_catalogue->isLoading(environment, Category::Hris));
    QVERIFY(refreshed());
    QVERIFY(cached());
}

void ToolCatalogueTest::bearsAnyNameOfAnEnvironment_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a way up") << u"../../../etc/passwd"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("endless") << QString(100'000, u'x');
    QTest::newRow("null and line breaks") << QString::fromLatin1("a\0b\nc", 5);
    QTest::newRow("half a character") << QString(QChar(0xD800));
}

void ToolCatalogueTest::bearsAnyNameOfAnEnvironment()
{
    QFETCH(QString, name);
    QSignalSpy changed(m_catalogue.get(), &ToolCatalogue::changed);
    m_catalogue->refresh(m_client, name, Category::Hris);
    QVERIFY(changed.wait());
    makeCatalogue();
    const QStringList files = tools().entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().size(), 64 + int(qstrlen("-hris.json")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void ToolCatalogueTest::writesNoSecret()
{
    QVERIFY(refreshed());
    QFile file(onlyFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("personio"));
    QVERIFY(content.contains("unknown_to_us")); // for a later version
    QVERIFY(!content.contains(apiKey));
    QVERIFY(!content.contains(environment.toUtf8()));
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void ToolCatalogueTest::goesWhileEverythingIsUnderWay()
{
    QVERIFY(refreshed());
    for (int i = 0; i < 20; ++i) {
        makeCatalogue();
        for (const Category category : allCategories()) {
            cached(category);
            m_catalogue->refresh(m_client, environment, category);
        }
        QTest::qWait(i);
    }
    m_client.reset();
}

void ToolCatalogueTest::doesNotBlockOnALargeList()
{
    PracticeServer practice;
    const auto access = practice.start();
    QVERIFY(access.hasValue());
    m_client = std::make_shared<KomboClient>(*access);
    QVERIFY(refreshed());
    QVERIFY(cached()->tools.size() > 30);
    // As large as the lists of real environments.
    const QString path = onlyFile();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    QJsonObject data = document.value("data"_L1).toObject();
    const QJsonArray few = data.value("tools"_L1).toArray();
    QJsonArray many;
    for (int i = 0; i < 500; ++i) {
        QJsonObject tool = few.at(i % few.size()).toObject();
        tool.insert("id"_L1, u"tool%1"_s.arg(i));
        many.append(tool);
    }
    data.insert("tools"_L1, many);
    document.insert("data"_L1, data);
    overwrite(path, QJsonDocument(document).toJson(QJsonDocument::Compact));

    QElapsedTimer asking;
    asking.start();
    QVERIFY(!cached());
    QVERIFY2(asking.elapsed() < 16, qPrintable(QString::number(asking.elapsed())));
    QElapsedTimer loading;
    loading.start();
    QVERIFY(loaded());
    qInfo("500 tools, %lld KiB, read in %lld ms", QFileInfo(path).size() / 1024, loading.elapsed());
    QCOMPARE(cached()->tools.size(), 500);
}

DESK_TEST_MAIN(QCoreApplication, ToolCatalogueTest)
#include "tst_toolcatalogue.moc"
