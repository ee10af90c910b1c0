// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "watchpace.h"

using namespace std::chrono_literals;

namespace desk {

WatchPace WatchPace::gentle()
{
    return {{{5min, 30s}, {20min, 60s}, {60min, 120s}}};
}

std::optional<std::chrono::milliseconds> WatchPace::intervalAfter(
    std::chrono::milliseconds elapsed) const
{
    for (const Stage &stage : stages) {
        if (elapsed < stage.end)
            return stage.interval;
    }
    return std::nullopt;
}

} // namespace desk
