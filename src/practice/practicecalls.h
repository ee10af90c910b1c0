// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practiceroute.h"

/*!
 * The endpoints of the API, one function each, under the names of Kombo's documentation; each reads
 * its request, does what it asks for and answers (kombo-api.md 5).
 */
namespace desk::PracticeCalls {

// practicegeneralcalls.cpp
PracticeResponse checkApiKey(const PracticeCall &call);
PracticeResponse getTools(const PracticeCall &call);

// practicelinkcalls.cpp
PracticeResponse createConnectionLink(const PracticeCall &call);
PracticeResponse createReconnectionLink(const PracticeCall &call);
PracticeResponse createSetupLink(const PracticeCall &call);
PracticeResponse getIntegrationByToken(const PracticeCall &call);

// practiceintegrationcalls.cpp
PracticeResponse getIntegrationDetails(const PracticeCall &call);
PracticeResponse deleteIntegration(const PracticeCall &call);
PracticeResponse setIntegrationEnabled(const PracticeCall &call);
PracticeResponse triggerSync(const PracticeCall &call);

// practicefieldcalls.cpp
PracticeResponse getIntegrationFields(const PracticeCall &call);
PracticeResponse updateIntegrationField(const PracticeCall &call);
PracticeResponse getCustomFields(const PracticeCall &call);
PracticeResponse updateCustomFieldMapping(const PracticeCall &call);

//! The answer for an id that is not (or no longer) known.
PracticeResponse noSuchIntegration();

} // namespace desk::PracticeCalls
