// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/mainwindow.h"

#include "ui/demo/demobadge.h"
#include "ui/demo/demomode.h"
#include "ui/demo/masked.h"
#include "ui/demo/shortcutoverlay.h"
#include "ui/faultlab/faultlab.h"
#include "ui/flowarea/flowarea.h"
#include "ui/flowarea/flowloader.h"
#include "ui/flowpane/flowpane.h"
#include "ui/flowpane/technicalpanels.h"
#include "ui/form/connectform.h"
#include "ui/handover/handovercard.h"
#include "ui/handover/linkkeeping.h"
#include "ui/history/historypage.h"
#include "ui/history/ledgernotice.h"
#include "ui/integration/integrationpage.h"
#include "ui/integration/openintegrationdialog.h"
#include "ui/ledgerarea/ledgerarea.h"
#include "ui/parts/hairline.h"
#include "ui/profile/profileactions.h"
#include "ui/profile/profilebadge.h"
#include "ui/profile/profilebutton.h"
#include "ui/profile/storenotice.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/batchopener.h"
#include "ui/window/ledgererrands.h"
#include "ui/window/ledgermenu.h"
#include "ui/window/mainmenu.h"
#include "ui/window/shortcutsdialog.h"

#include "drafts/draftstore.h"
#include "evidence/picturefile.h"
#include "memory/memory.h"
#include "recording/attemptrecord.h"
#include "recording/attemptrecorder.h"
#include "recording/integrationrecorder.h"
#include "session/linkvalidity.h"
#include "wording/errorwording.h"
#include "wording/integrationwording.h"
#include "wording/sessionwording.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// The window should be seen and usable before anything else takes the processor.
constexpr std::chrono::milliseconds prepareDelay = 50ms;
constexpr std::chrono::milliseconds warmUpDelay = 150ms;

// Larger text may need more height than the window has.
QWidget *scrollable(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(Metrics::space(80));
    scroll->setWidget(page);
    return scroll;
}

QWidget *padded(QWidget *content)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(5));
    layout->addWidget(content);
    return page;
}

