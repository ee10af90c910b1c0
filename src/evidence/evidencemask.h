// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidenceinput.h"

#include "core/personaldata.h"

namespace desk {

//! What personal data a session is known to hold, from its order, its end and its exchanges.
PersonalData personalDataOf(const EvidenceInput &input, bool hidesIntegrations);

/*!
 * The same input with names in the place of personal data, in every text. JSON bodies are written
 * anew; what is not text at all is left out. Order and integration are not touched, since they are
 * written property by property (PersonalData::masked(QJsonValue)).
 */
EvidenceInput masked(const EvidenceInput &input, PersonalData &personalData);

} // namespace desk
