// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchwindow.h"

#include "ui/batch/batchcolumns.h"
#include "ui/batch/batchfilebar.h"
#include "ui/batch/batchrunpanel.h"
#include "ui/batch/batchtable.h"
#include "ui/parts/hairline.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/metrics.h"

#include "api/komboclient.h"
#include "ledger/ledgerkeeper.h"
#include "recording/attemptfacts.h"
#include "wording/batchwording.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using State = BatchRun::State;

constexpr int namedInQuestion = 5;

BatchDesk::Parts deskParts(LedgerKeeper &ledger, const QString &mappings)
{
    LedgerKeeper *const keeper = &ledger;
    return {batchMemoryOf(keeper, {}),
        [keeper](const DuplicateQuestion &question) {
            if (!keeper->ledger())
                return QList<Duplicate>();
            const auto found = keeper->ledger()->duplicatesOf(question);
            return found ? *found : QList<Duplicate>();
        },
        mappings, [](const BatchRowFailure &failure) { return BatchWording::sentence(failure); }};
}

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile()
                                                               : QString();
}

QList<int> numbersWith(const BatchRun &run, BatchRowStatus status)
{
    QList<int> numbers;
    for (const BatchRunRow &row : run.rows()) {
        if (row.status == status)
            numbers.append(row.number);
    }
    return numbers;
}

} // namespace

