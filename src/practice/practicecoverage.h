// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "practicecatalogue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * What can be read and written in one category, from resources/practice/data/coverage.json:
 * read_models and write_actions with id, label and fields (ids alone), features with id and label.
 */
QJsonObject practiceModels(Category category);

/*!
 * The coverage of a tool as GET /tools/{category} tells it (kombo-api.md 5.4). Which tool lacks
 * what is made up, but always the same; the sandbox lacks nothing.
 */
QJsonObject toolCoverage(const PracticeTool &tool, Category category);

//! read_models of an integration with that tool (kombo-api.md 5.5), settings and opt-outs made up.
QJsonArray integrationReadModels(const PracticeTool &tool, Category category);

//! write_actions of an integration with that tool.
QJsonArray integrationWriteActions(const PracticeTool &tool, Category category);

} // namespace desk
