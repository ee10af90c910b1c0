// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDeadlineTimer>

#include <chrono>

namespace desk {

//! How often a page may open something outside of the application: not twice in a moment, and not
//! for ever.
class LinkRate {
public:
    static constexpr std::chrono::milliseconds usualPause{1000};
    static constexpr int most = 30;

    explicit LinkRate(std::chrono::milliseconds pause = usualPause)
        : m_pause(pause)
    {
    }

    //! Counts if it says yes.
    bool allows()
    {
        if (m_count >= most || !m_next.hasExpired())
            return false;
        ++m_count;
        m_next.setRemainingTime(m_pause);
        return true;
    }

private:
    std::chrono::milliseconds m_pause;
    QDeadlineTimer m_next{0};
    int m_count = 0;
};

} // namespace desk
