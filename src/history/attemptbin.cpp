// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptbin.h"

#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

// Long enough to notice the mistake and to read the sentence.
constexpr auto timeToUndo = 10s;

} // namespace

AttemptBin::AttemptBin(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeToUndo);
    connect(&m_timer, &QTimer::timeout, this, &AttemptBin::forget);
}

void AttemptBin::put(const Content &content)
{
    m_content = content;
    m_timer.start();
    Q_EMIT hidden(content.id);
    Q_EMIT stepOrdered(AttemptHidden{content.id, true});
    Q_EMIT changed();
}

void AttemptBin::undo()
{
    if (!m_content)
        return;
    const QUuid id = m_content->id;
    forget();
    Q_EMIT stepOrdered(AttemptHidden{id, false});
    Q_EMIT restored(id);
}

void AttemptBin::forget()
{
    m_timer.stop();
    if (std::exchange(m_content, std::nullopt))
        Q_EMIT changed();
}

} // namespace desk
