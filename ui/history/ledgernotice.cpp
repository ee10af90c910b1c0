// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/ledgernotice.h"

#include "ui/parts/notice.h"

#include "wording/ledgerwording.h"

#include <QVBoxLayout>

namespace desk {

LedgerNotice::LedgerNotice(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
{
    setObjectName(QStringLiteral("ledgerNotice"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    connect(m_notice, &Notice::actionTriggered, this, &LedgerNotice::takeAction);
    setVisible(false);
}

void LedgerNotice::present(const State &state)
{
    const bool isProblemKnown = state.problem.has_value() == m_state.problem.has_value()
        && (!state.problem || state.problem->reason == m_state.problem->reason);
    const bool isSame =
        isProblemKnown && state.dropped == m_state.dropped && state.keptAside == m_state.keptAside;
    const bool hasSameCount = state.waiting == m_state.waiting;
    m_state = state;
    // More of the same is no reason to come back for whoever has put it away.
    if (isSame && (hasSameCount || m_notice->isHidden()))
        return;
    setVisible(state.problem || state.keptAside);
    if (state.problem) {
        const ErrorMessage message = LedgerWording::message(*state.problem);
        const QString waiting = LedgerWording::waiting(state.waiting, state.dropped);
        m_action = Action::TryAgain;
        m_notice->present({Notice::Tone::Error, message.headline,
            waiting.isEmpty() ? message.advice : message.advice + u' ' + waiting, message.details,
            tr("Try again")});
    } else if (state.keptAside) {
        const ErrorMessage message = LedgerWording::keptAside(*state.keptAside);
        m_action = Action::ShowFolder;
        m_notice->present({Notice::Tone::Warning, message.headline, message.advice, message.details,
            tr("Show folder")});
    } else {
        m_action = Action::None;
        m_notice->dismiss();
    }
}

void LedgerNotice::takeAction()
{
    if (m_action == Action::TryAgain)
        Q_EMIT tryAgainRequested();
    else if (m_action == Action::ShowFolder && m_state.keptAside)
        Q_EMIT folderRequested(*m_state.keptAside);
}

} // namespace desk
