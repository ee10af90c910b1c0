// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerquery.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace desk {

struct Facets {
    QString profileId;
    AttemptOutcome outcome = AttemptOutcome::Unfinished;
    QString tool;
    QString category;
    bool isHidden = false;
};

/*!
 * The words of the search index that stand for an attempt's profile, outcome, tool and category, so
 * that a filter costs no more than a word. They are spelled so that nobody can type one.
 */
QString facetsOf(const Facets &facets);

//! The few words of the index that begin with this one; empty if there are none or too many.
using KnownWords = std::function<QStringList(const QString &)>;

/*!
 * The question in the language of SQLite's FTS5; empty if it has neither word nor filter, nullopt
 * if its text has no letter or digit, so that nothing can match.
 */
std::optional<QString> searchExpression(const AttemptQuery &query, const KnownWords &knownWords);

} // namespace desk
