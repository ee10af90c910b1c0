// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectlink.h"
#include "core/redactor.h"
#include "gate/flowoutbox.h"
#include "gate/pagereport.h"
#include "handoverpage.h"
#include "session/flowdriver.h"

#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace desk {

class HttpListener;

//! How long a flow in the system's browser is waited for.
struct BrowserFlowPatience {
    std::chrono::milliseconds fetch{60'000}; //!< for the browser to ask for the page
    std::chrono::milliseconds load{15'000}; //!< then for the first sign of life from the frame
    std::chrono::milliseconds poll{2'000}; //!< an answer to "I am still here" is held back so long
    std::chrono::milliseconds silence{8'000}; //!< without such a call the page counts as gone
    std::chrono::milliseconds leave{1'500}; //!< a page that said goodbye may be loading again
};

/*!
 * The flow in the browser of the system, for sign-ins that refuse an embedded one: a page of ours
 * on a loopback port, with the official embed library and the same message gate, hands the token
 * back by a call to its own origin. What the page says is judged a second time here. Needs no
 * browser engine. Lives in one thread, with an event loop.
 *
 * openInBrowser gets the address of that page, which holds for one fetch and has neither link nor
 * token in it, and says whether a browser could be started; QDesktopServices::openUrl() fits.
 *
 * Beyond the contract of FlowDriver:
 *
 * The placement is ignored: a flow that is a page of its own has no parent to report to, and that
 * it would report to an opener is not published (kombo-api.md 9.3). A flow that refuses to be
 * framed by http://127.0.0.1 cannot be had this way.
 *
 * loaded() means that the frame has finished loading something. No script of ours runs in that
 * frame, and a browser does not tell the page around a frame whether it shows the flow, a sign-in,
 * or its own page about an error; only a message from the link's origin proves the flow.
 *
 * A page that is closed, hangs, or dies with its browser causes BrowserPageGone, and so does one
 * that is never fetched. That ends nothing: the page may come back (going back to it, a restored
 * tab, a tab that was frozen), which causes loaded() again, and its token counts for as long as it
 * is the current page. lookAgain() says at once what is known: loaded(), or the failure again.
 * Unavailable: no port, or no browser; reload() tries again.
 *
 * reload() makes a new page with a new address and secret and opens it; whatever the old one says
 * is refused, and it says so. It does nothing before open(), after stop() or once a token was
 * delivered. After stop() nothing listens any more, and a page that is left tells its reader so.
 */
class BrowserFlow final : public FlowDriver {
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl &)>;

    explicit BrowserFlow(Opener openInBrowser, QObject *parent = nullptr);
    BrowserFlow(Opener openInBrowser, BrowserFlowPatience patience, QObject *parent = nullptr);
    ~BrowserFlow() override;

    void open(const ConnectLink &link, FlowPlacement placement) override;
    void reload() override;
    void stop() override;
    void lookAgain() override;

private:
    void prepareTimers();
    void openPage();
    bool listen();
    HandOverPage::Events events();

    void noticeFetch();
    void noticeStart();
    void noticePresence(bool isLoaded);
    void noticeLeaving();
    bool take(const QJsonObject &report);
    void handle(const NoReport &) { }
    void handle(const AliveReport &report);
    void handle(const MissingReport &) { } // which needs a script of ours in the frame
    void handle(const TokenReport &report);
    void handle(const CloseReport &report);
    void handle(const LibraryReport &report);
    void handle(const NotesReport &report);

    void note(FlowNote::Kind kind, const QString &text);
    void fail(FlowFailure::Reason reason, const QString &detail);
    void lose(const QString &text, const QString &detail);
    void end();

    Opener m_openInBrowser;
    BrowserFlowPatience m_patience;
    Redactor m_redactor;
    FlowOutbox m_outbox;
    QTimer m_fetch;
    QTimer m_load;
    QTimer m_silence;
    std::optional<ConnectLink> m_link;
    std::unique_ptr<HandOverPage> m_page;
    std::unique_ptr<HttpListener> m_listener; // asks the page, so it goes first

    // Of the current page:
    bool m_isAlive = false;
    bool m_isOver = false; // success or close: nothing more is believed but counts
    std::optional<FlowFailure> m_failure; // as long as it holds

    bool m_hasToken = false;
    bool m_isStopped = false;
};

} // namespace desk
