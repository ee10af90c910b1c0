// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linklife.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace desk {

LinkLife::LinkLife(ElapsedSource elapsed, std::chrono::milliseconds lookEvery, QObject *parent)
    : QObject(parent)
    , m_elapsed(std::move(elapsed))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &LinkLife::look);
}

void LinkLife::start(std::chrono::milliseconds validity)
{
    m_end = m_elapsed() + validity;
    m_stage = Stage::NotStarted;
    look();
}

void LinkLife::stop()
{
    m_timer.stop();
}

std::chrono::milliseconds LinkLife::remaining() const
{
    return m_stage == Stage::NotStarted ? 0ms : std::max(m_end - m_elapsed(), 0ms);
}

LinkLife::Stage LinkLife::stageNow() const
{
    const std::chrono::milliseconds left = m_end - m_elapsed();
    if (left <= 0ms)
        return Stage::Over;
    return left <= warnBefore ? Stage::EndsSoon : Stage::Fresh;
}

void LinkLife::look()
{
    const Stage stage = stageNow();
    // Often, since one long timer would sleep when the computer does; and before anybody is told,
    // since a receiver may stop it.
    if (stage != Stage::Over)
        m_timer.start();
    if (std::exchange(m_stage, stage) != stage)
        Q_EMIT stageChanged(stage);
    Q_EMIT remainingChanged(remaining());
}

} // namespace desk
