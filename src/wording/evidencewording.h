// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidence/evidencebundle.h"
#include "wording/errorwording.h"

//! What is said about evidence bundles.
namespace desk::EvidenceWording {

EvidenceWords words();
ErrorMessage message(const EvidenceProblem &problem);
//! One line for a terminal.
QString sentence(const EvidenceProblem &problem);

} // namespace desk::EvidenceWording
