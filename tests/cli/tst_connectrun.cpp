// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"

#include "cli/connectrun.h"
#include "cli/console.h"
#include "core/redactor.h"
#include "fakeflow/fakeflowdriver.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// The verb connect with a flow that does what the test says.
class ConnectRunTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void printsTheIntegration();
    void printsTheIntegrationAsJson();
    void tellsItsSteps();
    void asksForAutopilot();
    void showsTheFlowAtTopLevel();
    void leavesTimeForAPicture();
    void makesTheHostBeforeItSends();
    void makesNoLinkThatNobodyCanOpen();
    void makesNoMagicLink();
    void saysThatItIsAnotherClient();
    void endsWhenTheFlowIsClosed();
    void endsWhenTheFlowStops_data();
    void endsWhenTheFlowStops();
    void endsWhenItIsInterrupted_data();
    void endsWhenItIsInterrupted();
    void endsWhenItsTimeIsUp_data();
    void endsWhenItsTimeIsUp();
    void endsWhenTheLinkExpires();
    void doesNotExpireWhileItResolves();
    void takesTheLastView_data();
    void takesTheLastView();
    void saysThatTheScreenshotFailed();
    void takesNoScreenshotUnasked();
    void keepsSecretsOutOfItsWords();
    void savesEvidence_data();
    void savesEvidence();
    void savesThePictureWithPersonalDataOnly();
    void saysThatEvidenceFailed();
    void savesNoEvidenceOfWrongUsage();

private:
    struct Views {
        QStringList saved; // what the driver had been told when each was taken
        QString trouble;
        int looked = 0; // how often a picture was asked for
    };

    class Host final : public FlowHost {
    public:
        Host(FakeFlowDriver *driver, Views &views)
            : m_driver(driver)
            , m_views(views)
        {
        }
        FlowDriver *driver() override { return m_driver; }
        QString unavailableReason() const override { return u"No engine here."_s; }
        bool saveScreenshot(const QString &path, QString *why) override
        {
            m_views.saved.append(path + u' ' + m_driver->orders().join(u','));
            *why = m_views.trouble;
            return m_views.trouble.isEmpty();
        }
        QImage picture() override
        {
            ++m_views.looked;
            QImage image(30, 20, QImage::Format_RGB32);
            image.fill(Qt::darkCyan);
            return image;
        }
        QString engineVersion() const override { return u"102.0"_s; }

    private:
        FakeFlowDriver *m_driver;
        Views &m_views;
    };

    void make(const CommandLine &commandLine, Console::Form form = Console::Form::Json);
    CommandLine commandLine() const;
    void startAndOpen();
    void finishFlow();
    bool hasEnded() const { return !m_finished->isEmpty(); }
    int exitCode() const;
    QJsonObject document() const { return QJsonDocument::fromJson(m_out.data()).object(); }
    QString errorKind() const;

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<FakeFlowDriver> m_driver;
    Views m_views;
    Redactor m_redactor;
    QBuffer m_out;
    QBuffer m_err;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ConnectRun> m_run;
    std::unique_ptr<QSignalSpy> m_finished;
    int m_hostsMade = 0;
    qsizetype m_requestsWhenHostWasMade = -1;
};

namespace {

const QString acme = u"Acme"_s;
const QString email = u"jo@acme.example"_s;

} // namespace

void ConnectRunTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<ScriptedServer>();
    m_driver = std::make_unique<FakeFlowDriver>();
    m_views = {};
    m_hostsMade = 0;
    m_requestsWhenHostWasMade = -1;
    for (QBuffer *buffer : {&m_out, &m_err}) {
        buffer->setData({});
        buffer->open(QIODevice::WriteOnly);
    }
}

void ConnectRunTest::cleanup()
{
    m_finished.reset();
    m_run.reset();
    m_console.reset();
    m_driver.reset();
    m_server.reset();
    m_out.close();
    m_err.close();
}

CommandLine ConnectRunTest::commandLine() const
{
    CommandLine commandLine;
    commandLine.verb = Verb::Connect;
    commandLine.details.email = email;
    commandLine.details.organization = acme;
    commandLine.adHoc =
        ApiAccess{ProfileKind::AdHoc, m_server->url(u"/v1"_s), Secret(u"KeyGeheim"_s), {}};
    return commandLine;
}

