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
    static constexpr std::chrono::milliseconds pause{1000};
    static constexpr int most = 30;

    //! Counts if it says yes.
    bool allows()
    {
        if (m_count >= most || !m_next.hasExpired())
            return false;
        ++m_count;
        m_next.setRemainingTime(pause);
        return true;
    }

private:
    QDeadlineTimer m_next{0};
    int m_count = 0;
};

} // namespace desk
