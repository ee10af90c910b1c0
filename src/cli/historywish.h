// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"

#include <QDate>
#include <QString>

#include <optional>

namespace desk {

//! What the verbs about the history were asked for. Dates count in the zone of this computer.
struct HistoryWish {
    static constexpr int usualLimit = 100;
    static constexpr int highestLimit = 1'000'000;

    QString search;
    std::optional<QString> profile; //!< a name; absent: of all profiles
    std::optional<AttemptOutcome> outcome;
    std::optional<QDate> since;
    int limit = usualLimit;
    std::optional<QString> exportFile; //!< ends with .csv or .json
    //! For forget: whom; each that is not empty.
    QString email;
    QString organization;
    QString originId;
};

} // namespace desk
