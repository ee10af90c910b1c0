// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "flow/filesaver.h"
#include "support/stricttest.h"
#include "ui/flow/filedialogs.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! Files that a page gives or takes: downloads, uploads, prints.
class PageFilesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void savesADownload_data();
    void savesADownload();
    void replacesWhatWasThere();
    void savesNothingUnasked();
    void leavesNothingOfARefusedDownload();
    void asksOneQuestionAtATime();
    void boundsTheSize();
    void fetchesFewAtOnce();
    void asksOnlySoOften();
    void saysWhenADownloadBreaks();
    void saysWhenThePlaceCannotBeWritten();
    void takesItsQuestionBack_data();
    void takesItsQuestionBack();
    void keepsTheProfileForItsDownloads_data();
    void keepsTheProfileForItsDownloads();
    void keepsNoProfileWithoutNeed();
    void savesAPrintAsPdf();
    void refusesAPrintThatNobodyWants();
    void asksInADialog();
    void uploadsAChosenFile();
    void uploadsNothingIfNobodyIsThere();
    void survivesAnEndWhileAFileIsChosen_data();
    void survivesAnEndWhileAFileIsChosen();
    void leavesBeforeTheEngine();
    void leavesADownloadAtTheEnd();

private:
    QString placeOf(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contentOf(const QString &name) const;
    FlowPresenters presenters();

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<SaveRequest> m_asked;
    FlowPresenters::SaveAnswer m_answer;
    int m_open = 0; // questions that are not taken back
};

namespace {

constexpr char profileGone[] = "the profile is gone\n";

const QByteArray clickOn =
    "const offer = (href, name) => { const link = document.createElement('a'); link.href = href;"
    "link.download = name; document.body.append(link); link.click(); };";

// Counts itself as a question on the screen.
class CountedQuestion final : public OpenQuestion {
public:
    explicit CountedQuestion(int *count)
        : m_count(count)
    {
        ++*m_count;
    }
    ~CountedQuestion() override { --*m_count; }
    Q_DISABLE_COPY_MOVE(CountedQuestion)

private:
    int *m_count;
};

// Runs an event loop until the test has done what it wants, as a dialog would.
class ScriptedChooser final : public UploadChooser {
public:
    std::function<QStringList()> meanwhile;
    int asked = 0;
    int cancelled = 0;

    void cancel() override { ++cancelled; }

protected:
    QStringList ask(const UploadRequest &) override
    {
        ++asked;
        const QStringList files = meanwhile();
        QTest::qWait(300);
        return files;
    }
};

void clickAt(QWidget *view, QPointF where)
{
    QWidget *const target = view->focusProxy();
    const QPointF global = target->mapToGlobal(where);
    QMouseEvent press(QEvent::MouseButtonPress, where, global, Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &press);
    QMouseEvent release(
        QEvent::MouseButtonRelease, where, global, Qt::LeftButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(target, &release);
}

const QByteArray upload =
    "const field = document.createElement('input'); field.type = 'file';"
    "field.style = 'position: fixed; inset: 0; width: 100%; height: 100%';"
    "document.body.append(field); field.addEventListener('change', async () =>"
    "finish('got-' + field.files[0].name + '-' + await field.files[0].text()));"
    "field.addEventListener('cancel', () => finish('cancelled'));";

} // namespace

void PageFilesTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_asked.clear();
    m_answer = {};
    m_open = 0;
}

