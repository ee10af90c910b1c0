// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flowpresenters.h"
#include "linkrate.h"
#include "navigationrules.h"
#include "popuppage.h"
#include "retiredpages.h"
#include "session/flowdriver.h"

#include <QObject>
#include <QRect>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QWebEngineNewWindowRequest;
class QWebEnginePage;
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

class PagePulse;

/*!
 * The windows that a flow opened. They share the flow's profile and have a working opener. A page
 * may have a handful open at once; more are refused, since each costs a window on the screen. A
 * plain link that somebody clicked goes to the browser of the system instead, if there is one.
 */
class Popups final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t most = 5;
    using UrlCheck = std::function<bool(const QUrl &url)>;
    using Preparation = std::function<void(PopupPage *page)>;

    //! retired must outlive this object.
    Popups(QWebEngineProfile *profile, RetiredPages *retired);
    ~Popups() override;

    void setPresenters(const FlowPresenters &presenters) { m_presenters = presenters; }
    void setNavigationRules(const NavigationRules &rules) { m_rules = rules; }
    //! Says whether an address may be shown to another program: it holds no secret.
    void setLinkCheck(UrlCheck check) { m_mayLeave = std::move(check); }
    //! Windows that this page opens are taken care of from now on.
    void serve(QWebEnginePage *opener);
    //! A window that no page opened. prepare gets its page before anything is loaded.
    void visit(const QUrl &target, const Preparation &prepare);
    void closeAll();

Q_SIGNALS:
    void noted(const desk::FlowNote &note);
    void certificateRefused(const QString &host, const QString &description);
    void opened(desk::PopupPage *page);

private:
    struct Popup {
        int number = 0;
        std::unique_ptr<PopupPage> page;
        std::unique_ptr<PopupView> view;
        std::unique_ptr<PagePulse> pulse;
    };

    void open(QWebEngineNewWindowRequest &request);
    PopupPage *add(const QRect &geometry, const Preparation &prepare);
    std::unique_ptr<PopupPage> newPage(int number);
    void follow(int number, PopupPage *page);
    bool isRefused(const QUrl &target);
    bool openLink(const QUrl &target);
    void leaveForBrowser(int number);
    void remove(int number);
    Popup *find(int number);
    void note(FlowNote::Kind kind, const QString &text);

    QWebEngineProfile *m_profile;
    RetiredPages *m_retired;
    FlowPresenters m_presenters;
    NavigationRules m_rules;
    UrlCheck m_mayLeave;
    LinkRate m_linkRate;
    std::vector<Popup> m_popups;
    int m_lastNumber = 0;
};

} // namespace desk