void ConnectRunTest::make(const CommandLine &commandLine, Console::Form form)
{
    m_console = std::make_unique<Console>(m_out, m_err, m_redactor, form, false);
    m_run = std::make_unique<ConnectRun>(commandLine, *m_console, m_redactor, [this] {
        ++m_hostsMade;
        m_requestsWhenHostWasMade = m_server->requests().size();
        return std::make_unique<Host>(m_driver.get(), m_views);
    });
    m_finished = std::make_unique<QSignalSpy>(m_run.get(), &VerbRun::finished);
}

void ConnectRunTest::startAndOpen()
{
    m_server->enqueue(Answers::link(m_server->url(u"/flow?token=LinkGeheim"_s).toString()));
    m_run->start();
    QTRY_VERIFY(!m_driver->orders().isEmpty());
    m_driver->load();
}

void ConnectRunTest::finishFlow()
{
    m_driver->finish(u"TokenGeheim"_s);
    QTRY_VERIFY(hasEnded());
}

int ConnectRunTest::exitCode() const
{
    return m_finished->size() == 1 ? static_cast<int>(m_finished->first().first().value<ExitCode>())
                                   : -1;
}

QString ConnectRunTest::errorKind() const
{
    const QByteArray last = m_err.data().trimmed().split('\n').last();
    return QJsonDocument::fromJson(last).object().value("error"_L1)["kind"_L1].toString();
}

void ConnectRunTest::printsTheIntegration()
{
    make(commandLine(), Console::Form::Text);
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(exitCode(), 0);
    QVERIFY2(m_out.data().startsWith("Integration ID  personio:4711\n"), m_out.data().constData());
    QCOMPARE(m_driver->orders().last(), u"stop"_s);
}

void ConnectRunTest::printsTheIntegrationAsJson()
{
    make(commandLine());
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(exitCode(), 0);
    QCOMPARE(m_err.data(), QByteArray());
    QCOMPARE(document().keys(), QStringList({u"integration"_s, u"mismatches"_s, u"timing_ms"_s}));
    QCOMPARE(document().value("integration"_L1)["id"_L1].toString(), u"personio:4711"_s);
    QCOMPARE(document().value("mismatches"_L1).toArray(), QJsonArray());
    const QJsonObject timing = document().value("timing_ms"_L1).toObject();
    QCOMPARE(timing.keys(),
        QStringList({u"create_link"_s, u"flow"_s, u"load"_s, u"resolve"_s, u"total"_s}));
    for (const QJsonValue &time : timing)
        QVERIFY(time.isDouble());
}

void ConnectRunTest::tellsItsSteps()
{
    make(commandLine(), Console::Form::Text);
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(m_err.data().count('\n'), 4);
    for (const char *step : {"Creating link", "Loading", "open", "Reading"})
        QVERIFY2(m_err.data().contains(step), m_err.data().constData());
}

void ConnectRunTest::asksForAutopilot()
{
    CommandLine automatic = commandLine();
    automatic.autopilot = true;
    make(automatic);
    startAndOpen();
    QVERIFY2(m_driver->orders().first().endsWith("#autopilot"_L1),
        qPrintable(m_driver->orders().first()));
}

void ConnectRunTest::showsTheFlowAtTopLevel()
{
    CommandLine topLevel = commandLine();
    topLevel.topLevel = true;
    make(topLevel);
    startAndOpen();
    QVERIFY2(m_driver->orders().first().endsWith(" at top level"_L1),
        qPrintable(m_driver->orders().first()));
}

void ConnectRunTest::leavesTimeForAPicture()
{
    CommandLine automatic = commandLine();
    automatic.autopilot = true;
    automatic.screenshot = u"view.png"_s;
    make(automatic);
    startAndOpen();
    QVERIFY2(m_driver->orders().first().endsWith("#autopilot-in-view"_L1),
        qPrintable(m_driver->orders().first()));
}

void ConnectRunTest::makesTheHostBeforeItSends()
{
    make(commandLine());
    QCOMPARE(m_hostsMade, 0);
    startAndOpen();
    QCOMPARE(m_hostsMade, 1);
    QCOMPARE(m_requestsWhenHostWasMade, 0);
}

