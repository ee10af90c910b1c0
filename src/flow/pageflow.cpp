// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pageflow.h"

#include "filesaver.h"
#include "flowbridge.h"
#include "flowpage.h"
#include "flowprofile.h"
#include "flowremains.h"
#include "gate/flowoutbox.h"
#include "hostpage.h"

#include <QUuid>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;
using Reason = FlowFailure::Reason;

constexpr qsizetype longestNote = 500;
// How long the isolated script gets to say that there is something to see.
constexpr std::chrono::milliseconds emptyPatience{1000};
constexpr std::chrono::milliseconds offerPause{2000};

} // namespace

PageFlow::PageFlow(std::chrono::milliseconds watchdog, QObject *parent)
    : FlowDriver(parent)
    , m_outbox(std::make_unique<FlowOutbox>([this](const FlowNote &note) {
        FlowNote safe = note;
        safe.text = m_redactor.redacted(note.text).left(longestNote);
        Q_EMIT noted(safe);
    }))
    , m_profile(createFlowProfile())
    , m_retired(std::make_unique<RetiredPages>())
    , m_files(std::make_unique<FileSaver>(m_profile.get()))
    , m_popups(std::make_unique<Popups>(m_profile.get(), m_retired.get()))
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(watchdog);
    m_emptyTimer.setSingleShot(true);
    m_emptyTimer.setInterval(emptyPatience);
    connectParts();
    m_profile->scripts()->insert(HostPage::linkScript());
    m_profile->scripts()->insert(HostPage::clipboardScript());
    renewPage();
    m_page->show(HostPage::emptyHtml(), HostPage::address());
}

PageFlow::~PageFlow()
{
    // The engine reports even while it is taken down.
    m_outbox->close();
    m_popups->disconnect(this);
    m_files->stop();
    if (m_page)
        retirePage();
    m_popups.reset();
    FlowRemains::leave(std::move(m_retired), std::move(m_files), std::move(m_profile));
}

void PageFlow::connectParts()
{
    connect(&m_watchdog, &QTimer::timeout, this,
        [this] { notLoaded(u"no sign of life from the page"_s); });
    connect(&m_emptyTimer, &QTimer::timeout, this, [this] {
        if (!m_isAlive)
            notLoaded(u"no document came"_s);
    });
    connect(&m_pulse, &PagePulse::stopped, this, &PageFlow::noticeSilence);
    connect(&m_pulse, &PagePulse::goesOn, this, &PageFlow::noticeRecovery);
    connect(m_files.get(), &FileSaver::noted, this, &PageFlow::note);
    connect(m_popups.get(), &Popups::noted, this, &PageFlow::note);
    connect(m_popups.get(), &Popups::certificateRefused, this, &PageFlow::noticeCertificate);
    connect(m_popups.get(), &Popups::opened, m_files.get(), &FileSaver::serve);
    m_popups->setLinkCheck([this](const QUrl &url) {
        const QString address = url.toString(QUrl::FullyEncoded);
        return m_redactor.redacted(address) == address;
    });
}

void PageFlow::open(const ConnectLink &link, FlowPlacement placement)
{
    if (m_link || m_isStopped)
        return;
    m_placement = placement;
    m_link = link;
    m_redactor.addSecrets(link.secrets());
    load();
}

void PageFlow::reload()
{
    if (!m_link || m_hasToken || m_isStopped)
        return;
    retirePage();
    renewPage();
    load();
}

void PageFlow::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    m_outbox->close();
    end();
    m_files->stop();
    retirePage();
    Q_EMIT pageChanged();
}

QWebEnginePage *PageFlow::page() const
{
    return m_page.get();
}

void PageFlow::setPresenters(const FlowPresenters &presenters)
{
    m_presenters = presenters;
    m_popups->setPresenters(presenters);
    m_files->setPresenter(presenters.save);
    if (m_page)
        m_page->setUploadChooser(presenters.upload);
}

void PageFlow::openLeaveTarget()
{
    if (!m_link || m_isOver || m_isStopped || m_leaveTarget.isEmpty())
        return;
    // The flow may come back to its own address there, and has no other parent than that window.
    m_popups->visit(std::exchange(m_leaveTarget, {}), [this](PopupPage *page) {
        FlowBridge::build(page, [this](const QJsonObject &report) { receive(report); });
        page->scripts().insert(HostPage::topLevelScript(*m_link, m_load));
    });
}

