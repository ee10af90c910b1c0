// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "practicemessage.h"

#include <QString>

namespace desk {

class PracticeState;

/*!
 * The part of the Kombo API that the practice environment has (kombo-connect.openapi.yaml): key
 * check, create-link and integration-by-token. Answers the paths below /v1.
 */
class PracticeApi {
public:
    //! The state must outlive it. The origin begins every link: "http://127.0.0.1:1234".
    PracticeApi(PracticeState &state, Secret apiKey, QString origin);

    PracticeResponse answer(const PracticeRequest &request);

private:
    bool isAuthorized(const PracticeRequest &request) const;
    PracticeResponse checkApiKey(const PracticeRequest &request);
    PracticeResponse createLink(const PracticeRequest &request);
    PracticeResponse integrationByToken(const PracticeRequest &request);

    PracticeState &m_state;
    Secret m_apiKey;
    QString m_origin;
    QString m_environmentId;
};

} // namespace desk
