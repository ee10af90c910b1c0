// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "practiceenvironment.h"
#include "practicemessage.h"

namespace desk {

/*!
 * The part of the Kombo API that the practice environment has (kombo-connect.openapi.yaml): all of
 * it. Answers the paths below /v1; scripted faults come in here, and only here.
 */
class PracticeApi {
public:
    //! The environment must outlive it.
    PracticeApi(PracticeEnvironment &environment, Secret apiKey);

    PracticeResponse answer(const PracticeRequest &request);

private:
    PracticeEnvironment &m_environment;
    Secret m_apiKey;
};

} // namespace desk