void PageFlow::renewPage()
{
    m_page = std::make_unique<FlowPage>(m_profile.get(), nullptr);
    m_page->setUploadChooser(m_presenters.upload);
    m_popups->serve(m_page.get());
    m_files->serve(m_page.get());
    connect(m_page.get(), &GuardedPage::noted, this, &PageFlow::note);
    connect(m_page.get(), &GuardedPage::certificateRefused, this, &PageFlow::noticeCertificate);
    connect(m_page.get(), &GuardedPage::framingRefused, this, &PageFlow::noticeFramingRefused);
    connect(m_page.get(), &FlowPage::reported, this, &PageFlow::receive);
    connect(m_page.get(), &FlowPage::leaveRefused, this, &PageFlow::noticeLeave);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, &PageFlow::noticeAddress);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &PageFlow::noticeCrash);
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, &PageFlow::noticeLoadEnd);
    connect(m_page.get(), &QWebEnginePage::loadStarted, &m_emptyTimer, &QTimer::stop);
    Q_EMIT pageChanged();
}

// The page goes, and everything that runs in it.
void PageFlow::retirePage()
{
    m_pulse.watch(nullptr);
    m_emptyTimer.stop();
    m_popups->closeAll();
    m_page->disconnect(this);
    m_page->disconnect(m_popups.get());
    m_page->disconnect(m_files.get());
    m_page->disconnect(&m_emptyTimer);
    m_retired->add(std::move(m_page));
    if (m_presenters.upload)
        m_presenters.upload->cancel();
}

void PageFlow::load()
{
    const NavigationRules rules(m_link->isLoopback());
    m_page->setNavigationRules(rules);
    m_popups->setNavigationRules(rules);

    m_load = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_isAlive = false;
    m_isOver = false;
    m_hasFailed = false;
    m_isSilent = false;
    m_leaveTarget.clear();
    m_offeredHost.clear();
    if (m_placement == FlowPlacement::TopLevel)
        loadTopLevel();
    else
        loadFrame();
    // A page that nobody sees, as in a verb without a window, would run its timers once a second.
    m_page->setVisible(true);
    m_watchdog.start();
}

void PageFlow::loadFrame()
{
    // Only with its error pages on does the engine say that X-Frame-Options kept a page away.
    m_page->settings()->setAttribute(QWebEngineSettings::ErrorPageEnabled, true);
    m_page->scripts().insert(HostPage::mainScript(*m_link, m_load));
    m_page->scripts().insert(HostPage::signOfLifeScript());
    m_page->show(HostPage::html(*m_link), HostPage::address());
}

void PageFlow::loadTopLevel()
{
    m_page->scripts().insert(HostPage::topLevelScript(*m_link, m_load));
    m_page->visit(m_link->url());
}

void PageFlow::receive(const QJsonObject &report)
{
    if (!m_link)
        return;
    const PageReport read = readPageReport(report, {m_load, m_link->origin()});
    std::visit([this](const auto &known) { handle(known); }, read);
}

void PageFlow::handle(const AliveReport & /*report*/)
{
    if (m_isAlive || m_isOver)
        return;
    m_isAlive = true;
    m_watchdog.stop();
    m_emptyTimer.stop();
    m_pulse.watch(m_page.get());
    m_page->settings()->resetAttribute(QWebEngineSettings::ErrorPageEnabled);
    note({Kind::FrameLoaded, m_link->host(), 1});
    m_outbox->post([this] { Q_EMIT loaded(); });
}

void PageFlow::handle(const MissingReport & /*report*/)
{
    if (!m_isAlive)
        notLoaded(u"no document came for the frame, or it may not be framed"_s);
}

void PageFlow::handle(const TokenReport &report)
{
    if (m_isOver || m_hasToken)
        return;
    handle(AliveReport{}); // it may have been faster than its own sign of life
    m_hasToken = true;
    m_redactor.addSecret(report.token);
    note({Kind::Message, u"success"_s, 1});
    end();
    m_outbox->post([this, token = report.token] { Q_EMIT tokenReceived(token); });
}

