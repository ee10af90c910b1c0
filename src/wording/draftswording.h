// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "drafts/detailsfolder.h"
#include "drafts/template.h"
#include "drafts/templatestore.h"

#include <QString>

//! What is said about drafts and templates.
namespace desk::DraftsWording {

//! What happened to a file, and what that means for what is typed.
QString sentence(const DetailsFileProblem &problem);
QString sentence(const TemplateError &error);

//! What details fill in, in one line: "ATS · personio · Deutsch · Magic link".
QString summary(const ConnectDetails &details);

} // namespace desk::DraftsWording
