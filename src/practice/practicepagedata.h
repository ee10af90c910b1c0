// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicecatalogue.h"
#include "practiceintegration.h"

#include <QJsonArray>
#include <QJsonObject>

namespace desk {

// What the pages of the flow offer, as their scripts read it.

//! A tool with id, label and signIn; nothing that is for staff only.
QJsonObject pageJson(const PracticeTool &tool);

//! The tools of a link, one where it is fixed.
QJsonArray toolChoices(const ConnectDetails &details);

QJsonArray groupChoices(const PracticeIntegration &integration);
QJsonArray customFieldChoices(const PracticeIntegration &integration);
QJsonArray fieldChoices(const PracticeIntegration &integration);

} // namespace desk
