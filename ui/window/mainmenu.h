// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QMenuBar;
QT_END_NAMESPACE

namespace desk {

/*!
 * The menus of the window: every order that can be given to it, with its shortcut. Each signal is
 * one entry.
 */
class MainMenu final : public QObject {
    Q_OBJECT

public:
    //! Fills the bar, and keeps the shortcuts working while somebody types in its window.
    MainMenu(QMenuBar *bar, Theme::Choice scheme, QWidget *window);

    //! Something is running that can be cancelled; it has a page that can be reloaded, here or in
    //! the browser of the system.
    void setFlow(bool isLive, bool hasPage, bool isInBrowser);
    //! The profile in use is practice.
    void setPractice(bool isPractice);
    //! There is a session that evidence can be saved of.
    void setRecord(bool isThere);
    //! There is an integration to look at, and a magic link to hand over.
    void setPages(bool hasIntegration, bool hasLink);
    //! In a demo what shows history or technical panels is locked, and says why.
    void setDemo(bool on);
    //! Everything that can have a shortcut.
    const QList<QAction *> &actions() const { return m_actions; }

Q_SIGNALS:
    void newConnectionTriggered();
    void createLinkTriggered();
    void openIntegrationTriggered();
    void manyClientsTriggered();
    void templatesTriggered();
    void saveTemplateTriggered();
    void quitTriggered();
    void switchProfileTriggered();
    void editProfileTriggered();
    void newProfileTriggered();
    void manageProfilesTriggered();
    void reloadFlowTriggered();
    void continueInBrowserTriggered();
    void enterTokenTriggered();
    void developerToolsTriggered();
    void evidenceTriggered();
    void faultLabTriggered();
    void historyTriggered();
    void followUpTriggered();
    void findTriggered();
    void exportHistoryTriggered();
    void backUpTriggered();
    void restoreTriggered();
    void forgetClientTriggered();
    void retentionTriggered();
    void timelineTriggered();
    void requestsTriggered();
    void screenshotTriggered();
    void cancelFlowTriggered();
    void formTriggered();
    void integrationTriggered();
    void handOverTriggered();
    void demoTriggered(bool on);
    void schemeChosen(desk::Theme::Choice choice);
    void shortcutsTriggered();
    void aboutTriggered();

private:
    using Order = void (MainMenu::*)();

    QAction *add(
        QMenu *menu, const QString &text, Order order, const QKeySequence &shortcut = {}) const;
    void addFileMenu(QMenuBar *bar);
    void addProfileMenu(QMenuBar *bar);
    void addFlowMenu(QMenuBar *bar);
    void addHistoryMenu(QMenuBar *bar);
    void addViewMenu(QMenuBar *bar, Theme::Choice scheme);
    void addSchemeMenu(QMenu *menu, Theme::Choice scheme);
    void addHelpMenu(QMenuBar *bar);

    QList<QAction *> m_actions;
    QList<QAction *> m_notInDemo;
    QAction *m_demo = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_continueInBrowser = nullptr;
    QAction *m_enterToken = nullptr;
    QAction *m_developerTools = nullptr;
    QAction *m_evidence = nullptr;
    QAction *m_faultLab = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_integration = nullptr;
    QAction *m_handOver = nullptr;
};

} // namespace desk
