// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/windowsettings.h"

#include "core/apiaccess.h"
#include "session/connectcontroller.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class ConnectForm;
class FlowArea;
class FlowLoader;
class Notice;
class ProfileBadge;
class IntegrationPage;
class Theme;

/*!
 * The window: form, then result, and the flow beside it. Shows what the controller's session says
 * and hands on what people ask for; it sends nothing itself. The loader and the theme must outlive
 * it.
 */
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        FlowLoader &loader;
        Theme &theme;
        WindowSettings settings;
        ProfileKind profile = ProfileKind::Practice;
        QString profileDescription; //!< one line about the profile for the header
        ConnectController::AccessSource access;
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void fill(const ConnectDetails &details);
    //! Presses the practice flow's buttons by itself; for demonstrations and tests.
    void setAutopilot(bool autopilot) { m_autopilot = autopilot; }
    ConnectController &controller() { return m_controller; }

Q_SIGNALS:
    //! The window has drawn itself for the first time.
    void firstPainted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeHeader(const QString &profileDescription);
    QWidget *makeFormPage();
    QWidget *makeResultPage();
    void makeMenus();
    void makeSchemeMenu(class QMenu *menu);
    void restore();

    void startSession(const ConnectDetails &details);
    void follow(ConnectSession *session);
    void showState(ConnectSession::State state);
    void showEnd(ConnectSession::Outcome outcome);
    void showFailure();
    void pointToOpenFlow();
    void startOver();
    void backToForm();
    void openInBrowser();
    void saveScreenshot();
    void showShortcuts();
    void showAbout();
    void warmUpSoon();
    void noteActions();

    Theme &m_theme;
    WindowSettings m_settings;
    ProfileKind m_profile;
    ConnectController m_controller;
    bool m_autopilot = false;
    bool m_wasPainted = false;

    QSplitter *m_splitter;
    QStackedWidget *m_pages;
    FlowArea *m_flowArea;
    ConnectForm *m_form = nullptr;
    Notice *m_notice = nullptr;
    IntegrationPage *m_result = nullptr;
    QAction *m_reloadAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_openInBrowserAction = nullptr;
    QAction *m_screenshotAction = nullptr;
};

} // namespace desk