QByteArray PageFilesTest::contentOf(const QString &name) const
{
    QFile file(placeOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no file>");
}

FlowPresenters PageFilesTest::presenters()
{
    FlowPresenters presenters;
    presenters.save = [this](const SaveRequest &request, FlowPresenters::SaveAnswer answer) {
        m_asked.append(request);
        m_answer = std::move(answer);
        return std::make_unique<CountedQuestion>(&m_open);
    };
    return presenters;
}

void PageFilesTest::savesADownload_data()
{
    QTest::addColumn<QByteArray>("href");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<FlowPlacement>("placement");

    const QString host = u"127.0.0.1"_s;
    QTest::newRow("from a server")
        << QByteArray("'/file'") << u"a.csv"_s << u"a.csv"_s << host << FlowPlacement::Frame;
    QTest::newRow("from a server, at top level")
        << QByteArray("'/file'") << u"a.csv"_s << u"a.csv"_s << host << FlowPlacement::TopLevel;
    QTest::newRow("made by the page") << QByteArray("URL.createObjectURL(new Blob(['content']))")
                                      << u"b.csv"_s << u"b.csv"_s << host << FlowPlacement::Frame;
    QTest::newRow("an address of its own") << QByteArray("'data:text/csv,content'") << u"c.csv"_s
                                           << u"c.csv"_s << QString() << FlowPlacement::Frame;
    QTest::newRow("with a path as name")
        << QByteArray("URL.createObjectURL(new Blob(['content']))") << u"../../x/.profile"_s
        << u".._x_.profile"_s << host << FlowPlacement::Frame;
}

void PageFilesTest::savesADownload()
{
    QFETCH(QByteArray, href);
    QFETCH(QString, name);
    QFETCH(QString, proposed);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript(
        "/flow", clickOn + "later(() => { offer(" + href + ", '" + name.toUtf8() + "') })");
    scene.setResponse("/file", Response::of(200, "application/octet-stream", "content"));
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(m_asked.size(), 1);
    QVERIFY(!m_asked.first().fileName.contains(u'/'));
    QVERIFY(!m_asked.first().fileName.startsWith(u'.'));
    if (!proposed.startsWith(u'.'))
        QCOMPARE(m_asked.first().fileName, proposed);
    QTEST(m_asked.first().host, "host");
    QTRY_COMPARE(scene.noted(Kind::DownloadOffered, m_asked.first().fileName), 1);
    QTest::qWait(300); // long enough for it to be complete
    QCOMPARE(scene.noted(Kind::DownloadSaved), 0);

    m_answer(placeOf(u"chosen.txt"_s));
    QTRY_COMPARE(contentOf(u"chosen.txt"_s), QByteArray("content"));
    QTRY_COMPARE(scene.noted(Kind::DownloadSaved, u"chosen.txt, 7 bytes"_s), 1);
    m_answer(placeOf(u"again.txt"_s)); // only the first answer counts
    QTest::qWait(100);
    QCOMPARE(contentOf(u"again.txt"_s), QByteArray("<no file>"));
    QCOMPARE(scene.events(), QStringList{u"loaded"_s});
}

void PageFilesTest::replacesWhatWasThere()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    QFile old(placeOf(u"old.txt"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("something longer than the new") > 0);
    old.close();
    scene.setScript("/flow", clickOn + "later(() => offer('data:text/csv,content', 'a'))");
    scene.open();
    QTRY_COMPARE(m_asked.size(), 1);
    m_answer(placeOf(u"old.txt"_s));
    QTRY_COMPARE(contentOf(u"old.txt"_s), QByteArray("content"));
}

void PageFilesTest::savesNothingUnasked()
{
    FlowScene scene;
    scene.setScript("/flow", clickOn + "later(() => offer('data:text/csv,content', 'a.csv'))");
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"nobody is there to be asked"_s), 1);
    QCOMPARE(scene.noted(Kind::DownloadOffered), 0);
}

void PageFilesTest::leavesNothingOfARefusedDownload()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/file', 'a.csv'))");
    scene.setResponse("/file", Response::of(200, "application/octet-stream", "content"));
    scene.open();
    QTRY_COMPARE(m_asked.size(), 1);
    m_answer({});
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"a.csv: not wanted"_s), 1);
    QCOMPARE(scene.noted(Kind::DownloadSaved), 0);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void PageFilesTest::asksOneQuestionAtATime()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow",
        clickOn
            + "later(() => { for (let i = 0; i < 30; ++i)"
              "setTimeout(() => offer(URL.createObjectURL(new Blob(['x'])), 'n' + i), i * 20) })");
    scene.open();
    QTRY_VERIFY(scene.noted(Kind::DownloadRefused, u"another file is being asked about"_s) >= 5);
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_open, 1);
}

void PageFilesTest::boundsTheSize()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/huge', 'huge.bin'))");
    scene.setResponse("/huge",
        Response::of(200, "application/octet-stream", QByteArray(5000, 'x'))
            .withHeader("Content-Length", QByteArray::number(FileSaver::largest + 1))
            .stalledAfter(5000));
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"larger than"_s), 1);
    QCOMPARE(m_asked.size(), 0);
}