HandOverPurpose purposeOf(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return HandOverPurpose::Connect;
    case LinkOrder::Kind::Reconnection:
        return HandOverPurpose::Reconnect;
    case LinkOrder::Kind::Setup:
        return HandOverPurpose::Setup;
    }
    Q_UNREACHABLE();
}

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_faults(parts.faults)
    , m_theme(parts.theme)
    , m_settings(std::move(parts.settings))
    , m_workspace(parts.form.workspace)
    , m_controller([this] { return flowArea()->takeDriver(); }, std::move(parts.browser))
    , m_wait(parts.form.workspace)
    , m_memory(parts.memory)
    , m_guard(makeProductionGuard(this, [this] { return currentTag(); }))
    , m_menu(new MainMenu(menuBar(), m_settings.scheme(), this))
    , m_demo(new DemoMode(parts.form.workspace, this))
    , m_demoBadge(new DemoBadge(this))
    , m_shortcuts(new ShortcutOverlay(m_menu->actions(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_outerSplitter(new QSplitter(Qt::Horizontal, this))
    , m_ledgerArea(new LedgerArea(parts.memory, this))
    , m_ledgerNotice(new LedgerNotice(this))
    , m_ledgerMenu(new LedgerMenu({*m_menu, *m_ledgerArea, *m_ledgerNotice, parts.memory, *this,
                                      [this] { return shownAttempt(); }},
          this))
    , m_errands(new LedgerErrands({parts.memory, parts.form.workspace, m_wait, m_guard,
                                      [this] { return m_controller.hasLiveSession(); },
                                      [this] { return m_formPage->form()->details().language; }},
          this))
    , m_batch(new BatchOpener(
          {parts.form.workspace, parts.memory.ledger(), std::move(parts.batchMappings), m_settings},
          this))
    , m_pages(new QStackedWidget(this))
    , m_flowPane(new FlowPane({parts.loader, m_controller, parts.exchanges}, this))
{
    setObjectName(u"mainWindow"_s);
    m_pages->addWidget(makeFormPage(parts.form));
    m_pages->addWidget(makeIntegrationPage(parts.versions));
    m_pages->addWidget(makeHandOverPage());
    m_splitter->setObjectName(u"flowSplitter"_s);
    m_outerSplitter->setObjectName(u"ledgerSplitter"_s);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_flowPane);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_outerSplitter->addWidget(m_ledgerArea);
    m_outerSplitter->addWidget(m_splitter);
    m_outerSplitter->setStretchFactor(1, 1);
    m_outerSplitter->setChildrenCollapsible(false);
    m_outerSplitter->setHandleWidth(1);

    auto *button = new ProfileButton(this);
    button->setObjectName(u"profileButton"_s);
    m_profileActions = new ProfileActions(parts.profiles, parts.keys, m_workspace, button, this);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new StoreNotice(parts.profiles, this));
    layout->addWidget(m_ledgerNotice);
    layout->addWidget(m_outerSplitter, 1);
    setCentralWidget(central);
    connectMenu();

    connectController();
    connectWorkspace();
    connectDemo();
    connectMemory();
    // Speaks for a moment when something was done that shows nowhere else.
    statusBar()->setSizeGripEnabled(false);
    statusBar()->hide();
    connect(statusBar(), &QStatusBar::messageChanged, statusBar(),
        [bar = statusBar()](const QString &text) { bar->setVisible(!text.isEmpty()); });
    restore();
    noteProfile();
    noteActions();
}

MainWindow::~MainWindow()
{
    m_careRecorder.reset();
    // The session tells of its end while it goes; by then the parts it would be shown in are gone.
    if (ConnectSession *session = m_controller.session())
        session->disconnect(this);
    m_controller.disconnect(this);
    m_workspace.disconnect(this);
}

void MainWindow::fill(const ConnectDetails &details)
{
    m_formPage->form()->setDetails(details);
}

void MainWindow::prefill(const Prefill &prefill)
{
    m_formPage->beginWith(prefill);
}

void MainWindow::offer(const QString &address)
{
    if (m_wasPainted)
        m_formPage->offer(address);
    else
        m_address = address;
}

QWidget *MainWindow::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(4), Metrics::space(1));
    row->addWidget(findChild<ProfileButton *>());
    row->addStretch();
    row->addWidget(m_demoBadge);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(hairline(header));
    return header;
}

QWidget *MainWindow::makeFormPage(const FormPage::Parts &parts)
{
    m_formPage = new FormPage(parts);
    ConnectForm *form = m_formPage->form();
    connect(m_formPage, &FormPage::submitted, this, &MainWindow::createLink);
    connect(form, &ConnectForm::completenessChanged, this, &MainWindow::warmUpSoon);
    connect(m_formPage, &FormPage::copied, this, &MainWindow::noteCopied);
    connect(&m_wait, &ClientWait::waitingChanged, form,
        [this, form] { form->setCreating(m_wait.isWaiting()); });
    return scrollable(m_formPage);
}

QWidget *MainWindow::makeIntegrationPage(const QString &versions)
{
    m_integrationPage = new IntegrationPage;
    m_integrationPage->setObjectName(u"integrationPage"_s);
    m_integrationPage->setVersions(versions);
    m_integrationPage->setGuard(makeProductionGuard(this, [this] { return m_careProfile; }));
    connect(
        m_integrationPage, &IntegrationPage::newConnectionRequested, this, &MainWindow::startOver);
    connect(m_integrationPage, &IntegrationPage::backRequested, this, &MainWindow::backToForm);
    connect(m_integrationPage, &IntegrationPage::acknowledged, this, [this] {
        if (ConnectSession *session = m_controller.session())
            session->acknowledgeMismatches();
    });
    connect(m_integrationPage, &IntegrationPage::copied, this, &MainWindow::noteCopied);
    connect(m_integrationPage, &IntegrationPage::reconnectRequested, this,
        [this](const Reconnection &order) {
            start(m_careClient, m_careProfile, order, m_carePlacement);
        });
    connect(m_integrationPage, &IntegrationPage::setupFlowRequested, this,
        [this](const SetupVisit &order) {
            start(m_careClient, m_careProfile, order, m_carePlacement);
        });
    connect(m_integrationPage, &IntegrationPage::setupChanged, this, &MainWindow::tellSetupChange);
    return scrollable(padded(m_integrationPage));
}

