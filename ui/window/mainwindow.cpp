// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/mainwindow.h"

#include "ui/flowarea/flowarea.h"
#include "ui/flowarea/flowloader.h"
#include "ui/form/connectform.h"
#include "ui/integration/integrationpage.h"
#include "ui/parts/notice.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/profilebadge.h"
#include "ui/window/shortcutsdialog.h"

#include "wording/errorwording.h"
#include "wording/sessionwording.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// The window should be seen and usable before the browser engine takes the processor.
constexpr std::chrono::milliseconds warmUpDelay = 150ms;

QAction *addMenuAction(QMenu *menu, const QString &text, const QKeySequence &shortcut)
{
    auto *action = menu->addAction(text);
    action->setShortcut(shortcut);
    return action;
}

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

QLabel *headingLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Metrics::title());
    return label;
}

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(parts.theme)
    , m_settings(std::move(parts.settings))
    , m_profile(parts.profile)
    , m_controller(std::move(parts.access), [this] { return m_flowArea->takeDriver(); })
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_pages(new QStackedWidget(this))
    , m_flowArea(new FlowArea(parts.loader, this))
{
    setObjectName(u"mainWindow"_s);
    m_pages->addWidget(makeFormPage());
    m_pages->addWidget(makeResultPage());
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_flowArea);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader(parts.profileDescription));
    layout->addWidget(m_splitter, 1);
    setCentralWidget(central);
    makeMenus();

    //: The window's title; %1 is the word for the profile
    setWindowTitle(tr("%1 – Connect Desk").arg(ProfileBadge::word(m_profile)));
    connect(&m_controller, &ConnectController::sessionStarted, this, &MainWindow::follow);
    connect(
        &m_controller, &ConnectController::refusedWhileLive, this, &MainWindow::pointToOpenFlow);
    connect(&m_controller, &ConnectController::accessFailed, this, [this](const QString &reason) {
        m_notice->present(
            {Notice::Tone::Error, tr("There is nobody to ask for a link"), reason, {}, {}});
    });
    connect(m_flowArea, &FlowArea::openInBrowserRequested, this, &MainWindow::openInBrowser);
    connect(m_flowArea, &FlowArea::newLinkRequested, m_form, &ConnectForm::submit);
    // Speaks for a moment when something was done that shows nowhere else.
    statusBar()->setSizeGripEnabled(false);
    statusBar()->hide();
    connect(statusBar(), &QStatusBar::messageChanged, statusBar(),
        [bar = statusBar()](const QString &text) { bar->setVisible(!text.isEmpty()); });
    restore();
    noteActions();
}

MainWindow::~MainWindow()
{
    // The session tells of its end while it goes; by then the parts it would be shown in are gone.
    if (ConnectSession *session = m_controller.session())
        session->disconnect(this);
    m_controller.disconnect(this);
}

void MainWindow::fill(const ConnectDetails &details)
{
    m_form->setDetails(details);
}

QWidget *MainWindow::makeHeader(const QString &profileDescription)
{
    auto *header = new QWidget(this);
    auto *badge = new ProfileBadge(header);
    badge->setKind(m_profile);
    auto *description = new QLabel(profileDescription, header);
    description->setTextFormat(Qt::PlainText);
    description->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(
        Metrics::space(4), Metrics::space(2), Metrics::space(4), Metrics::space(2));
    row->setSpacing(Metrics::space(2));
    row->addWidget(badge);
    row->addWidget(description, 1);

    auto *line = new QFrame(header);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(1);

    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(line);
    return header;
}

QWidget *MainWindow::makeFormPage()
{
    auto *page = new QWidget;
    m_notice = new Notice(page);
    m_notice->setObjectName(u"formNotice"_s);
    m_form = new ConnectForm(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(5));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(headingLabel(tr("New connection")));
    layout->addWidget(m_notice);
    layout->addWidget(m_form, 1);
    connect(m_form, &ConnectForm::submitted, this, &MainWindow::startSession);
    connect(m_form, &ConnectForm::completenessChanged, this, &MainWindow::warmUpSoon);
    connect(m_notice, &Notice::actionTriggered, m_flowArea, &FlowArea::focusFlow);

    return scrollable(page);
}