void PageFilesTest::fetchesFewAtOnce()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => 0)");
    scene.setResponse("/slow",
        Response::of(200, "application/octet-stream", QByteArray(5000, 'x')).stalledAfter(1000));
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    const auto offerOne = [&scene] {
        FlowScene::evaluate(scene.flow().page(), u"offer('/slow', 'slow.bin')"_s);
    };
    for (int i = 1; i <= 3; ++i) {
        offerOne();
        QTRY_COMPARE(m_asked.size(), i);
        m_answer(placeOf(QString::number(i)));
    }
    offerOne();
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"too many at once"_s), 1);
    QCOMPARE(m_asked.size(), 3);
}

// With a click for each, since the engine itself ends ten in a row that nobody clicked for.
void PageFilesTest::asksOnlySoOften()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow",
        clickOn
            + "document.body.style = 'position: fixed; inset: 0';"
              "onclick = (event) => { if (event.isTrusted) offer('data:text/csv,x', 'a.csv') };");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), QStringList{u"loaded"_s});
    const auto asksAgain = [this, &scene](qsizetype count) {
        if (m_asked.size() < count)
            clickAt(scene.view(), {300, 200});
        return m_asked.size() == count;
    };
    for (qsizetype i = 1; i <= 50; ++i) {
        QTRY_VERIFY(asksAgain(i));
        m_answer({});
    }
    const auto isEnough = [&] {
        clickAt(scene.view(), {300, 200});
        return scene.noted(Kind::DownloadRefused, u"too many for one flow"_s) > 0;
    };
    QTRY_VERIFY(isEnough());
    QCOMPARE(m_asked.size(), 50);
}

void PageFilesTest::saysWhenADownloadBreaks()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/broken', 'broken.bin'))");
    scene.setResponse("/broken",
        Response::of(200, "application/octet-stream", QByteArray(1000, 'x')).cutAfter(10));
    scene.open();
    QTRY_COMPARE(m_asked.size(), 1);
    if (scene.noted(Kind::DownloadRefused, u"broken.bin: "_s) == 0)
        m_answer(placeOf(u"broken.bin"_s));
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"broken.bin: "_s), 1);
    QCOMPARE(contentOf(u"broken.bin"_s), QByteArray("<no file>"));
}

void PageFilesTest::saysWhenThePlaceCannotBeWritten()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('data:text/csv,content', 'a.csv'))");
    scene.open();
    QTRY_COMPARE(m_asked.size(), 1);
    m_answer(placeOf(u"no/such/folder/a.csv"_s));
    QTRY_COMPARE(scene.noted(Kind::DownloadRefused, u"cannot be written"_s), 1);
}

void PageFilesTest::takesItsQuestionBack_data()
{
    QTest::addColumn<bool>("stops");
    QTest::newRow("stopped") << true;
    QTest::newRow("destroyed") << false;
}