QWidget *MainWindow::makeHandOverPage()
{
    m_handOver = new HandOverCard;
    m_handOver->setObjectName(u"handOverCard"_s);
    m_linkKeeping = new LinkKeeping(m_memory.keptLinks(), *m_handOver, this);
    connect(m_handOver, &HandOverCard::copied, this, &MainWindow::noteCopied);
    connect(m_handOver, &HandOverCard::newConnectionRequested, this, &MainWindow::startOver);
    connect(m_handOver, &HandOverCard::backRequested, this, &MainWindow::leaveHandOver);
    connect(m_handOver, &HandOverCard::mailRequested, this, [this](const QUrl &address) {
        if (!QDesktopServices::openUrl(address))
            m_handOver->showMailFailure();
    });
    return scrollable(padded(m_handOver));
}

void MainWindow::connectController()
{
    connect(&m_controller, &ConnectController::sessionStarted, this, &MainWindow::follow);
    connect(
        &m_controller, &ConnectController::refusedWhileLive, this, &MainWindow::pointToOpenFlow);
    connect(flowArea(), &FlowArea::newLinkRequested, this, [this] {
        if (page() == Page::Form)
            m_formPage->form()->submit();
    });
    connect(m_flowPane, &FlowPane::noted, this, [this](const QString &text) { say(text, 3s); });
    connect(m_flowPane, &FlowPane::lookedAgain, this, &MainWindow::askAboutOrder);
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::profileChanged, this, &MainWindow::noteProfile);
    connect(
        &m_workspace, &Workspace::secretLearned, &m_controller, &ConnectController::secretLearned);
    connect(&m_workspace, &Workspace::profileGone, this, [this](const QString &name) {
        m_workspace.prepare();
        m_formPage->present({Notice::Tone::Information,
            //: %1 is the name of a profile
            tr("The profile %1 was deleted").arg(name), tr("Practice is in use now."), {}, {}});
    });
    connect(&m_wait, &ClientWait::failed, this, &MainWindow::backToForm);
    connect(m_formPage, &FormPage::keyWanted, m_profileActions, &ProfileActions::enterKey);
    connect(m_profileActions, &ProfileActions::switched, this, &MainWindow::backToForm);
}

