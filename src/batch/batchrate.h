// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>

#include <chrono>
#include <deque>
#include <optional>

namespace desk {

//! How fast a run goes, by the answers that came last. Thread: any one.
class BatchRate {
public:
    //! Begins anew: what was before a pause says nothing of what comes.
    void start();
    void noteAnswer();

    //! 0: not known yet.
    double perMinute() const { return perMillisecond() * 60'000; }
    std::optional<std::chrono::milliseconds> timeFor(qsizetype rows) const;

private:
    double perMillisecond() const;

    QElapsedTimer m_clock;
    std::deque<qint64> m_answers; // when the last ones came, by the clock
};

} // namespace desk
