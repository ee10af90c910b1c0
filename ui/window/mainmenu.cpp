// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/mainmenu.h"

#include "ui/window/ownshortcuts.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <utility>

namespace desk {

MainMenu::MainMenu(QMenuBar *bar, Theme::Choice scheme, QWidget *window)
    : QObject(window)
{
    addFileMenu(bar);
    addProfileMenu(bar);
    addFlowMenu(bar);
    addHistoryMenu(bar);
    addViewMenu(bar, scheme);
    addHelpMenu(bar);
    m_actions = bar->findChildren<QAction *>();
    new OwnShortcuts(m_actions, window);
}

void MainMenu::setFlow(bool isLive, bool hasPage, bool isInBrowser)
{
    m_reload->setEnabled(hasPage);
    m_continueInBrowser->setEnabled(hasPage && !isInBrowser);
    m_enterToken->setEnabled(hasPage);
    m_developerTools->setEnabled(hasPage && !isInBrowser && !m_demo->isChecked());
    m_cancel->setEnabled(isLive);
}

void MainMenu::setPractice(bool isPractice)
{
    m_faultLab->setEnabled(isPractice);
}

void MainMenu::setRecord(bool isThere)
{
    m_evidence->setEnabled(isThere);
}

void MainMenu::setPages(bool hasIntegration, bool hasLink)
{
    m_integration->setEnabled(hasIntegration);
    m_handOver->setEnabled(hasLink);
}

void MainMenu::setDemo(bool on)
{
    m_demo->setChecked(on);
    for (QAction *action : std::as_const(m_notInDemo)) {
        action->setEnabled(!on);
        // An empty one would fall back to the entry's text.
        action->setToolTip(on ? tr("Not available in demo mode") : QString());
        qobject_cast<QMenu *>(action->parent())->setToolTipsVisible(on);
    }
}

QAction *MainMenu::add(
    QMenu *menu, const QString &text, Order order, const QKeySequence &shortcut) const
{
    QAction *action = menu->addAction(text);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, order);
    return action;
}

void MainMenu::addFileMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&File"));
    add(menu, tr("&New Connection"), &MainMenu::newConnectionTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_N));
    QAction *create = add(menu, tr("&Create Link"), &MainMenu::createLinkTriggered);
    create->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_notInDemo.append(add(menu, tr("&Open Integration…"), &MainMenu::openIntegrationTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_O)));
    //: Opens a window in which links are made for all rows of a table
    m_notInDemo.append(add(menu, tr("&Many Clients…"), &MainMenu::manyClientsTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)));
    menu->addSeparator();
    m_notInDemo.append(add(menu, tr("&Templates…"), &MainMenu::templatesTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_T)));
    m_notInDemo.append(add(menu, tr("&Save as Template…"), &MainMenu::saveTemplateTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)));
    menu->addSeparator();
    add(menu, tr("&Quit"), &MainMenu::quitTriggered, QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void MainMenu::addProfileMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Profile"));
    add(menu, tr("&Switch Profile…"), &MainMenu::switchProfileTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_E));
    add(menu, tr("&Edit Profile and Key…"), &MainMenu::editProfileTriggered);
    menu->addSeparator();
    add(menu, tr("&New Profile…"), &MainMenu::newProfileTriggered);
    add(menu, tr("&Manage Profiles…"), &MainMenu::manageProfilesTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
}