void ConnectRunTest::makesNoLinkThatNobodyCanOpen()
{
    m_driver.reset();
    make(commandLine());
    m_run->start();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 5);
    QCOMPARE(errorKind(), u"flow_unavailable"_s);
    QVERIFY(m_err.data().contains("No engine here."));
    QCOMPARE(m_out.data(), QByteArray());
    QCOMPARE(m_server->requests().size(), 0);
}

void ConnectRunTest::makesNoMagicLink()
{
    CommandLine forSending = commandLine();
    forSending.details.linkType = LinkType::MagicLink;
    make(forSending);
    m_run->start();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 2);
    QCOMPARE(errorKind(), u"usage"_s);
    QVERIFY(m_err.data().contains("create-link"));
    QCOMPARE(m_server->requests().size(), 0);
}

void ConnectRunTest::saysThatItIsAnotherClient()
{
    make(commandLine());
    startAndOpen();
    m_server->enqueue(Answers::integration(u"Evil Corp"_s, email));
    finishFlow();
    QCOMPARE(exitCode(), 9);
    QCOMPARE(errorKind(), u"mismatch"_s);
    QVERIFY(m_err.data().contains("Evil Corp") && m_err.data().contains("Acme"));
    // The result is there all the same: it is the only trace of the integration.
    const QJsonObject mismatch{{u"field"_s, u"end_user_organization_name"_s}, {u"asked"_s, acme},
        {u"found"_s, u"Evil Corp"_s}};
    QCOMPARE(document().value("mismatches"_L1).toArray(), QJsonArray{mismatch});
}

void ConnectRunTest::endsWhenTheFlowIsClosed()
{
    make(commandLine());
    startAndOpen();
    m_driver->closeByEndUser();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 7);
    QCOMPARE(errorKind(), u"closed"_s);
    QCOMPARE(m_out.data(), QByteArray());
}

void ConnectRunTest::endsWhenTheFlowStops_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("kind");

    const auto row = [](const char *name, FlowFailure::Reason reason, const char *kind) {
        QTest::newRow(name) << static_cast<int>(reason) << QString::fromLatin1(kind);
    };
    row("it did not load", FlowFailure::Reason::DidNotLoad, "flow_did_not_load");
    row("it crashed", FlowFailure::Reason::PageCrashed, "flow_crashed");
    row("its host is not who it says", FlowFailure::Reason::Certificate, "flow_certificate");
    row("the engine is gone", FlowFailure::Reason::Unavailable, "flow_unavailable");
}

void ConnectRunTest::endsWhenTheFlowStops()
{
    QFETCH(int, reason);
    make(commandLine());
    startAndOpen();
    m_driver->fail(static_cast<FlowFailure::Reason>(reason));
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 5);
    QTEST(errorKind(), "kind");
    QCOMPARE(m_driver->orders().last(), u"stop"_s);
}

void ConnectRunTest::endsWhenItIsInterrupted_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("before it began") << 0 << QByteArray("before there was a link");
    QTest::newRow("while the link is made") << 1 << QByteArray("before there was a link");
    QTest::newRow("while the flow is open") << 2 << QByteArray("before it reported a result");
    // The flow was finished, so the client may well be connected.
    QTest::newRow("while the token is resolved") << 3 << QByteArray("twice");
}

void ConnectRunTest::endsWhenItIsInterrupted()
{
    QFETCH(int, requests);
    QFETCH(QByteArray, says);
    make(commandLine());
    if (requests == 1) {
        m_server->enqueue(Response::stall());
        m_run->start();
        QTRY_COMPARE(m_server->requests().size(), 1);
    } else if (requests > 1) {
        startAndOpen();
    }
    if (requests == 3) {
        m_server->enqueue(Response::stall());
        m_driver->finish(u"TokenGeheim"_s);
        QTRY_COMPARE(m_server->requests().size(), 2);
    }
    m_run->interrupt();
    m_run->interrupt();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 7);
    QCOMPARE(errorKind(), u"cancelled"_s);
    QVERIFY2(m_err.data().contains(says), m_err.data().constData());
    QCOMPARE(m_out.data(), QByteArray());
}

