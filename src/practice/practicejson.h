// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicecatalogue.h"
#include "practiceenvironment.h"
#include "practicefields.h"
#include "practiceintegration.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace desk {

// What the practice environment knows, in exactly the contract's shapes.

QJsonValue nullable(const std::optional<QString> &text);

//! Tool of GET /tools/{category}.
QJsonObject toolJson(const PracticeTool &tool, Category category, const QString &origin);

//! data of GET /integrations/{integration_id}.
QJsonObject integrationJson(
    const PracticeIntegration &integration, const PracticeEnvironment &environment);

//! data of integration-by-token.
QJsonObject resolvedJson(const PracticeIntegration &integration, const QDateTime &now);

QJsonObject fieldJson(const PracticeField &field, const PracticeIntegration &integration);

QJsonObject customFieldJson(
    const PracticeCustomField &field, const PracticeIntegration &integration);

} // namespace desk