void MainWindow::connectMenu()
{
    connect(m_menu, &MainMenu::newConnectionTriggered, this, &MainWindow::startOver);
    connect(m_menu, &MainMenu::createLinkTriggered, this, [this] {
        backToForm();
        m_formPage->form()->submit();
    });
    connect(m_menu, &MainMenu::openIntegrationTriggered, this, &MainWindow::askForIntegration);
    connect(m_menu, &MainMenu::manyClientsTriggered, m_batch, &BatchOpener::open);
    connect(m_menu, &MainMenu::templatesTriggered, this, [this] {
        backToForm();
        m_formPage->openTemplates();
    });
    connect(m_menu, &MainMenu::saveTemplateTriggered, this, [this] {
        backToForm();
        m_formPage->saveTemplate();
    });
    connect(m_menu, &MainMenu::quitTriggered, this, &QWidget::close);
    connect(
        m_menu, &MainMenu::switchProfileTriggered, m_profileActions, &ProfileActions::openSwitcher);
    connect(m_menu, &MainMenu::editProfileTriggered, m_profileActions, &ProfileActions::enterKey);
    connect(m_menu, &MainMenu::newProfileTriggered, m_profileActions, &ProfileActions::createNew);
    connect(m_menu, &MainMenu::manageProfilesTriggered, m_profileActions, &ProfileActions::manage);
    connect(
        m_menu, &MainMenu::continueInBrowserTriggered, m_flowPane, &FlowPane::continueInBrowser);
    connect(m_menu, &MainMenu::enterTokenTriggered, m_flowPane, &FlowPane::enterToken);
    connect(m_menu, &MainMenu::developerToolsTriggered, m_flowPane, &FlowPane::openDeveloperTools);
    connect(m_menu, &MainMenu::evidenceTriggered, m_flowPane, &FlowPane::saveEvidence);
    connect(m_menu, &MainMenu::faultLabTriggered, this, &MainWindow::openFaultLab);
    connect(m_menu, &MainMenu::timelineTriggered, this,
        [this] { m_flowPane->panels()->toggle(TechnicalPanels::Panel::Timeline); });
    connect(m_menu, &MainMenu::requestsTriggered, this,
        [this] { m_flowPane->panels()->toggle(TechnicalPanels::Panel::Requests); });
    connect(m_menu, &MainMenu::screenshotTriggered, this, &MainWindow::saveScreenshot);
    connect(m_menu, &MainMenu::reloadFlowTriggered, this, [this] {
        if (ConnectSession *session = m_controller.session())
            session->reloadFlow();
    });
    connect(m_menu, &MainMenu::cancelFlowTriggered, m_flowPane, &FlowPane::cancelFlow);
    connect(m_menu, &MainMenu::formTriggered, this, &MainWindow::backToForm);
    connect(m_menu, &MainMenu::integrationTriggered, this, [this] {
        showPage(Page::Integration);
        m_integrationPage->focusFirstAction();
    });
    connect(m_menu, &MainMenu::handOverTriggered, this, [this] {
        showPage(Page::HandOver);
        m_handOver->focusFirstAction();
    });
    connect(m_menu, &MainMenu::schemeChosen, this, [this](Theme::Choice choice) {
        m_theme.choose(choice);
        m_settings.setScheme(choice);
    });
    connect(m_menu, &MainMenu::shortcutsTriggered, this, &MainWindow::showShortcuts);
    connect(m_menu, &MainMenu::aboutTriggered, this, &MainWindow::showAbout);
}

void MainWindow::connectDemo()
{
    connect(m_demo, &DemoMode::changed, this, &MainWindow::showDemo);
    connect(m_demoBadge, &DemoBadge::endRequested, this, [this] { m_demo->setOn(false); });
    connect(m_menu, &MainMenu::demoTriggered, this, [this](bool on) {
        m_demo->setOn(on);
        m_menu->setDemo(m_demo->isOn()); // it may be asked about first, or refused
    });
}

// Of the practice profile nothing is left that an earlier run of its server has made.
void MainWindow::connectMemory()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_memory.setPracticeSince(now);
    m_formPage->setPracticeSince(now);
    m_memory.followUps().setToolLabels([this](const QString &tool, const QString &category) {
        const std::optional<Category> known = categoryFromWire(category);
        const std::optional<Tool> found =
            known ? m_formPage->tool(tool, *known) : std::optional<Tool>();
        return found ? found->label : QString();
    });
    connectErrands();
    connect(m_ledgerArea, &LedgerArea::attemptChosen, this, &MainWindow::openAttempt);
    connect(m_ledgerArea, &LedgerArea::newConnectionRequested, this, &MainWindow::startOver);
    connect(m_ledgerArea, &LedgerArea::copied, this, &MainWindow::noteCopied);
    connect(m_ledgerMenu, &LedgerMenu::noted, this, [this](const QString &text) { say(text, 5s); });
}

void MainWindow::connectErrands()
{
    connect(m_formPage, &FormPage::reconnectRequested, m_errands, &LedgerErrands::reconnect);
    connect(m_ledgerArea, &LedgerArea::reconnectRequested, m_errands, &LedgerErrands::reconnect);
    connect(m_ledgerArea, &LedgerArea::newLinkRequested, m_errands, &LedgerErrands::beginLike);
    connect(m_ledgerArea, &LedgerArea::setupRequested, m_errands, &LedgerErrands::openSetup);
    connect(m_ledgerArea, &LedgerArea::integrationRequested, m_errands,
        &LedgerErrands::openIntegration);
    connect(m_errands, &LedgerErrands::refusedWhileOpen, this, &MainWindow::pointToOpenFlow);
    connect(m_errands, &LedgerErrands::noted, this, [this](const QString &text) { say(text, 5s); });
    connect(m_errands, &LedgerErrands::formFilled, this, [this](const ConnectDetails &details) {
        backToForm();
        m_formPage->beginWith(details, details.organization);
    });
    connect(m_errands, &LedgerErrands::integrationOpened, this,
        [this](const std::shared_ptr<KomboClient> &client, const QString &id) {
            openIntegration(client, currentTag(), m_workspace.profile().placement, id);
        });
    connect(m_errands, &LedgerErrands::linkOrdered, this,
        [this](const std::shared_ptr<KomboClient> &client, const LinkOrder &order) {
            start(client, currentTag(), order, m_workspace.profile().placement);
        });
}

