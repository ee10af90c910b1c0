// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectlink.h"
#include "core/redactor.h"
#include "core/secret.h"
#include "flowpresenters.h"
#include "gate/pagereport.h"
#include "pagepulse.h"
#include "popups.h"
#include "retiredpages.h"
#include "session/flowdriver.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

class FileSaver;
class FlowOutbox;
class FlowPage;

/*!
 * The flow in a page of Qt WebEngine: fresh profile, host page, embed library, message gate; or, at
 * top level, the flow as the page itself, with the gate listening in each of its documents. The
 * renderer starts with the object, so that open() finds it warm. Needs no widget; whoever wants to
 * see page() puts it into a view, follows pageChanged(), and takes the page out before this object
 * dies. GUI thread only.
 *
 * Beyond the contract of FlowDriver:
 *
 * DidNotLoad is reported by the watchdog, or about a second after the browser gave up on the page.
 * It does not end the session: a page that was merely slow still causes loaded() and
 * tokenReceived(). An answer with an error status and a body of its own counts as loaded; the end
 * user reads it. FrameRefused comes in its place if the engine says that the page may not be
 * framed. NotResponding comes some seconds after a loaded page stopped to answer, and loaded()
 * again if it goes on. Each loading reports at most one of these, besides a crash.
 *
 * reload() makes a new page with a renderer of its own, since the old one may hang; what the flow
 * kept for that one page (sessionStorage) goes with it. It does nothing before open(), after stop()
 * or once a token was delivered.
 */
class PageFlow final : public FlowDriver {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultWatchdog{15'000};

    explicit PageFlow(
        std::chrono::milliseconds watchdog = defaultWatchdog, QObject *parent = nullptr);
    ~PageFlow() override;

    void open(const ConnectLink &link, FlowPlacement placement) override;
    void reload() override;
    void stop() override;

    //! Another one after each reload(), null after stop().
    QWebEnginePage *page() const;
    //! Of the link; empty before open().
    QString host() const { return m_link ? m_link->host() : QString(); }
    //! Before open().
    void setPresenters(const FlowPresenters &presenters);
    //! Shows what leaveOffered() was about in a window of its own, from where the flow may finish.
    void openLeaveTarget();

Q_SIGNALS:
    //! The page that was there before lives until control is back in the event loop.
    void pageChanged();
    //! The flow wanted to turn the whole page into one of this host, which it may not.
    void leaveOffered(const QString &host);

private:
    void connectParts();
    void renewPage();
    void retirePage();
    void load();
    void loadFrame();
    void loadTopLevel();

    void receive(const QJsonObject &report);
    void handle(const NoReport &) { }
    void handle(const AliveReport &report);
    void handle(const MissingReport &report);
    void handle(const TokenReport &report);
    void handle(const CloseReport &report);
    void handle(const LibraryReport &report);
    void handle(const NotesReport &report);

    void note(const FlowNote &note);
    void fail(FlowFailure::Reason reason, const QString &host, const QString &detail);
    void notLoaded(const QString &detail);
    void noticeAddress(const QUrl &url);
    void noticeCrash(int status, int exitCode);
    void noticeCertificate(const QString &host, const QString &description);
    void noticeFramingRefused(const QString &host);
    void noticeLoadEnd(bool isLoaded);
    void noticeSilence();
    void noticeRecovery();
    void noticeLeave(const QUrl &target);
    void end();

    Redactor m_redactor;
    std::unique_ptr<FlowOutbox> m_outbox;
    QTimer m_watchdog;
    QTimer m_emptyTimer; // a top-level load has ended and may have brought nothing
    PagePulse m_pulse;
    FlowPresenters m_presenters;
    // The profile has to outlive the pages; the destructor sees to it.
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<RetiredPages> m_retired;
    std::unique_ptr<FileSaver> m_files;
    std::unique_ptr<FlowPage> m_page;
    std::unique_ptr<Popups> m_popups;

    std::optional<ConnectLink> m_link;
    FlowPlacement m_placement = FlowPlacement::Frame;
    QUrl m_leaveTarget;
    QString m_offeredHost;
    QDeadlineTimer m_nextOffer{0}; // of the same host
    // Of the current loading of the page:
    QString m_load; // its name
    bool m_isAlive = false;
    bool m_isOver = false; // success, close or crash: nothing more is believed but counts
    bool m_hasFailed = false;
    bool m_isSilent = false;

    bool m_hasToken = false;
    bool m_isStopped = false;
};

} // namespace desk
