// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "browserflow.h"

#include "http/httplistener.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;
using Reason = FlowFailure::Reason;

constexpr qsizetype longestNote = 500;
// A browser opens six to one host; the others are for whoever else is on this machine.
constexpr HttpBounds bounds{qsizetype{256} * 1024, 32};

} // namespace

BrowserFlow::BrowserFlow(Opener openInBrowser, QObject *parent)
    : BrowserFlow(std::move(openInBrowser), BrowserFlowPatience{}, parent)
{
}

BrowserFlow::BrowserFlow(Opener openInBrowser, BrowserFlowPatience patience, QObject *parent)
    : FlowDriver(parent)
    , m_openInBrowser(std::move(openInBrowser))
    , m_patience(patience)
    , m_outbox([this](const FlowNote &note) {
        FlowNote safe = note;
        safe.text = m_redactor.redacted(note.text).left(longestNote);
        Q_EMIT noted(safe);
    })
{
    prepareTimers();
}

BrowserFlow::~BrowserFlow()
{
    m_outbox.close();
}

void BrowserFlow::open(const ConnectLink &link, FlowPlacement /*placement*/)
{
    if (m_link || m_isStopped)
        return;
    m_link = link;
    m_redactor.addSecrets(link.secrets());
    m_page = std::make_unique<HandOverPage>(link, m_patience.poll, events());
    openPage();
}

void BrowserFlow::reload()
{
    if (!m_link || m_hasToken || m_isStopped)
        return;
    openPage();
}

void BrowserFlow::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    m_outbox.close();
    end();
    m_silence.stop();
    m_listener.reset();
    m_page.reset();
}

void BrowserFlow::lookAgain()
{
    if (!m_link || m_isOver || m_isStopped)
        return;
    if (m_isAlive)
        m_outbox.post([this] { Q_EMIT loaded(); });
    else if (m_failure)
        m_outbox.post([this, failure = *m_failure] { Q_EMIT failed(failure); });
}

void BrowserFlow::prepareTimers()
{
    const auto prepare = [this](QTimer &timer, std::chrono::milliseconds interval, auto act) {
        timer.setSingleShot(true);
        timer.setInterval(interval);
        connect(&timer, &QTimer::timeout, this, act);
    };
    prepare(m_fetch, m_patience.fetch,
        [this] { lose(u"not fetched"_s, u"no browser has asked for the page"_s); });
    prepare(m_load, m_patience.load, [this] {
        if (!m_failure)
            fail(Reason::DidNotLoad, u"no sign of life from the flow in the browser's page"_s);
    });
    prepare(m_silence, m_patience.silence,
        [this] { lose(u"gone"_s, u"the page in the browser was closed, or says nothing"_s); });
}

void BrowserFlow::openPage()
{
    end();
    m_silence.stop();
    m_isAlive = false;
    m_isOver = false;
    m_failure.reset();
    if (!m_listener && !listen())
        return;
    const QUrl address = m_page->renew();
    m_redactor.addSecret(Secret(address.path().sliced(1)));
    if (!m_openInBrowser || !m_openInBrowser(address)) {
        m_page->retire();
        fail(Reason::Unavailable, u"no browser could be started"_s);
        return;
    }
    note(Kind::BrowserPage, u"opened"_s);
    m_fetch.start();
}

bool BrowserFlow::listen()
{
    auto listener = std::make_unique<HttpListener>(
        [this](const HttpRequest &request) { return m_page->answer(request); }, bounds);
    const auto port = listener->listen(0);
    if (!port) {
        fail(Reason::Unavailable, u"no port of this computer can be used: "_s + port.error());
        return false;
    }
    m_listener = std::move(listener);
    m_page->setOrigin(u"http://127.0.0.1:%1"_s.arg(*port));
    return true;
}

