// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

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

//! Whatever shows a pop-up; destroyed right before its page. The page may not be deleted by it.
class PopupView {
public:
    virtual ~PopupView() = default;
};

/*!
 * The windows that a flow opened. They share the flow's profile and have a working opener. A page
 * may have a handful open at once; more are refused, since each costs a window on the screen.
 */
class Popups final : public QObject {
    Q_OBJECT

public:
    //! Shows the page; the geometry is what the page asked for, and may be empty or absurd.
    using Presenter =
        std::function<std::unique_ptr<PopupView>(PopupPage *page, const QRect &geometry)>;
    static constexpr std::size_t most = 5;

    explicit Popups(QWebEngineProfile *profile);
    ~Popups() override;

    void setPresenter(Presenter presenter) { m_presenter = std::move(presenter); }
    void setNavigationRules(const NavigationRules &rules) { m_rules = rules; }
    //! Windows that this page opens are taken care of from now on.
    void serve(QWebEnginePage *opener);
    void closeAll();

Q_SIGNALS:
    void noted(const desk::FlowNote &note);
    void certificateRefused(const QString &host, const QString &description);

private:
    struct Popup {
        int number = 0;
        std::unique_ptr<PopupPage> page;
        std::unique_ptr<PopupView> view;
    };

    void open(QWebEngineNewWindowRequest &request);
    std::unique_ptr<PopupPage> newPage(int number);
    void remove(int number);

    QWebEngineProfile *m_profile;
    Presenter m_presenter;
    NavigationRules m_rules;
    std::vector<Popup> m_popups;
    RetiredPages m_retired;
    int m_lastNumber = 0;
};

} // namespace desk