BatchWindow::BatchWindow(Parts parts, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(parts.workspace)
    , m_desk(deskParts(parts.ledger, parts.mappings))
    , m_wait(parts.workspace)
    , m_guard(makeProductionGuard(this,
          [this] {
              const LedgerProfile &profile = m_desk.profile();
              return ProfileTag{profile.name, profile.kind, profile.id};
          }))
    , m_notice(new Notice(this))
    , m_fileBar(new BatchFileBar(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new StatePanel(this))
    , m_columns(new BatchColumns(this))
    , m_table(new BatchTable(m_desk, this))
    , m_runPanel(new BatchRunPanel(this))
{
    setObjectName(u"batchWindow"_s);
    setAcceptDrops(true);
    m_notice->setObjectName(u"batchNotice"_s);
    m_empty->setObjectName(u"batchEmpty"_s);
    m_empty->present({IconName::FolderOpen, {}, tr("A table with one row for each client"),
        tr("Choose a CSV file or drop it here. Its first row names the columns: at least e-mail "
           "and organization. Nothing is sent before you start it."),
        {}, {}, {}});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makePlanPage());
    auto *layout = new QVBoxLayout(this);
    const int edge = Metrics::space(4);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(m_fileBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    restore(parts.preferences);
    connectParts();
    followProfile();
    m_fileBar->focusChoose();
}

BatchWindow::~BatchWindow()
{
    // What shows the desk and the run must not outlive them.
    if (m_run)
        m_run->disconnect(this);
    delete m_pages;
}

QWidget *BatchWindow::makePlanPage()
{
    auto *page = new QWidget(this);
    m_middle = new QSplitter(page);
    m_middle->addWidget(m_columns);
    m_middle->addWidget(m_table);
    m_middle->setStretchFactor(0, 0);
    m_middle->setStretchFactor(1, 1);
    m_middle->setChildrenCollapsible(false);
    m_columns->setMinimumWidth(Metrics::space(66));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(hairline(page));
    layout->addWidget(m_middle, 1);
    layout->addWidget(hairline(page));
    layout->addWidget(m_runPanel);
    return page;
}

void BatchWindow::restore(const BatchPreferences &preferences)
{
    if (!restoreGeometry(preferences.geometry))
        resize(Metrics::space(230), Metrics::space(160));
    m_middle->restoreState(preferences.splitter);
    m_middle->setChildrenCollapsible(false);
    if (preferences.concurrency > 0)
        m_runPanel->setConcurrency(preferences.concurrency);
    m_folder = preferences.folder;
}

BatchPreferences BatchWindow::preferences() const
{
    return {saveGeometry(), m_middle->saveState(), m_runPanel->concurrency(), m_folder};
}

void BatchWindow::connectParts()
{
    connect(&m_workspace, &Workspace::profileChanged, this, &BatchWindow::followProfile);
    connect(m_fileBar, &BatchFileBar::chooseRequested, this, &BatchWindow::chooseFile);
    connect(m_fileBar, &BatchFileBar::encodingChosen, &m_desk,
        [this](CsvEncoding encoding) { m_desk.setEncoding(encoding); });
    connect(m_fileBar, &BatchFileBar::separatorChosen, &m_desk,
        [this](CsvSeparator separator) { m_desk.setSeparator(separator); });
    connect(m_columns, &BatchColumns::columnChosen, &m_desk, &BatchDesk::setColumn);
    connect(m_table, &BatchTable::columnChosen, &m_desk, &BatchDesk::setColumn);
    connect(m_columns, &BatchColumns::commonChanged, &m_desk, &BatchDesk::setCommon);
    connect(&m_desk, &BatchDesk::planChanged, this, &BatchWindow::showPlan);
    connect(&m_desk, &BatchDesk::duplicatesChanged, this, [this] {
        m_table->refresh();
        showReady();
    });
    connect(&m_desk, &BatchDesk::outputChanged, this, [this] {
        m_table->refresh(); // another file may be that of a run which goes on
        showReady();
    });
    connect(m_runPanel, &BatchRunPanel::outputChosen, &m_desk, &BatchDesk::setOutput);
    connect(&m_wait, &ClientWait::waitingChanged, this, &BatchWindow::showReady);
    connect(&m_wait, &ClientWait::failed, this, [this] {
        showRefusal(tr("The API cannot be called"),
            tr("There is no usable API key for this profile. Enter it in the main window; nothing "
               "was sent."));
    });
    connectRunPanel();
}

void BatchWindow::connectRunPanel()
{
    connect(m_runPanel, &BatchRunPanel::startRequested, this, &BatchWindow::confirmStart);
    connect(m_runPanel, &BatchRunPanel::planRequested, this, &BatchWindow::dropRun);
    connect(m_runPanel, &BatchRunPanel::mailsRequested, this, &BatchWindow::chooseMails);
    connect(m_runPanel, &BatchRunPanel::retryUnknownRequested, this, [this] {
        if (m_run)
            askToRetry(numbersWith(*m_run, BatchRowStatus::NotKnown));
    });
    connect(m_table, &BatchTable::retryRequested, this, &BatchWindow::retryRow);
    connect(m_runPanel, &BatchRunPanel::pauseRequested, this, [this] {
        if (m_run)
            m_run->pause();
    });
    connect(m_runPanel, &BatchRunPanel::resumeRequested, this, [this] {
        if (m_run)
            m_run->resume();
    });
    connect(m_runPanel, &BatchRunPanel::cancelRequested, this, [this] {
        if (m_run)
            m_run->cancel();
    });
    connect(m_runPanel, &BatchRunPanel::retryFailedRequested, this, [this] {
        if (m_run)
            retry(numbersWith(*m_run, BatchRowStatus::Failed));
    });
    connect(m_runPanel, &BatchRunPanel::folderRequested, this, [this] {
        if (m_run)
            Q_EMIT folderRequested(QFileInfo(m_run->outputFile()).absolutePath());
    });
    connect(m_runPanel, &BatchRunPanel::concurrencyChanged, this, [this](int atOnce) {
        if (m_run)
            m_run->setConcurrency(atOnce);
    });
}

bool BatchWindow::isBusy() const
{
    return m_run && m_run->state() != State::Idle && m_run->state() != State::Ended;
}

void BatchWindow::openFile(const QString &file)
{
    if (isBusy() || m_wait.isWaiting()) {
        showRefusal(tr("A run is at work"), tr("Another table can be opened once it has ended."));
        return;
    }
    dropRun();
    m_notice->dismiss();
    if (!m_desk.open(file)) {
        showRefusal(tr("This file cannot be read"),
            m_desk.openProblem() ? BatchWording::sentence(*m_desk.openProblem()) : QString());
        return;
    }
    m_folder = QFileInfo(m_desk.file()).absolutePath();
    if (m_desk.unfinished()) {
        m_notice->present({Notice::Tone::Information, tr("A run of this table did not end"),
            tr("Continue goes on from there; no row that is done is sent again."), {}, {}});
    }
    showReady();
    m_runPanel->focusStart();
}

void BatchWindow::chooseFile()
{
    auto *dialog = new QFileDialog(
        this, tr("Choose a Table"), m_folder, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(u"batchFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BatchWindow::openFile);
    dialog->open();
}

void BatchWindow::followProfile()
{
    if (m_run) // it keeps the profile it began with
        return;
    const Profile &profile = m_workspace.profile();
    m_desk.setProfile(AttemptFacts::profileOf(profile), profile.originIds, !isPractice(profile));
    //: The title of a window; %1 is the name of a profile
    setWindowTitle(tr("Many Clients – %1").arg(profile.name));
}

void BatchWindow::showPlan()
{
    m_fileBar->present(m_desk);
    m_pages->setCurrentIndex(m_desk.isOpen() ? 1 : 0);
    m_columns->present(m_desk);
    m_table->reload();
    showReady();
}

void BatchWindow::showReady()
{
    const bool isFree = !m_run && !m_wait.isWaiting();
    m_fileBar->setFree(!isBusy() && !m_wait.isWaiting(), isFree);
    m_columns->setEnabled(isFree);
    if (!m_run)
        m_runPanel->showPlan(m_desk, m_wait.isWaiting());
}

void BatchWindow::confirmStart()
{
    if (isBusy())
        return;
    // Its links were confirmed when it began.
    if (m_run) {
        m_table->setRun(nullptr);
        m_run.reset();
        begin();
        return;
    }
    if (!m_desk.isSendable())
        return;
    //: Stands where an organization is named otherwise: "Create a link for 12 clients"
    const QString whom = tr("%n client(s)", nullptr, int(m_desk.linkCount()));
    m_guard(GuardedAction::CreateLink, whom,
        [this, confirmed = m_desk.profile()] { startAs(confirmed); });
}

// Another profile can be chosen in the other window while the question stands.
void BatchWindow::startAs(const LedgerProfile &confirmed)
{
    if (m_desk.profile() != confirmed) {
        //: %1 and %2 are names of profiles
        showRefusal(tr("Nothing was sent"),
            tr("%1 is in use now, and the question was about %2. Start again if the links are to "
               "be made there.")
                .arg(m_desk.profile().name, confirmed.name));
        return;
    }
    m_wait.want([this](const std::shared_ptr<KomboClient> &client) { startWith(client); });
}

void BatchWindow::startWith(const std::shared_ptr<KomboClient> &client)
{
    m_client = client;
    begin();
}

void BatchWindow::begin()
{
    m_notice->dismiss();
    m_run = m_desk.makeRun(*m_client, m_runPanel->concurrency());
    const auto begun = m_run->prepare();
    if (!begun) {
        const QString sentence = BatchWording::sentence(begun.error());
        dropRun();
        showRefusal(tr("The run cannot begin"), sentence);
        m_runPanel->focusStart();
        return;
    }
    if (*begun == BatchRun::Beginning::AlreadyEnded) {
        m_notice->present({Notice::Tone::Information, tr("This table was done before"),
            tr("This is how it ended then; nothing was sent."), {}, {}});
    } else {
        m_run->skip(m_desk.leftOut());
    }
    connect(m_run.get(), &BatchRun::stateChanged, this, &BatchWindow::showRun);
    connect(m_run.get(), &BatchRun::progressChanged, this, &BatchWindow::showRun);
    connect(m_run.get(), &BatchRun::ended, this, &BatchWindow::noteEnd);
    m_table->setRun(m_run.get());
    m_run->start();
    showReady();
    showRun();
}

void BatchWindow::showRun()
{
    if (!m_run)
        return;
    m_runPanel->showRun(*m_run);
    showReady();
    if (m_run->state() == State::Ended && m_run->outputProblem())
        showRefusal(tr("The file with the links cannot be written"),
            BatchWording::sentence(*m_run->outputProblem()));
}

void BatchWindow::noteEnd()
{
    m_table->showFindings();
    showRun();
    QApplication::alert(this);
    if (m_isClosing)
        close();
}

void BatchWindow::dropRun()
{
    if (isBusy())
        return;
    m_table->setRun(nullptr);
    m_run.reset();
    m_client.reset();
    followProfile();
    showReady();
}

void BatchWindow::retry(const QList<int> &numbers)
{
    m_notice->dismiss();
    m_run->retry(numbers);
    m_table->showFindings();
    showRun();
}

void BatchWindow::retryRow(int number)
{
    if (!m_run)
        return;
    const QList<int> unknown = numbersWith(*m_run, BatchRowStatus::NotKnown);
    if (unknown.contains(number))
        askToRetry({number});
    else
        retry({number});
}

void BatchWindow::askToRetry(const QList<int> &numbers)
{
    QStringList names;
    for (const int number : numbers.first(std::min<qsizetype>(namedInQuestion, numbers.size())))
        names.append(QString::number(number));
    if (numbers.size() > namedInQuestion)
        names.append(u"…"_s);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Not Known"),
        tr("Send %n row(s) again that may have a link already?", nullptr, int(numbers.size())),
        QMessageBox::NoButton, this);
    box->setObjectName(u"batchUnknownQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    //: %1 is a list of numbers of rows
    box->setInformativeText(tr("Rows %1: the request left and no answer came. If a link was made, "
                               "a second one will be.")
                                .arg(names.join(u", "_s)));
    auto *again = box->addButton(tr("Send Again"), QMessageBox::AcceptRole);
    again->setObjectName(u"batchSendAgain"_s);
    auto *stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(again, &QPushButton::clicked, this, [this, numbers] {
        if (m_run)
            retry(numbers);
    });
    box->open();
}

void BatchWindow::chooseMails()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the Mail Texts"),
        m_run ? QFileInfo(m_run->outputFile()).absolutePath() : QString());
    dialog->setObjectName(u"batchMailsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BatchWindow::saveMails);
    dialog->open();
}

void BatchWindow::saveMails(const QString &folder)
{
    if (!m_run)
        return;
    if (const auto problem = m_desk.saveMails(folder, *m_run)) {
        showRefusal(tr("The mail texts are not all there"), BatchWording::sentence(*problem));
        return;
    }
    m_notice->present({Notice::Tone::Success, tr("Mail texts saved"),
        tr("One file for each link. Whoever reads them has the links."), {}, {}});
}

void BatchWindow::showRefusal(const QString &headline, const QString &text)
{
    m_notice->present({Notice::Tone::Error, headline, text, {}, {}});
}

void BatchWindow::endBeforeClosing(std::function<void()> leave)
{
    m_leave = std::move(leave);
    close();
}

void BatchWindow::askToClose()
{
    if (findChild<QMessageBox *>(u"batchCloseQuestion"_s))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("A Run Is at Work"),
        tr("Cancel the run and close?"), QMessageBox::NoButton, this);
    box->setObjectName(u"batchCloseQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Links that were made are kept. Open the same table again to go on from there."));
    auto *leave = box->addButton(tr("Cancel Run and Close"), QMessageBox::AcceptRole);
    leave->setObjectName(u"batchLeave"_s);
    auto *stay = box->addButton(tr("Keep Running"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, this, &BatchWindow::cancelAndClose);
    connect(box, &QMessageBox::rejected, this, [this] { m_leave = nullptr; });
    show();
    raise();
    activateWindow();
    box->open();
}

void BatchWindow::cancelAndClose()
{
    m_isClosing = true;
    if (isBusy())
        m_run->cancel();
    else
        close();
}

void BatchWindow::closeEvent(QCloseEvent *event)
{
    if (isBusy()) {
        event->ignore();
        askToClose();
        return;
    }
    m_isClosing = false;
    m_wait.drop();
    event->accept();
    Q_EMIT closed();
    if (const std::function<void()> leave = std::exchange(m_leave, nullptr))
        QMetaObject::invokeMethod(this, leave, Qt::QueuedConnection);
}

void BatchWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isBusy() && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BatchWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(droppedFile(event->mimeData()));
}

} // namespace desk
