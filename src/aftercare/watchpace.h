// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * How often a setup is read while somebody waits for it. A first sync takes seconds to hours
 * (kombo-api.md 7.1), so the pauses grow, and it does not go on for ever.
 */
struct WatchPace {
    struct Stage {
        std::chrono::milliseconds end; //!< of the stage, counted from the start of the watch
        std::chrono::milliseconds interval;
    };

    QList<Stage> stages; //!< in the order of their ends

    //! 30 s for 5 minutes, 60 s until 20 minutes, 120 s until an hour is over.
    static WatchPace gentle();

    //! The pause before the next reading; nothing once the last stage is over.
    std::optional<std::chrono::milliseconds> intervalAfter(std::chrono::milliseconds elapsed) const;
};

} // namespace desk