void MainMenu::addFlowMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("F&low"));
    m_reload = add(menu, tr("&Reload Flow"), &MainMenu::reloadFlowTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_R));
    m_continueInBrowser = add(menu, tr("Continue in &Browser"),
        &MainMenu::continueInBrowserTriggered, QKeySequence(Qt::CTRL | Qt::Key_B));
    m_enterToken = add(menu, tr("&Paste Token…"), &MainMenu::enterTokenTriggered);
    add(menu, tr("&Save Screenshot…"), &MainMenu::screenshotTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_evidence = add(menu, tr("Save &Evidence…"), &MainMenu::evidenceTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    m_developerTools = add(menu, tr("&Developer Tools"), &MainMenu::developerToolsTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    //: Where the practice server is told what to do wrong next
    m_faultLab = add(menu, tr("&Fault Lab…"), &MainMenu::faultLabTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    menu->addSeparator();
    m_cancel = add(menu, tr("&Cancel Flow"), &MainMenu::cancelFlowTriggered,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
}

void MainMenu::addHistoryMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("H&istory"));
    const auto offer = [this, menu](
                           const QString &text, Order order, const QKeySequence &shortcut = {}) {
        m_notInDemo.append(add(menu, text, order, shortcut));
    };
    offer(tr("&History"), &MainMenu::historyTriggered, QKeySequence(Qt::CTRL | Qt::Key_H));
    //: What waits for somebody
    offer(tr("&Follow-up"), &MainMenu::followUpTriggered, QKeySequence(Qt::CTRL | Qt::Key_6));
    offer(tr("F&ind…"), &MainMenu::findTriggered, QKeySequence(Qt::CTRL | Qt::Key_F));
    menu->addSeparator();
    offer(tr("&Export…"), &MainMenu::exportHistoryTriggered);
    offer(tr("&Back Up…"), &MainMenu::backUpTriggered);
    offer(tr("&Restore…"), &MainMenu::restoreTriggered);
    menu->addSeparator();
    offer(tr("For&get a Client…"), &MainMenu::forgetClientTriggered);
    //: How long the history is kept
    offer(tr("&Keep For…"), &MainMenu::retentionTriggered);
}

void MainMenu::addViewMenu(QMenuBar *bar, Theme::Choice scheme)
{
    QMenu *menu = bar->addMenu(tr("&View"));
    add(menu, tr("&Form"), &MainMenu::formTriggered, QKeySequence(Qt::CTRL | Qt::Key_1));
    m_integration = add(menu, tr("&Integration"), &MainMenu::integrationTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_2));
    //: The page with the magic link that was made last
    m_handOver = add(
        menu, tr("&Hand Over"), &MainMenu::handOverTriggered, QKeySequence(Qt::CTRL | Qt::Key_3));
    setPages(false, false);
    menu->addSeparator();
    m_notInDemo.append(add(
        menu, tr("&Timeline"), &MainMenu::timelineTriggered, QKeySequence(Qt::CTRL | Qt::Key_4)));
    //: The list of what was sent to the API, and the answers
    m_notInDemo.append(add(
        menu, tr("&Requests"), &MainMenu::requestsTriggered, QKeySequence(Qt::CTRL | Qt::Key_5)));
    menu->addSeparator();
    //: For showing the window to others: masks, sample data, larger text
    m_demo = menu->addAction(tr("&Demo Mode"));
    m_demo->setCheckable(true);
    m_demo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    connect(m_demo, &QAction::triggered, this, &MainMenu::demoTriggered);
    menu->addSeparator();
    addSchemeMenu(menu->addMenu(tr("&Appearance")), scheme);
}

void MainMenu::addSchemeMenu(QMenu *menu, Theme::Choice scheme)
{
    auto *group = new QActionGroup(this);
    const auto offer = [this, menu, group, scheme](const QString &text, Theme::Choice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(scheme == choice);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT schemeChosen(choice); });
    };
    //: The appearance that the desktop has, light or dark
    offer(tr("&System"), Theme::Choice::System);
    offer(tr("&Light"), Theme::Choice::Light);
    offer(tr("&Dark"), Theme::Choice::Dark);
}

void MainMenu::addHelpMenu(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Help"));
    add(menu, tr("&Keyboard Shortcuts"), &MainMenu::shortcutsTriggered,
        QKeySequence(Qt::CTRL | Qt::Key_Slash));
    add(menu, tr("&About Connect Desk"), &MainMenu::aboutTriggered);
}

} // namespace desk
