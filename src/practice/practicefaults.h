// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicefault.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

//! The faults that are scripted at the moment, each with the number of times it is still due.
class PracticeFaults {
public:
    static constexpr qsizetype maximumCount = 100;

    //! Replaces all; those beyond maximumCount are left out.
    void set(const QList<PracticeFault> &faults);
    const QList<PracticeFault> &list() const { return m_faults; }

    //! The first fault due at this endpoint, and counts it.
    std::optional<PracticeFault> take(const QString &endpoint);

private:
    QList<PracticeFault> m_faults;
};

/*!
 * The answer of an endpoint under a fault. The call itself happens unless the fault says what to
 * answer instead: late, missing and cut answers are those of a call that was carried out, which is
 * the case a client has to be most careful about.
 */
PracticeResponse answerUnder(
    const PracticeFault &fault, const std::function<PracticeResponse()> &call);

} // namespace desk