QWidget *MainWindow::makeResultPage()
{
    auto *page = new QWidget;
    m_result = new IntegrationPage(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(5));
    layout->addWidget(m_result);
    connect(m_result, &IntegrationPage::newConnectionRequested, this, &MainWindow::startOver);
    connect(m_result, &IntegrationPage::backRequested, this, &MainWindow::backToForm);
    connect(m_result, &IntegrationPage::acknowledged, this, [this] {
        if (ConnectSession *session = m_controller.session())
            session->acknowledgeMismatches();
    });
    connect(m_result, &IntegrationPage::copied, this, [this](const QString &label) {
        //: Said for a moment at the lower edge; %1 is what was copied, such as "Integration ID"
        statusBar()->showMessage(tr("%1 copied").arg(label), 3000);
    });

    return scrollable(page);
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *startNew =
        addMenuAction(file, tr("&New Connection"), QKeySequence(Qt::CTRL | Qt::Key_N));
    QAction *create =
        addMenuAction(file, tr("&Create Link"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    create->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    file->addSeparator();
    QAction *quit = addMenuAction(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(startNew, &QAction::triggered, this, &MainWindow::startOver);
    connect(create, &QAction::triggered, this, [this] {
        backToForm();
        m_form->submit();
    });
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu *flow = menuBar()->addMenu(tr("F&low"));
    m_reloadAction = addMenuAction(flow, tr("&Reload Flow"), QKeySequence(Qt::CTRL | Qt::Key_R));
    m_openInBrowserAction = addMenuAction(flow, tr("&Open in Browser"), {});
    m_screenshotAction = addMenuAction(
        flow, tr("&Save Screenshot…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    flow->addSeparator();
    m_cancelAction =
        addMenuAction(flow, tr("&Cancel Flow"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    connect(m_reloadAction, &QAction::triggered, this, [this] {
        if (ConnectSession *session = m_controller.session())
            session->reloadFlow();
    });
    connect(m_openInBrowserAction, &QAction::triggered, this, &MainWindow::openInBrowser);
    connect(m_screenshotAction, &QAction::triggered, this, &MainWindow::saveScreenshot);
    connect(m_cancelAction, &QAction::triggered, this, [this] {
        if (ConnectSession *session = m_controller.session())
            session->cancel();
    });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    makeSchemeMenu(view->addMenu(tr("&Appearance")));

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *shortcuts =
        addMenuAction(help, tr("&Keyboard Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    QAction *about = addMenuAction(help, tr("&About Connect Desk"), {});
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::makeSchemeMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const auto add = [this, menu, group](const QString &text, Theme::Choice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(m_settings.scheme() == choice);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_theme.choose(choice);
            m_settings.setScheme(choice);
        });
    };
    //: The appearance that the desktop has, light or dark
    add(tr("&System"), Theme::Choice::System);
    add(tr("&Light"), Theme::Choice::Light);
    add(tr("&Dark"), Theme::Choice::Dark);
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
    m_result->setJsonShown(m_settings.isJsonShown());
}

bool MainWindow::event(QEvent *event)
{
    const bool wasHandled = QMainWindow::event(event);
    // Everything has been drawn once this event was handled; the flow may be warmed now.
    if (event->type() == QEvent::UpdateRequest && !m_wasPainted) {
        m_wasPainted = true;
        Q_EMIT firstPainted();
        m_form->focusFirstField();
        warmUpSoon();
    }
    return wasHandled;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(saveGeometry());
    m_settings.setSplitter(m_splitter->saveState());
    m_settings.setJsonShown(m_result->isJsonShown());
    ConnectSession *session = m_controller.session();
    if (!session || !session->isLive()) {
        event->accept();
        return;
    }
    event->ignore();
    auto *question = new QMessageBox(QMessageBox::Question, tr("Close Connect Desk"),
        //: %1 is the name of an organization
        tr("The flow for %1 is still open.").arg(session->organization()), QMessageBox::NoButton,
        this);
    question->setObjectName(u"closeQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("What the client has entered is lost if it is closed now."));
    QPushButton *keep = question->addButton(tr("Keep flow open"), QMessageBox::RejectRole);
    QPushButton *close = question->addButton(tr("Cancel flow and close"), QMessageBox::AcceptRole);
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(close, &QPushButton::clicked, this, [this] {
        // A token that is being resolved is given up with the second call.
        for (int i = 0; i < 2 && m_controller.hasLiveSession(); ++i)
            m_controller.session()->cancel();
        this->close();
    });
    question->open();
}

void MainWindow::startSession(const ConnectDetails &details)
{
    m_controller.start(details, {m_autopilot});
}

void MainWindow::follow(ConnectSession *session)
{
    m_notice->dismiss();
    m_flowArea->follow(session);
    connect(session, &ConnectSession::stateChanged, this, &MainWindow::showState);
    connect(session, &ConnectSession::ended, this, &MainWindow::showEnd);
    connect(session, &ConnectSession::acknowledged, m_result, &IntegrationPage::showAcknowledged);
}

void MainWindow::showState(ConnectSession::State state)
{
    m_form->setCreating(state == ConnectSession::State::CreatingLink);
    noteActions();
}

void MainWindow::showEnd(ConnectSession::Outcome outcome)
{
    ConnectSession *session = m_controller.session();
    if (outcome == ConnectSession::Outcome::Failed)
        showFailure();
    if (session->integration()) {
        m_result->present(*session->integration(), session->mismatches());
        m_pages->setCurrentIndex(1);
        m_result->focusFirstAction();
    }
    warmUpSoon();
}

void MainWindow::showFailure()
{
    ConnectSession *session = m_controller.session();
    const ErrorMessage message = session->linkError() ? ErrorWording::message(*session->linkError())
                                                      : ErrorWording::message(*session->error());
    QStringList texts;
    if (!message.serverSays.isEmpty())
        texts.append(message.serverSays);
    texts.append(message.advice);
    m_notice->present(
        {Notice::Tone::Error, message.headline, texts.join(u'\n'), message.details, {}});
}

void MainWindow::pointToOpenFlow()
{
    //: %1 is the name of an organization
    m_notice->present({Notice::Tone::Information,
        tr("A flow is open for %1").arg(m_controller.session()->organization()),
        tr("Finish or cancel it before you start another one."), {}, tr("Show flow")});
}

void MainWindow::startOver()
{
    if (m_controller.hasLiveSession()) {
        pointToOpenFlow();
        return;
    }
    m_notice->dismiss();
    m_form->clear();
    backToForm();
}

void MainWindow::backToForm()
{
    if (m_pages->currentIndex() == 0)
        return;
    m_pages->setCurrentIndex(0);
    m_form->focusFirstField();
}

void MainWindow::openInBrowser()
{
    const ConnectSession *session = m_controller.session();
    if (session && session->link())
        QDesktopServices::openUrl(session->link()->url());
}

void MainWindow::saveScreenshot()
{
    const QPixmap picture = m_flowArea->isFlowShown() ? m_flowArea->grabFlow() : grab();
    auto *dialog = new QFileDialog(
        this, tr("Save Screenshot"), u"connect-flow.png"_s, tr("PNG images (*.png)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        if (picture.save(file))
            statusBar()->showMessage(tr("Screenshot saved"), 3000);
        else
            statusBar()->showMessage(tr("The screenshot cannot be written to %1").arg(file));
    });
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(menuBar()->actions(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::warmUpSoon()
{
    if (!m_wasPainted || !m_form->isComplete())
        return;
    QTimer::singleShot(warmUpDelay, m_flowArea, &FlowArea::warmUp);
}

void MainWindow::noteActions()
{
    const ConnectSession *session = m_controller.session();
    const bool isLive = session && session->isLive();
    const bool hasPage = isLive
        && (session->state() == ConnectSession::State::Open
            || session->state() == ConnectSession::State::Loading
            || session->state() == ConnectSession::State::FlowStopped);
    m_reloadAction->setEnabled(hasPage);
    m_openInBrowserAction->setEnabled(hasPage);
    m_cancelAction->setEnabled(isLive);
}

} // namespace desk
