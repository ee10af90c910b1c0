// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! What the program can be told to do; Window stands for no verb at all. Flags, so that options
//! can say where they belong.
enum class Verb {
    Window = 1 << 0,
    Connect = 1 << 1,
    CreateLink = 1 << 2,
    Resolve = 1 << 3,
    CheckKey = 1 << 4,
    Tools = 1 << 5,
    Integration = 1 << 6,
    Relink = 1 << 7,
    SetupLink = 1 << 8,
    Enable = 1 << 9,
    Disable = 1 << 10,
    Sync = 1 << 11,
    Delete = 1 << 12,
    Fields = 1 << 13,
    MapField = 1 << 14,
    Passthrough = 1 << 15,
    Practice = 1 << 16,
    Completions = 1 << 17,
    History = 1 << 18,
    Backup = 1 << 19,
    Restore = 1 << 20,
    Forget = 1 << 21,
    Batch = 1 << 22,
};
Q_DECLARE_FLAGS(Verbs, Verb)
Q_DECLARE_OPERATORS_FOR_FLAGS(Verbs)

//! As it is typed; empty for the window.
QString nameOf(Verb verb);
std::optional<Verb> verbFromName(const QString &name);
//! Every verb that is typed, in the order of the help.
const QList<Verb> &allVerbs();
QStringList verbNames();

//! The words that have to follow the verb, as the help names them: {"ID", "FIELD_ID"}.
QStringList wordNames(Verb verb);

} // namespace desk
