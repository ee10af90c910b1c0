// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicebehaviour.h"
#include "practicefault.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

//! One thing that can be made to go wrong in practice, and what a person should then see.
struct PracticeScenario {
    enum class Group { Link, Page, SignIn, Messages, Token, Outcome, AfterCare };

    QString id;
    Group group = Group::Link;
    QString title;
    QString what; //!< the practice server does; one sentence
    QString expected; //!< of the application; one sentence
    // What is set for it: one of the two, without `times`.
    std::optional<PracticeFault> fault{};
    std::optional<PracticeBehaviour::Kind> behaviour{};
};

//! In the order of their groups; each id once, and no two that set the same.
QList<PracticeScenario> practiceScenarios();

QString titleOf(PracticeScenario::Group group);

} // namespace desk
