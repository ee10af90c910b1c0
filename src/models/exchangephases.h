// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QList>

#include <chrono>

namespace desk {

//! One stretch of an exchange's time, counted from its start.
struct ExchangePhase {
    enum class Kind {
        Queued, //!< waited until the environment took it
        Sending, //!< connecting and writing the request
        Waiting, //!< until the first byte of the answer
        Reading, //!< the answer
        Unknown, //!< the ending came before the next moment that is told apart
    };

    Kind kind = Kind::Unknown;
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to{0};

    friend bool operator==(const ExchangePhase &, const ExchangePhase &) = default;
};

/*!
 * The phases in their order; together they last from the start to the end. A moment that was not
 * reached or lies before its predecessor begins no phase.
 */
QList<ExchangePhase> phasesOf(const Exchange &exchange);

} // namespace desk