HandOverPage::Events BrowserFlow::events()
{
    return {
        [this] { noticeFetch(); },
        [this] { noticeStart(); },
        [this](bool isLoaded) { noticePresence(isLoaded); },
        [this] { noticeLeaving(); },
        [this](const QJsonObject &report) { return take(report); },
        [this](const QString &why) { note(Kind::MessageDropped, u"request refused, "_s + why); },
    };
}

void BrowserFlow::noticeFetch()
{
    m_fetch.stop();
    m_failure.reset();
    note(Kind::BrowserPage, u"fetched"_s);
    m_load.start();
}

// The page may have been loaded again by the person who sees it, at any time.
void BrowserFlow::noticeStart()
{
    noticePresence(false);
    m_isAlive = false;
    if (!m_isOver)
        m_load.start();
}

void BrowserFlow::noticePresence(bool isLoaded)
{
    if (m_isOver)
        return;
    m_silence.start(m_patience.silence);
    if (m_failure && m_failure->reason == Reason::BrowserPageGone) {
        m_failure.reset();
        m_load.start();
        note(Kind::BrowserPage, u"back"_s);
    }
    if (isLoaded)
        handle(AliveReport{});
}

void BrowserFlow::noticeLeaving()
{
    if (!m_isOver && m_silence.isActive())
        m_silence.start(m_patience.leave);
}

bool BrowserFlow::take(const QJsonObject &report)
{
    const PageReport read = readPageReport(report, {m_page->load(), m_link->origin()});
    std::visit([this](const auto &known) { handle(known); }, read);
    const bool isEnding = report["kind"_L1] == "success"_L1 || report["kind"_L1] == "close"_L1;
    const bool isStopped = isEnding && std::holds_alternative<NotesReport>(read);
    return !isStopped && !std::holds_alternative<NoReport>(read);
}

void BrowserFlow::handle(const AliveReport & /*report*/)
{
    if (m_isAlive || m_isOver)
        return;
    m_isAlive = true;
    m_load.stop();
    m_failure.reset();
    note(Kind::FrameLoaded, m_link->host());
    m_outbox.post([this] { Q_EMIT loaded(); });
}

void BrowserFlow::handle(const TokenReport &report)
{
    if (m_isOver || m_hasToken)
        return;
    handle(AliveReport{}); // it may have been faster than the frame's event
    m_hasToken = true;
    m_redactor.addSecret(report.token);
    note(Kind::Message, u"success"_s);
    end();
    m_outbox.post([this, token = report.token] { Q_EMIT tokenReceived(token); });
}

void BrowserFlow::handle(const CloseReport & /*report*/)
{
    if (m_isOver)
        return;
    handle(AliveReport{});
    note(Kind::Message, u"close"_s);
    end();
    m_outbox.post([this] { Q_EMIT closedByEndUser(); });
}

void BrowserFlow::handle(const LibraryReport &report)
{
    if (m_isOver)
        return;
    m_silence.stop(); // the page says so to its reader, and nothing more to us
    fail(Reason::DidNotLoad, u"the embed library gave up: "_s + report.name);
}

void BrowserFlow::handle(const NotesReport &report)
{
    for (const FlowNote &stopped : report.notes)
        m_outbox.note(stopped);
}

void BrowserFlow::note(FlowNote::Kind kind, const QString &text)
{
    m_outbox.note({kind, text, 1});
}

void BrowserFlow::fail(FlowFailure::Reason reason, const QString &detail)
{
    m_load.stop();
    m_failure = FlowFailure{reason, m_link->host(), detail};
    m_outbox.post([this, failure = *m_failure] { Q_EMIT failed(failure); });
}

void BrowserFlow::lose(const QString &text, const QString &detail)
{
    m_isAlive = false;
    note(Kind::BrowserPage, text);
    fail(Reason::BrowserPageGone, detail);
}

void BrowserFlow::end()
{
    m_isOver = true;
    m_fetch.stop();
    m_load.stop();
    m_silence.stop();
}

} // namespace desk
