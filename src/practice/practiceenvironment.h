// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/randomword.h"
#include "practicebehaviour.h"
#include "practicefaults.h"
#include "practicestate.h"

#include <QString>

#include <utility>

namespace desk {

//! What one run of the practice server is made of; the calls of its API share it.
struct PracticeEnvironment {
    //! The origin begins every address it gives out: "http://127.0.0.1:1234".
    PracticeEnvironment(PracticeClock clock, QString ownOrigin)
        : state(std::move(clock))
        , origin(std::move(ownOrigin))
    {
    }

    PracticeState state;
    PracticeFaults faults;
    PracticeBehaviours behaviours;
    QString origin;
    QString id = randomWord(24);
    QString scopeConfigId = randomWord(24);
    QString cursorKey = randomWord(24); //!< nobody can make up a cursor without it
};

} // namespace desk
