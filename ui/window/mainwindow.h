// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/demo/largetext.h"
#include "ui/form/formpage.h"
#include "ui/guard/productionguard.h"
#include "ui/window/windowsettings.h"

#include "ledger/attempt.h"
#include "session/connectcontroller.h"
#include "workspace/clientwait.h"
#include "workspace/workspace.h"

#include <QMainWindow>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class BatchOpener;
class DemoBadge;
class DemoMode;
class ExchangeLog;
class FaultBench;
class FaultLab;
class FlowArea;
class FlowLoader;
class FlowPane;
class HandOverCard;
class IntegrationCare;
class IntegrationPage;
class HistoryPage;
class IntegrationRecorder;
class LedgerArea;
class LedgerErrands;
class LedgerMenu;
class LedgerNotice;
class LinkKeeping;
class MainMenu;
class Memory;
class AttemptRecorder;
class ProfileActions;
class ProfileStore;
class SecretKeeper;
class ShortcutOverlay;
class Theme;
struct SetupState;

/*!
 * The window: the form, then what came of it, and the flow beside it. Shows what the controller's
 * session says and hands on what people ask for; it sends nothing itself. Everything of Parts must
 * outlive it.
 */
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        FlowLoader &loader;
        Theme &theme;
        WindowSettings settings;
        ProfileStore &profiles;
        SecretKeeper &keys;
        ExchangeLog &exchanges;
        FaultBench &faults;
        FormPage::Parts form;
        Memory &memory;
        QString batchMappings; //!< folder of the BatchMappingStore
        ConnectController::BrowserSource browser; //!< for flows that leave the window
        QString versions; //!< one line about program and engine, for support
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void fill(const ConnectDetails &details);
    //! Begins a new client with these values; what stood in the form can be brought back.
    void prefill(const Prefill &prefill);
    //! Shows what a connect-desk: address would fill in, once the window is there.
    void offer(const QString &address);
    //! The form begins with what was typed in it before the last end.
    bool hasDraft() const { return m_formPage->hasDraft(); }
    //! Presses the practice flow's buttons by itself; for demonstrations and tests.
    void setAutopilot(bool autopilot) { m_autopilot = autopilot; }
    ConnectController &controller() { return m_controller; }
    DemoMode &demo() { return *m_demo; }

Q_SIGNALS:
    //! The window has drawn itself for the first time.
    void firstPainted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Page { Form, Integration, HandOver, Attempt };

    QWidget *makeHeader();
    QWidget *makeFormPage(const FormPage::Parts &parts);
    QWidget *makeIntegrationPage(const QString &versions);
    QWidget *makeHandOverPage();
    void connectMenu();
    void connectController();
    void connectWorkspace();
    void connectDemo();
    void connectMemory();
    void connectErrands();
    std::optional<Attempt> shownAttempt() const;
    void openAttempt(const QUuid &id);
    HistoryPage *makeAttemptPage();
    void leaveAttempt();
    void showDemo(bool on);
    void fitPages();
    void restore();

    ProfileTag currentTag() const;
    bool isSessionOfCurrentProfile() const;
    FlowArea *flowArea() const;
    void showPage(Page page);
    Page page() const;

    void createLink(const ConnectDetails &details);
    void start(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
        const LinkOrder &order, FlowPlacement placement);
    void follow(ConnectSession *session);
    void showState(ConnectSession::State state);
    void showEnd(ConnectSession::Outcome outcome);
    void askAboutOrder();
    void showFailure(const ConnectSession &session);
    void showHandOver(const ConnectSession &session);
    void showIntegration(const ConnectSession &session);
    void openIntegration(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
        FlowPlacement placement, const QString &integrationId);
    void askForIntegration();
    void leaveIntegration();
    void tellSetupChange(const QString &organization, const SetupState &from, const SetupState &to);
    void pointToOpenFlow();
    void startOver();
    void backToForm();
    void leaveHandOver();
    void saveScreenshot();
    void openFaultLab();
    void showShortcuts();
    void showAbout();
    //! For a moment, at the lower edge; for good without a time.
    void say(const QString &text, std::chrono::milliseconds time = {});
    void noteCopied(const QString &label);
    void noteProfile();
    void noteActions();
    void prepareSoon();
    void warmUpSoon();

    FaultBench &m_faults;
    FaultLab *m_faultLab = nullptr; // once it was opened
    Theme &m_theme;
    WindowSettings m_settings;
    Workspace &m_workspace;
    ConnectController m_controller;
    ClientWait m_wait;
    Memory &m_memory;
    std::unique_ptr<AttemptRecorder> m_recorder;
    ProductionGuard m_guard;
    bool m_autopilot = false;
    bool m_wasPainted = false;
    std::optional<QString> m_address; // to be offered once the window is there
    std::unique_ptr<IntegrationCare> m_care;
    std::unique_ptr<IntegrationRecorder> m_careRecorder; // goes before the care
    std::shared_ptr<KomboClient> m_careClient;
    ProfileTag m_careProfile;
    FlowPlacement m_carePlacement = FlowPlacement::Frame;
    QString m_orderProfileId; // whose form the session was ordered with
    Page m_pageBeforeHandOver = Page::Form;

    MainMenu *m_menu;
    DemoMode *m_demo;
    DemoBadge *m_demoBadge;
    ShortcutOverlay *m_shortcuts;
    LargeText m_largeText;
    std::optional<QByteArray> m_splitterBeforeDemo;
    QSplitter *m_splitter;
    QSplitter *m_outerSplitter;
    LedgerArea *m_ledgerArea;
    LedgerNotice *m_ledgerNotice;
    LedgerMenu *m_ledgerMenu;
    LedgerErrands *m_errands;
    BatchOpener *m_batch;
    HistoryPage *m_attemptPage = nullptr; // once it was wanted
    Page m_pageBeforeAttempt = Page::Form;
    QStackedWidget *m_pages;
    FlowPane *m_flowPane;
    ProfileActions *m_profileActions = nullptr;
    FormPage *m_formPage = nullptr;
    IntegrationPage *m_integrationPage = nullptr;
    HandOverCard *m_handOver = nullptr;
    LinkKeeping *m_linkKeeping = nullptr;
};

} // namespace desk