void PageFlow::handle(const CloseReport & /*report*/)
{
    if (m_isOver)
        return;
    handle(AliveReport{});
    note({Kind::Message, u"close"_s, 1});
    end();
    m_outbox->post([this] { Q_EMIT closedByEndUser(); });
}

void PageFlow::handle(const LibraryReport &report)
{
    notLoaded(u"the embed library gave up: "_s + report.name);
}

void PageFlow::handle(const NotesReport &report)
{
    for (const FlowNote &stopped : report.notes)
        note(stopped);
}

void PageFlow::note(const FlowNote &note)
{
    m_outbox->note(note);
}

void PageFlow::fail(FlowFailure::Reason reason, const QString &host, const QString &detail)
{
    m_watchdog.stop();
    m_hasFailed = true;
    const FlowFailure failure{reason, host, detail};
    m_outbox->post([this, failure] { Q_EMIT failed(failure); });
}

void PageFlow::notLoaded(const QString &detail)
{
    if (!m_isOver && !m_hasFailed)
        fail(Reason::DidNotLoad, m_link->host(), detail);
}

void PageFlow::noticeAddress(const QUrl &url)
{
    // For an empty document the engine does not ask; the flow can do away with itself that way.
    // While the host page comes, the empty address of the page before it may show for a moment,
    // though.
    if (!m_link || !m_isAlive || m_isOver || url == HostPage::address())
        return;
    const bool isTopLevel = m_placement == FlowPlacement::TopLevel;
    if (isTopLevel && url.scheme() != "about"_L1)
        return;
    end();
    fail(Reason::DidNotLoad, m_link->host(),
        isTopLevel ? u"the flow replaced itself by an empty page"_s
                   : u"the flow replaced the page around it"_s);
}

void PageFlow::noticeCrash(int status, int exitCode)
{
    // Before open() and after the end nobody misses the process; the next load starts another.
    if (!m_link || m_isOver)
        return;
    end();
    fail(Reason::PageCrashed, m_link->host(),
        u"render process ended, status %1, code %2"_s.arg(status).arg(exitCode));
}

void PageFlow::noticeCertificate(const QString &host, const QString &description)
{
    if (!m_link || m_isOver || m_hasFailed || host != m_link->host())
        return;
    fail(Reason::Certificate, host, description);
}

void PageFlow::noticeFramingRefused(const QString &host)
{
    note({Kind::EmbeddingRefused, host, 1});
    if (m_link && m_placement == FlowPlacement::Frame && !m_isAlive && !m_isOver && !m_hasFailed)
        fail(Reason::FrameRefused, host, u"the page forbids to be shown in a frame"_s);
}

// In a frame this is about the host page only.
void PageFlow::noticeLoadEnd(bool isLoaded)
{
    if (m_link && m_placement == FlowPlacement::TopLevel && !isLoaded && !m_isAlive)
        m_emptyTimer.start();
}

void PageFlow::noticeSilence()
{
    if (m_isOver)
        return;
    m_isSilent = true;
    note({Kind::PageHung, m_link->host(), 1});
    fail(Reason::NotResponding, m_link->host(), u"the page does not answer any more"_s);
}

void PageFlow::noticeRecovery()
{
    if (m_isOver || !m_isSilent)
        return;
    m_isSilent = false;
    m_hasFailed = false;
    note({Kind::PageRecovered, m_link->host(), 1});
    m_outbox->post([this] { Q_EMIT loaded(); });
}

void PageFlow::noticeLeave(const QUrl &target)
{
    if (!m_link || m_isOver)
        return;
    m_leaveTarget = target;
    // A page may try this thousands of times.
    const QString host = target.host(QUrl::FullyEncoded);
    if (host == m_offeredHost && !m_nextOffer.hasExpired())
        return;
    m_offeredHost = host;
    m_nextOffer.setRemainingTime(offerPause);
    m_outbox->post([this, host] { Q_EMIT leaveOffered(host); });
}

void PageFlow::end()
{
    m_isOver = true;
    m_watchdog.stop();
    m_emptyTimer.stop();
    m_pulse.watch(nullptr);
}

} // namespace desk