HistoryPage *MainWindow::makeAttemptPage()
{
    auto *attempt = new HistoryPage(m_memory.history());
    attempt->setObjectName(u"attemptPage"_s);
    m_pages->addWidget(scrollable(padded(attempt)));
    connect(attempt, &HistoryPage::backRequested, this, &MainWindow::leaveAttempt);
    connect(attempt, &HistoryPage::copied, this, &MainWindow::noteCopied);
    connect(attempt, &HistoryPage::noted, this, [this](const QString &text) { say(text, 3s); });
    connect(attempt, &HistoryPage::duplicateRequested, m_errands, &LedgerErrands::beginWith);
    connect(attempt, &HistoryPage::reconnectRequested, m_errands, &LedgerErrands::reconnectOf);
    connect(
        attempt, &HistoryPage::integrationRequested, m_errands, &LedgerErrands::openIntegrationOf);
    return attempt;
}

std::optional<Attempt> MainWindow::shownAttempt() const
{
    return page() == Page::Attempt ? m_memory.history().details().attempt() : std::nullopt;
}

void MainWindow::openAttempt(const QUuid &id)
{
    if (!m_attemptPage)
        m_attemptPage = makeAttemptPage();
    if (page() != Page::Attempt)
        m_pageBeforeAttempt = page();
    m_attemptPage->open(id);
    m_ledgerArea->choose(id);
    showPage(Page::Attempt);
}

void MainWindow::leaveAttempt()
{
    showPage(m_pageBeforeAttempt);
    if (m_pageBeforeAttempt == Page::Form)
        m_formPage->form()->focusFirstField();
}

void MainWindow::showDemo(bool on)
{
    m_menu->setDemo(on);
    m_demoBadge->setVisible(on);
    m_formPage->setDemo(on);
    m_integrationPage->setMasked(on);
    m_handOver->setMasked(on);
    m_flowPane->setDemo(on);
    m_ledgerArea->setBarred(on);
    m_batch->setBarred(on);
    if (on && page() == Page::Attempt)
        leaveAttempt();
    m_shortcuts->setOn(on);
    statusBar()->clearMessage();
    if (on)
        m_splitterBeforeDemo = m_splitter->saveState();
    m_largeText.setOn(on);
    fitPages();
    noteProfile();
}

// Larger text needs a wider page.
void MainWindow::fitPages()
{
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->widget(i)->setMinimumWidth(Metrics::space(80));
    if (m_demo->isOn()) {
        const int width = qRound(m_splitter->sizes().constFirst() * LargeText::ratio);
        m_splitter->setSizes({width, std::max(1, m_splitter->width() - width)});
    } else if (m_splitterBeforeDemo) {
        m_splitter->restoreState(*std::exchange(m_splitterBeforeDemo, std::nullopt));
        m_splitter->setHandleWidth(1);
        m_splitter->setChildrenCollapsible(false);
    }
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.geometry()))
        resize(Metrics::space(260), Metrics::space(165));
    if (!m_splitter->restoreState(m_settings.splitter()))
        m_splitter->setSizes({Metrics::space(92), Metrics::space(168)});
    // A stored state brings back a stored width of the handle too.
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_integrationPage->setJsonShown(m_settings.isJsonShown());
    m_flowPane->restoreSplitter(m_settings.flowSplitter());
    if (!m_outerSplitter->restoreState(m_settings.ledgerSplitter()))
        m_outerSplitter->setSizes({Metrics::space(84), Metrics::space(260)});
    m_outerSplitter->setHandleWidth(1);
    m_outerSplitter->setChildrenCollapsible(false);
    if (m_settings.arePanelsShown())
        m_flowPane->panels()->open(TechnicalPanels::Panel::Timeline);
}

