// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchrate.h"

namespace desk {

namespace {

constexpr size_t answersKept = 50;

} // namespace

void BatchRate::start()
{
    m_answers.clear();
    m_clock.start();
}

void BatchRate::noteAnswer()
{
    m_answers.push_back(m_clock.elapsed());
    if (m_answers.size() > answersKept)
        m_answers.pop_front();
}

double BatchRate::perMillisecond() const
{
    if (m_answers.size() < 2)
        return 0;
    const qint64 span = m_clock.elapsed() - m_answers.front();
    return span > 0 ? double(m_answers.size() - 1) / double(span) : 0;
}

std::optional<std::chrono::milliseconds> BatchRate::timeFor(qsizetype rows) const
{
    const double rate = perMillisecond();
    if (rate <= 0)
        return std::nullopt;
    return std::chrono::milliseconds(qint64(double(rows) / rate));
}

} // namespace desk
