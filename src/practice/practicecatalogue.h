// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

//! How the practice flow asks an end user to sign in to a tool.
enum class PracticeSignIn { ApiKey, Password, OAuth };

//! A tool the practice environment has switched on. Its id is one of the contract's, see
//! practicecatalogue.cpp.
struct PracticeTool {
    QString id;
    QString label;
    QList<Category> categories;
    PracticeSignIn signIn = PracticeSignIn::ApiKey;
};

//! Every tool, by label.
const QList<PracticeTool> &practiceTools();

//! The tools of one category, by label.
QList<PracticeTool> practiceTools(Category category);

//! Null if the practice environment does not have it; points into practiceTools().
const PracticeTool *findPracticeTool(QStringView id);

} // namespace desk