void PageFilesTest::takesItsQuestionBack()
{
    QFETCH(bool, stops);
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/file', 'a.csv'))");
    scene.setResponse("/file", Response::of(200, "application/octet-stream", "content"));
    scene.open();
    QTRY_COMPARE(m_open, 1);
    if (stops)
        scene.flow().stop();
    else
        scene.destroyFlow();
    QCOMPARE(m_open, 0);
    m_answer(placeOf(u"late.txt"_s));
    QTest::qWait(200);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void PageFilesTest::keepsTheProfileForItsDownloads_data()
{
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<bool>("isPresented");
    QTest::newRow("one that waits for an answer") << false << true;
    QTest::newRow("one that goes on") << true << true;
    QTest::newRow("one that was refused") << false << false;
}

// A thread of the engine is still at work on a file when the flow goes.
void PageFilesTest::keepsTheProfileForItsDownloads()
{
    QFETCH(bool, isAnswered);
    QFETCH(bool, isPresented);
    FlowScene scene;
    if (isPresented)
        scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/endless', 'a.bin'))");
    scene.setResponse("/endless",
        Response::of(200, "application/octet-stream", QByteArray(200'000, 'x'))
            .stalledAfter(100'000));
    QStringList log;
    QWebEngineProfile *const profile = scene.flow().page()->profile();
    connect(profile, &QObject::destroyed, this, [&log] { log.append(u"profile"_s); });
    connect(scene.flow().page(), &QObject::destroyed, this, [&log] { log.append(u"page"_s); });
    connect(profile, &QWebEngineProfile::downloadRequested, this,
        [&log, this](QWebEngineDownloadRequest *download) {
            const auto add = [&log, download] {
                if (download->isFinished())
                    log.append(u"download"_s);
            };
            connect(download, &QWebEngineDownloadRequest::isFinishedChanged, this, add);
            add();
        });
    scene.open();
    QTRY_VERIFY(scene.noted(Kind::DownloadOffered) + scene.noted(Kind::DownloadRefused) == 1);
    if (isAnswered)
        m_answer(placeOf(u"a.bin"_s));
    scene.destroyFlow();
    // Not within that call: its end comes with the threads of the engine.
    QVERIFY(!log.contains(u"profile"_s));
    QVERIFY(log.contains(u"page"_s));
    QTRY_COMPARE(log.last(), u"profile"_s);
    QVERIFY(log.indexOf(u"download"_s) >= 0);
    QCOMPARE(log.count(u"download"_s), 1);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void PageFilesTest::keepsNoProfileWithoutNeed()
{
    FlowScene scene;
    scene.setScript("/flow", "finish('no-file')");
    const QPointer<QWebEngineProfile> profile = scene.flow().page()->profile();
    scene.open();
    QTRY_COMPARE(scene.tokens(), QStringList{u"no-file"_s});
    scene.destroyFlow();
    QVERIFY(!profile);
}

void PageFilesTest::savesAPrintAsPdf()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", "later(() => { document.title = 'Steps / 1'; window.print() })");
    scene.openTopLevel();
    QTRY_COMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.first().what, SaveRequest::What::Print);
    QCOMPARE(m_asked.first().host, u"127.0.0.1"_s);
    QVERIFY(m_asked.first().fileName.endsWith(".pdf"_L1));
    m_answer(placeOf(u"page.pdf"_s));
    QTRY_COMPARE(scene.noted(Kind::Printed, u"page.pdf"_s), 1);
    QVERIFY(contentOf(u"page.pdf"_s).startsWith("%PDF-"));
}

void PageFilesTest::refusesAPrintThatNobodyWants()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => window.print())");
    scene.openTopLevel();
    QTRY_COMPARE(scene.noted(Kind::DialogRefused, u"print of 127.0.0.1: nobody"_s), 1);

    FlowScene other;
    other.flow().setPresenters(presenters());
    other.setScript("/flow", "later(() => window.print())");
    other.openTopLevel();
    QTRY_COMPARE(m_asked.size(), 1);
    m_answer({});
    QTRY_COMPARE(other.noted(Kind::DialogRefused, u"print of 127.0.0.1: not wanted"_s), 1);
}

void PageFilesTest::asksInADialog()
{
    FlowScene scene;
    FlowPresenters presenters;
    presenters.save = saveDialogsFor(scene.view());
    scene.flow().setPresenters(presenters);
    scene.setScript("/flow", clickOn + "later(() => offer('/file', 'a.csv'))");
    scene.setResponse("/file", Response::of(200, "application/octet-stream", "content"));
    scene.open();
    const auto dialog = [&] { return scene.view()->window()->findChild<QFileDialog *>(); };
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(dialog()->windowTitle().contains("127.0.0.1"_L1));
    QVERIFY(dialog()->selectedFiles().constFirst().endsWith("/a.csv"_L1));
    dialog()->setDirectory(m_folder->path());
    dialog()->findChild<QLineEdit *>()->setText(u"saved.csv"_s);
    static_cast<QDialog *>(dialog())->accept();
    QTRY_COMPARE(contentOf(u"saved.csv"_s), QByteArray("content"));
    QTRY_VERIFY(!dialog());
}

void PageFilesTest::uploadsAChosenFile()
{
    QFile file(placeOf(u"list.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rows") > 0);
    file.close();
    FlowScene scene;
    auto chooser = std::make_shared<ScriptedChooser>();
    chooser->meanwhile = [&] { return QStringList{placeOf(u"list.txt"_s)}; };
    scene.flow().setPresenters({{}, {}, chooser, {}});
    scene.setScript("/flow", upload);
    scene.open();
    const auto click = [&] {
        if (chooser->asked == 0)
            clickAt(scene.view(), {300, 200});
        return chooser->asked == 1;
    };
    QTRY_VERIFY(click());
    QTRY_COMPARE(scene.tokens(), QStringList{u"got-list.txt-rows"_s});
    QCOMPARE(scene.noted(Kind::FileChosen, u"1 file"_s), 1);
}

void PageFilesTest::uploadsNothingIfNobodyIsThere()
{
    FlowScene scene;
    scene.setScript("/flow", upload);
    scene.open();
    const auto click = [&] {
        clickAt(scene.view(), {300, 200});
        return scene.noted(Kind::DialogRefused, u"file chooser"_s) > 0;
    };
    QTRY_VERIFY(click());
}

void PageFilesTest::survivesAnEndWhileAFileIsChosen_data()
{
    QTest::addColumn<QString>("end");
    for (const char *end : {"stop", "reload", "destroy", "view", "crash"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void PageFilesTest::survivesAnEndWhileAFileIsChosen()
{
    QFETCH(QString, end);
    FlowScene scene;
    auto chooser = std::make_shared<ScriptedChooser>();
    chooser->meanwhile = [&]() -> QStringList {
        if (end == "stop"_L1)
            scene.flow().stop();
        else if (end == "reload"_L1)
            scene.flow().reload();
        else if (end == "destroy"_L1)
            scene.destroyFlow();
        else if (end == "view"_L1)
            scene.destroyView();
        else
            FlowScene::evaluate(scene.flow().page(), u"location = 'chrome://crash'"_s);
        return {u"/nowhere"_s};
    };
    scene.flow().setPresenters({{}, {}, chooser, {}});
    scene.setScript("/flow", upload);
    scene.open();
    const QPointer<QWebEnginePage> page = scene.flow().page();
    const auto click = [&] {
        if (chooser->asked == 0)
            clickAt(scene.view(), {300, 200});
        return chooser->asked == 1;
    };
    QTRY_VERIFY(click());
    const bool isEnded = end == "stop"_L1 || end == "reload"_L1 || end == "destroy"_L1;
    QCOMPARE(chooser->cancelled > 0, isEnded);
    if (isEnded)
        QTRY_VERIFY(!page);
    // The engine is sound afterwards.
    FlowScene other;
    other.setScript("/flow", "finish('marker')");
    other.open();
    QTRY_COMPARE(other.tokens(), QStringList{u"marker"_s});
}

// Whatever waits for a download when the application ends has to go before the engine does.
void PageFilesTest::leavesBeforeTheEngine()
{
    QProcess other;
    other.setProcessChannelMode(QProcess::MergedChannels);
    other.start(QCoreApplication::applicationFilePath(), {u"leavesADownloadAtTheEnd"_s});
    QVERIFY(other.waitForFinished(60'000));
    const QByteArray said = other.readAll();
    QCOMPARE(other.exitStatus(), QProcess::NormalExit);
    QVERIFY2(other.exitCode() == 0, said.constData());
    QVERIFY2(!said.contains("Release of profile"), said.constData());
    QVERIFY2(said.contains(profileGone), said.constData());
}

// The last one, since it is the end of the application that matters.
void PageFilesTest::leavesADownloadAtTheEnd()
{
    FlowScene scene;
    scene.flow().setPresenters(presenters());
    scene.setScript("/flow", clickOn + "later(() => offer('/endless', 'a.bin'))");
    scene.setResponse("/endless",
        Response::of(200, "application/octet-stream", QByteArray(200'000, 'x'))
            .stalledAfter(100'000));
    QWebEngineProfile *const profile = scene.flow().page()->profile();
    // The application is on its way out by then; only its object is told to stay out of it.
    connect(
        profile, &QObject::destroyed, profile,
        [] {
            if (QCoreApplication::instance())
                fputs(profileGone, stderr);
        },
        Qt::DirectConnection);
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::DownloadOffered), 1);
    scene.destroyFlow();
}

DESK_TEST_MAIN(QApplication, PageFilesTest)
#include "tst_pagefiles.moc"
