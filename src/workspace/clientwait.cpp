// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "clientwait.h"

#include <utility>

namespace desk {

ClientWait::ClientWait(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::stateChanged, this, &ClientWait::follow);
}

void ClientWait::want(Wish wish)
{
    m_wish = std::move(wish);
    Q_EMIT waitingChanged();
    m_workspace.prepare();
    if (m_wish && m_workspace.state() == Workspace::State::Ready)
        follow(Workspace::State::Ready);
}

void ClientWait::drop()
{
    if (m_wish)
        end();
}

void ClientWait::follow(Workspace::State state)
{
    if (!m_wish || state == Workspace::State::ReadingKey)
        return;
    const Wish wish = m_wish;
    end();
    if (state == Workspace::State::Ready)
        wish(m_workspace.client());
    else if (state != Workspace::State::Resting)
        Q_EMIT failed();
}

void ClientWait::end()
{
    m_wish = nullptr;
    Q_EMIT waitingChanged();
}

} // namespace desk