ProfileTag MainWindow::currentTag() const
{
    const LedgerProfile known = AttemptFacts::profileOf(m_workspace.profile());
    return {m_workspace.profile().name, m_workspace.profile().kind, known.id};
}

bool MainWindow::isSessionOfCurrentProfile() const
{
    return m_controller.profile() == currentTag();
}

FlowArea *MainWindow::flowArea() const
{
    return m_flowPane->area();
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

MainWindow::Page MainWindow::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

bool MainWindow::event(QEvent *event)
{
    const bool wasHandled = QMainWindow::event(event);
    // Everything has been drawn once this event was handled; the rest may begin now.
    if (event->type() == QEvent::UpdateRequest && !m_wasPainted) {
        m_wasPainted = true;
        Q_EMIT firstPainted();
        m_formPage->form()->focusFirstField();
        prepareSoon();
        warmUpSoon();
    }
    return wasHandled;
}

void MainWindow::prepareSoon()
{
    QTimer::singleShot(prepareDelay, this, [this] {
        m_workspace.prepare();
        m_memory.start();
        m_ledgerMenu->showProblem();
        if (m_settings.isLedgerShown())
            m_ledgerArea->reopen();
        if (const std::optional<QString> address = std::exchange(m_address, std::nullopt))
            m_formPage->offer(*address);
    });
}

void MainWindow::warmUpSoon()
{
    if (!m_wasPainted || !m_formPage->form()->isComplete())
        return;
    QTimer::singleShot(warmUpDelay, flowArea(), &FlowArea::warmUp);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(saveGeometry());
    m_settings.setSplitter(m_splitterBeforeDemo.value_or(m_splitter->saveState()));
    m_settings.setJsonShown(m_integrationPage->isJsonShown());
    m_settings.setFlowSplitter(m_flowPane->splitterState());
    m_settings.setPanelsShown(m_flowPane->panels()->isOpen());
    m_settings.setLedgerSplitter(m_outerSplitter->saveState());
    m_settings.setLedgerShown(m_ledgerArea->isOpen());
    if (m_controller.hasLiveSession()) {
        event->ignore();
        m_flowPane->endBeforeClosing([this] { close(); });
        return;
    }
    if (m_batch->isOpen()) {
        event->ignore();
        m_batch->endBeforeClosing([this] { close(); });
        return;
    }
    event->accept();
}

void MainWindow::createLink(const ConnectDetails &details)
{
    if (m_controller.hasLiveSession()) {
        pointToOpenFlow();
        return;
    }
    // What is ordered in a demo is nobody's draft, even if the demo ends before the link is made.
    const bool isDraft = !m_demo->isOn();
    m_guard(GuardedAction::CreateLink, details.organization, [this, details, isDraft] {
        m_wait.want([this, details, isDraft](const std::shared_ptr<KomboClient> &client) {
            m_orderProfileId = isDraft ? m_workspace.profile().id : QString();
            start(client, currentTag(), details, m_workspace.profile().placement);
        });
    });
}

void MainWindow::start(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
    const LinkOrder &order, FlowPlacement placement)
{
    ConnectSession::Options options;
    options.autopilot = m_autopilot;
    options.placement = placement;
    m_controller.start(client, profile, order, options);
}

void MainWindow::follow(ConnectSession *session)
{
    m_formPage->dismissNotice();
    const ProfileTag &profile = m_controller.profile();
    m_recorder = std::make_unique<AttemptRecorder>(*session,
        LedgerProfile{profile.id, profile.name, profile.kind}, AttemptSource::Window,
        m_memory.ledger(), [this] { return attemptRecordOf(m_flowPane->evidence()); });
    connect(session, &ConnectSession::stateChanged, this, &MainWindow::showState);
    connect(session, &ConnectSession::ended, this, &MainWindow::showEnd);
    connect(session, &ConnectSession::acknowledged, m_integrationPage,
        &IntegrationPage::showAcknowledged);
    noteActions();
}

void MainWindow::showState(ConnectSession::State state)
{
    m_formPage->form()->setCreating(state == ConnectSession::State::CreatingLink);
    noteActions();
}

void MainWindow::showEnd(ConnectSession::Outcome outcome)
{
    const ConnectSession &session = *m_controller.session();
    if (session.integration())
        showIntegration(session);
    else if (outcome == ConnectSession::Outcome::Failed)
        showFailure(session);
    else if (outcome == ConnectSession::Outcome::LinkCreated)
        showHandOver(session);
    // The end of such a flow proves nothing.
    askAboutOrder();
    noteActions();
    warmUpSoon();
}

// Of a connection the API knows nothing before its token is there.
void MainWindow::askAboutOrder()
{
    const ConnectSession &session = *m_controller.session();
    if (session.order().kind() != LinkOrder::Kind::Connection && m_care)
        m_care->refresh();
}

void MainWindow::showFailure(const ConnectSession &session)
{
    const ErrorMessage message = session.linkError() ? ErrorWording::message(*session.linkError())
                                                     : ErrorWording::message(*session.error());
    if (session.order().kind() != LinkOrder::Kind::Connection)
        m_integrationPage->showFailure(message);
    else if (!isSessionOfCurrentProfile())
        m_formPage->showFailureOf(m_controller.profile().name, message);
    else if (session.linkError())
        m_formPage->showFailure(*session.linkError());
    else
        m_formPage->showFailure(*session.error());
}

void MainWindow::showHandOver(const ConnectSession &session)
{
    HandOver handOver;
    handOver.link = Secret(session.link()->url().toString(QUrl::FullyEncoded));
    handOver.organization = session.organization();
    handOver.language = session.order().language();
    handOver.purpose = purposeOf(session.order().kind());
    handOver.expiresAt = linkExpiry(LinkType::MagicLink, QDateTime::currentDateTime());
    if (const ConnectDetails *details = session.order().connection()) {
        handOver.email = details->email;
        const bool isKnown = details->tool && isSessionOfCurrentProfile();
        const std::optional<Tool> tool =
            isKnown ? m_formPage->tool(*details->tool, details->category) : std::nullopt;
        if (tool) {
            handOver.toolLabel = tool->label;
            handOver.guide = QUrl(tool->connectionGuideUrl.value_or(QString()));
        }
        m_formPage->settleDraft(m_orderProfileId);
    } else if (m_care && m_care->details()) {
        handOver.email = m_care->details()->email.value_or(QString());
        handOver.toolLabel = m_care->details()->toolLabel;
    }
    m_pageBeforeHandOver = page();
    m_linkKeeping->follow(m_recorder->attempt());
    m_handOver->present(handOver);
    noteActions();
    showPage(Page::HandOver);
    m_handOver->focusFirstAction();
}

void MainWindow::showIntegration(const ConnectSession &session)
{
    if (session.order().kind() == LinkOrder::Kind::Connection)
        m_formPage->settleDraft(m_orderProfileId);
    m_integrationPage->present(*session.integration(), session.mismatches());
    openIntegration(m_controller.client(), m_controller.profile(), session.options().placement,
        session.integration()->id);
}

void MainWindow::openIntegration(const std::shared_ptr<KomboClient> &client,
    const ProfileTag &profile, FlowPlacement placement, const QString &integrationId)
{
    const bool isSame =
        m_care && m_careClient == client && m_care->integrationId() == integrationId;
    if (!isSame) {
        m_careClient = client;
        m_careProfile = profile;
        m_carePlacement = placement;
        m_careRecorder.reset();
        m_care = std::make_unique<IntegrationCare>(client, integrationId);
        m_careRecorder =
            std::make_unique<IntegrationRecorder>(*m_care, profile.id, m_memory.ledger());
    }
    m_integrationPage->setFlowLanguage(m_formPage->form()->details().language);
    m_integrationPage->follow(m_care.get(), profile);
    showPage(Page::Integration);
    m_integrationPage->focusFirstAction();
    noteActions();
}

void MainWindow::askForIntegration()
{
    auto *dialog = new OpenIntegrationDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenIntegrationDialog::integrationChosen, m_errands,
        &LedgerErrands::openIntegration);
    dialog->open();
}

