// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "practiceenvironment.h"
#include "practicemessage.h"

namespace desk {

/*!
 * The calls that steer the practice environment, below /practice: scripted faults, integrations
 * without a flow, states on demand. Not a part of Kombo's API; it has the same key, the same
 * envelope and the same strictness, and faults never reach it.
 */
class PracticeControl {
public:
    static constexpr qsizetype maximumBodySize = qsizetype{3} * 1024 * 1024;

    //! The environment must outlive it.
    PracticeControl(PracticeEnvironment &environment, Secret apiKey);

    PracticeResponse answer(const PracticeRequest &request);

private:
    PracticeEnvironment &m_environment;
    Secret m_apiKey;
};

} // namespace desk