void ConnectRunTest::endsWhenItsTimeIsUp_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("kind");

    QTest::newRow("while the link is made") << 1 << 5 << u"timeout"_s;
    QTest::newRow("while the flow is open") << 2 << 8 << u"flow_timed_out"_s;
    QTest::newRow("while the token is resolved") << 3 << 5 << u"timeout"_s;
}

void ConnectRunTest::endsWhenItsTimeIsUp()
{
    QFETCH(int, requests);
    CommandLine limited = commandLine();
    limited.timeout = std::chrono::seconds(1);
    make(limited);
    if (requests == 1) {
        m_server->enqueue(Response::stall());
        m_run->start();
    } else {
        startAndOpen();
    }
    if (requests == 3) {
        m_server->enqueue(Response::stall());
        m_driver->finish(u"TokenGeheim"_s);
    }
    QTRY_VERIFY(hasEnded());
    QTEST(exitCode(), "exit");
    QTEST(errorKind(), "kind");
    QCOMPARE(m_driver->orders().contains(u"stop"_s), true);
}

void ConnectRunTest::endsWhenTheLinkExpires()
{
    make(commandLine());
    m_run->setLinkLifetime(std::chrono::milliseconds(200));
    startAndOpen();
    QVERIFY(!hasEnded());
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 8);
    QCOMPARE(errorKind(), u"link_expired"_s);
    QCOMPARE(m_driver->orders().last(), u"stop"_s);
}

