// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "verb.h"

#include "core/connectdetails.h"
#include "core/result.h"
#include "core/secret.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

enum class Shell { Bash, Zsh, Fish };

//! What stood behind a verb, cleaned and checked; members that do not belong to it are empty.
struct VerbWords {
    Secret token; //!< what resolve asks about
    Category category = Category::Hris; //!< of tools
    QString integrationId;
    QString fieldId; //!< of map-field: the custom field; of passthrough: the integration field
    QString targetFieldId; //!< of map-field: the integration field; empty: to be unmapped
    bool passthrough = false;
    QString file; //!< of backup and restore: as it was given
    Shell shell = Shell::Bash;
};

/*!
 * Reads the words behind a verb. isUnmapping: map-field goes without its last word. The error is
 * one sentence that names the word, and never repeats what may be a secret.
 */
Result<VerbWords, QString> readVerbWords(Verb verb, const QStringList &words, bool isUnmapping);

//! Whether a word may be shown again: what was mistyped may be a key or a token that slipped in.
bool mayBeRepeated(const QString &word);

//! The sentence, and what was probably meant.
QString orMeant(const QString &sentence, const std::optional<QString> &candidate);

} // namespace desk