void MainWindow::tellSetupChange(
    const QString &organization, const SetupState &from, const SetupState &to)
{
    QApplication::alert(this);
    const QString &news = from.setupStatus != to.setupStatus
        ? SessionWording::setup(to.setupStatus)
        : IntegrationWording::status(to.status);
    //: Said when an integration that is watched has changed; %1 is the name of an organization,
    //: %2 how its integration stands now
    say(tr("%1: %2").arg(organization, news), 60s);
}

void MainWindow::pointToOpenFlow()
{
    Notice::Content content;
    //: %1 is the name of an organization
    content.headline = tr("A flow is open for %1").arg(m_controller.session()->organization());
    content.text = tr("Finish or cancel it before you start another one.");
    content.action = tr("Show flow");
    m_formPage->present(content, [this] { flowArea()->focusFlow(); });
    backToForm();
}

void MainWindow::startOver()
{
    if (m_controller.hasLiveSession()) {
        pointToOpenFlow();
        return;
    }
    m_formPage->startOver();
    m_handOver->clear();
    noteActions();
    backToForm();
}

void MainWindow::backToForm()
{
    if (page() == Page::Form)
        return;
    showPage(Page::Form);
    m_formPage->form()->focusFirstField();
}

void MainWindow::leaveHandOver()
{
    showPage(m_pageBeforeHandOver);
    if (m_pageBeforeHandOver == Page::Form)
        m_formPage->form()->focusFirstField();
    else
        m_integrationPage->focusFirstAction();
}

