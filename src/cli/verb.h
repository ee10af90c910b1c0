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
    Window = 0x01,
    Connect = 0x02,
    CreateLink = 0x04,
    Resolve = 0x08,
    Practice = 0x10,
};
Q_DECLARE_FLAGS(Verbs, Verb)
Q_DECLARE_OPERATORS_FOR_FLAGS(Verbs)

//! As it is typed; empty for the window.
QString nameOf(Verb verb);
std::optional<Verb> verbFromName(const QString &name);
//! Every verb that is typed, in the order of the help.
QList<Verb> allVerbs();
QStringList verbNames();

} // namespace desk