void ConnectRunTest::doesNotExpireWhileItResolves()
{
    make(commandLine());
    m_run->setLinkLifetime(std::chrono::milliseconds(200));
    startAndOpen();
    m_server->enqueue(
        Answers::integration(acme, email).trickled(100'000, std::chrono::milliseconds(500)));
    finishFlow();
    QCOMPARE(exitCode(), 0);
}

void ConnectRunTest::takesTheLastView_data()
{
    QTest::addColumn<QString>("end");

    for (const char *end : {"finished", "closed", "crashed", "interrupted", "expired"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void ConnectRunTest::takesTheLastView()
{
    QFETCH(QString, end);
    CommandLine picturing = commandLine();
    picturing.screenshot = u"view.png"_s;
    make(picturing);
    if (end == "expired"_L1)
        m_run->setLinkLifetime(std::chrono::milliseconds(200));
    startAndOpen();
    QVERIFY(m_views.saved.isEmpty());
    m_server->enqueue(Answers::integration(acme, email));
    if (end == "finished"_L1)
        m_driver->finish(u"TokenGeheim"_s);
    else if (end == "closed"_L1)
        m_driver->closeByEndUser();
    else if (end == "crashed"_L1)
        m_driver->fail(FlowFailure::Reason::PageCrashed);
    else if (end == "interrupted"_L1)
        m_run->interrupt();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(m_views.saved.size(), 1);
    // A driver that was told to stop shows nothing any more.
    QVERIFY2(m_views.saved.first().startsWith("view.png open"_L1)
            && !m_views.saved.first().contains("stop"_L1),
        qPrintable(m_views.saved.first()));
}

void ConnectRunTest::saysThatTheScreenshotFailed()
{
    CommandLine picturing = commandLine();
    picturing.screenshot = u"view.png"_s;
    make(picturing);
    m_views.trouble = u"The disk is full."_s;
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(exitCode(), 1);
    QCOMPARE(errorKind(), u"screenshot"_s);
    QVERIFY(m_err.data().startsWith("The disk is full."));
    QVERIFY(!document().isEmpty()); // the integration is there all the same
}

void ConnectRunTest::takesNoScreenshotUnasked()
{
    make(commandLine());
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QVERIFY(m_views.saved.isEmpty());
}

void ConnectRunTest::keepsSecretsOutOfItsWords()
{
    make(commandLine());
    startAndOpen();
    m_server->enqueue(
        Answers::refusal(400, "PLATFORM.INPUT_INVALID", "no KeyGeheim, no TokenGeheim"));
    finishFlow();
    QCOMPARE(exitCode(), 4);
    const QByteArray all = m_out.data() + m_err.data();
    QVERIFY2(!all.contains("Geheim"), all.constData());
    QVERIFY(m_redactor.redacted(u"x TokenGeheim x"_s) == u"x [redacted] x"_s);
}

void ConnectRunTest::savesEvidence_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("outcome");

    QTest::newRow("when it is finished") << u"finished"_s << 0 << u"Connected"_s;
    QTest::newRow("when it is closed") << u"closed"_s << 7 << u"ClosedBeforeFinishing"_s;
    QTest::newRow("when it crashes") << u"crashed"_s << 5 << u"Unknown"_s;
    QTest::newRow("when it is interrupted") << u"interrupted"_s << 7 << u"Cancelled"_s;
    QTest::newRow("when there is no engine") << u"engineless"_s << 5 << u"Pending"_s;
}

void ConnectRunTest::savesEvidence()
{
    QFETCH(QString, end);
    const QTemporaryDir folder;
    CommandLine recording = commandLine();
    recording.evidence = folder.filePath(u"evidence"_s);
    if (end == "engineless"_L1)
        m_driver.reset();
    make(recording);
    if (end == "engineless"_L1)
        m_run->start();
    else
        startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    if (end == "finished"_L1)
        m_driver->finish(u"TokenGeheim"_s);
    else if (end == "closed"_L1)
        m_driver->closeByEndUser();
    else if (end == "crashed"_L1)
        m_driver->fail(FlowFailure::Reason::PageCrashed);
    else if (end == "interrupted"_L1)
        m_run->interrupt();
    QTRY_VERIFY(hasEnded());
    QTEST(exitCode(), "exit");
    const auto read = [&recording](const QString &name) {
        QFile file(*recording.evidence + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QJsonObject environment = QJsonDocument::fromJson(read(u"environment.json"_s)).object();
    QTEST(environment["outcome"_L1].toString(), "outcome");
    QVERIFY(read(u"environment.json"_s).contains("102.0"));
    QCOMPARE(read(u"timeline.json"_s).contains("ended"), end != "engineless"_L1);
    for (const QString &name : {u"report.html"_s, u"timeline.json"_s, u"exchanges.har"_s,
             u"parameters.json"_s, u"environment.json"_s}) {
        const QByteArray bytes = read(name);
        QVERIFY2(!bytes.isEmpty(), qPrintable(name));
        QVERIFY2(!bytes.contains("Geheim") && !bytes.contains("acme.example"), qPrintable(name));
    }
    QCOMPARE(m_views.looked, 0);
}

void ConnectRunTest::savesThePictureWithPersonalDataOnly()
{
    const QTemporaryDir folder;
    CommandLine recording = commandLine();
    recording.evidence = folder.filePath(u"evidence"_s);
    recording.evidencePersonalData = true;
    make(recording);
    startAndOpen();
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(m_views.looked, 1);
    QVERIFY(QFileInfo::exists(*recording.evidence + u"/screenshots/01-last-view.png"_s));
    QFile report(*recording.evidence + u"/report.html"_s);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains(email.toUtf8()));
}

void ConnectRunTest::saysThatEvidenceFailed()
{
    const QTemporaryDir folder;
    CommandLine recording = commandLine();
    recording.evidence = folder.filePath(u"evidence"_s);
    make(recording);
    startAndOpen();
    QVERIFY(QDir(folder.path()).mkdir(u"evidence"_s)); // somebody was quicker
    m_server->enqueue(Answers::integration(acme, email));
    finishFlow();
    QCOMPARE(exitCode(), 1);
    QCOMPARE(errorKind(), u"evidence"_s);
    QVERIFY(!document().isEmpty()); // the integration is there all the same
}

void ConnectRunTest::savesNoEvidenceOfWrongUsage()
{
    const QTemporaryDir folder;
    CommandLine recording = commandLine();
    recording.details.linkType = LinkType::MagicLink;
    recording.evidence = folder.filePath(u"evidence"_s);
    make(recording);
    m_run->start();
    QTRY_VERIFY(hasEnded());
    QCOMPARE(exitCode(), 2);
    QVERIFY(!QFileInfo::exists(*recording.evidence));
}

QTEST_GUILESS_MAIN(ConnectRunTest)
#include "tst_connectrun.moc"