void MainWindow::saveScreenshot()
{
    if (flowArea()->isFlowShown()) {
        m_flowPane->saveScreenshot();
        return;
    }
    const QImage picture = grab().toImage();
    auto *dialog = new QFileDialog(
        this, tr("Save Screenshot"), u"connect-flow.png"_s, tr("PNG images (*.png)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        say(savePicture(picture, file).value_or(tr("Screenshot saved")), 3s);
    });
    dialog->open();
}

void MainWindow::openFaultLab()
{
    if (!m_faultLab) {
        m_faultLab = new FaultLab(m_faults, this);
        m_faultLab->setPractice(isPractice(m_workspace.profile()));
    }
    m_faultLab->show();
    m_faultLab->raise();
    m_faultLab->activateWindow();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(menuBar()->actions(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(m_flowPane->engineVersion(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::say(const QString &text, std::chrono::milliseconds time)
{
    statusBar()->showMessage(
        m_demo->isOn() ? Masked::text(text) : text, static_cast<int>(time.count()));
}

void MainWindow::noteCopied(const QString &label)
{
    //: Said for a moment at the lower edge; %1 is what was copied, such as "Integration ID"
    say(tr("%1 copied").arg(label), 3s);
}

void MainWindow::noteProfile()
{
    ProfileTag tag = currentTag();
    if (m_demo->isOn())
        tag.name = Masked::text(tag.name);
    //: The window's title; %1 is the name of a profile, %2 the word for its kind
    setWindowTitle(tr("%1 (%2) – Connect Desk").arg(tag.name, ProfileBadge::word(tag.kind)));
    if (tag.name == ProfileBadge::word(tag.kind)) {
        //: The window's title; %1 is the name of a profile
        setWindowTitle(tr("%1 – Connect Desk").arg(tag.name));
    }
    m_menu->setPractice(isPractice(m_workspace.profile()));
    if (m_faultLab)
        m_faultLab->setPractice(isPractice(m_workspace.profile()));
    noteActions();
}

void MainWindow::noteActions()
{
    const ConnectSession *session = m_controller.session();
    const bool isLive = session && session->isLive();
    m_menu->setFlow(
        isLive, session && session->isFlowUnfinished(), isLive && session->isInBrowser());
    m_menu->setRecord(session != nullptr);
    m_menu->setPages(m_care != nullptr, m_handOver->hasLink());
    m_integrationPage->setFlowOpen(isLive);
    m_flowPane->noteProfile(currentTag());
}

} // namespace desk
