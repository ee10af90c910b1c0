// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tool.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace desk {

//! What is known of the tools that can be chosen, as the tool picker shows it.
struct ToolOffer {
    enum class State {
        NotAsked, //!< nobody asked for the list yet
        Loading, //!< it is read for the first time
        Ready, //!< there is a list; it may be old
        Failed, //!< there is none, and problem says why
    };

    State state = State::NotAsked;
    QList<Tool> tools; //!< of Ready
    QDateTime fetchedAt; //!< of Ready
    QString problem; //!< one sentence: why there is no list, or why the last refresh failed
    bool isRefreshing = false;
};

} // namespace desk
