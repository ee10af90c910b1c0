// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace desk {

//! How the practice flow asks an end user to sign in to a tool.
enum class PracticeSignIn { ApiKey, Password, OAuth };

/*!
 * A tool the practice environment has switched on (kombo-api.md 5.4). Its id is one of the
 * contract's; how it signs in and what its notes say is our own choice and says nothing about the
 * real one.
 */
struct PracticeTool {
    QString id;
    QString label;
    std::optional<QString> internalLabel; //!< tells variants with equal labels apart
    QList<Category> categories;
    PracticeSignIn signIn = PracticeSignIn::ApiKey;
    bool hasGuide = false;
    bool isBeta = false;
    // Notes in Markdown.
    std::optional<QString> paidApi;
    std::optional<QString> fastTrack;
    std::optional<QString> partnerOnly;
};

//! Every tool of resources/practice/data/tools.json, by label whatever its case.
const QList<PracticeTool> &practiceTools();

//! The tools of one category, by label.
QList<PracticeTool> practiceTools(Category category);

//! Null if the practice environment does not have it; points into practiceTools().
const PracticeTool *findPracticeTool(QStringView id);

} // namespace desk
