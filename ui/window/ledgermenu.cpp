// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/ledgermenu.h"

#include "ui/history/historysidebar.h"
#include "ui/history/ledgeractions.h"
#include "ui/history/ledgernotice.h"
#include "ui/ledgerarea/ledgerarea.h"
#include "ui/window/mainmenu.h"

#include "memory/memory.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <utility>

namespace desk {

LedgerMenu::LedgerMenu(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    const MainMenu *const menu = &m_parts.menu;
    connect(menu, &MainMenu::historyTriggered, this,
        [this] { m_parts.area.toggle(LedgerArea::Tab::History); });
    connect(menu, &MainMenu::followUpTriggered, this,
        [this] { m_parts.area.toggle(LedgerArea::Tab::FollowUp); });
    connect(menu, &MainMenu::findTriggered, &m_parts.area, &LedgerArea::focusSearch);
    connect(menu, &MainMenu::exportHistoryTriggered, this, [this] {
        const HistorySidebar *history = m_parts.area.history();
        actions().exportAttempts(history ? history->query() : AttemptQuery());
    });
    connect(menu, &MainMenu::backUpTriggered, this, [this] { actions().backUp(); });
    connect(menu, &MainMenu::restoreTriggered, this, [this] { actions().restore(); });
    connect(menu, &MainMenu::forgetClientTriggered, this, &LedgerMenu::forgetClient);
    connect(menu, &MainMenu::retentionTriggered, this, [this] { actions().chooseRetention(); });
    connectNotice();
}

void LedgerMenu::connectNotice()
{
    const LedgerKeeper &ledger = m_parts.memory.ledger();
    connect(&ledger, &LedgerKeeper::problemChanged, this, &LedgerMenu::showProblem);
    // A damaged file that was put aside is no problem any more, but has to be told.
    connect(&ledger, &LedgerKeeper::changed, this, &LedgerMenu::showProblem);
    connect(&m_parts.notice, &LedgerNotice::tryAgainRequested, &m_parts.memory.ledger(),
        &LedgerKeeper::tryAgain);
    connect(&m_parts.notice, &LedgerNotice::folderRequested, this, [](const QString &file) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
}

void LedgerMenu::showProblem()
{
    const LedgerKeeper &ledger = m_parts.memory.ledger();
    m_parts.notice.present(
        {ledger.problem(), ledger.waiting(), ledger.dropped(), ledger.keptAside()});
}

LedgerActions &LedgerMenu::actions()
{
    if (!m_actions) {
        Memory &memory = m_parts.memory;
        m_actions =
            new LedgerActions(memory.chores(), memory.settings(), memory.folder(), m_parts.window);
        m_actions->setParent(this);
        connect(m_actions, &LedgerActions::noted, this, &LedgerMenu::noted);
    }
    return *m_actions;
}

void LedgerMenu::forgetClient()
{
    PersonToForget person;
    if (const std::optional<Attempt> attempt = m_parts.shownAttempt())
        person = {attempt->email, attempt->originId, attempt->organization, attempt->profile.id};
    actions().forgetClient(person);
}

} // namespace desk
