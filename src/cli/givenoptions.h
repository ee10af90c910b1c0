// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"
#include "verb.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! Why a command line is refused, in one sentence without a secret; or nothing.
using Refusal = std::optional<QString>;

/*!
 * The words and options of one command line, as they were typed, and whether they may stand there
 * at all. What they mean is for others to read.
 */
class GivenOptions {
public:
    //! The first argument is the program's name.
    explicit GivenOptions(const QStringList &arguments);

    //! Window, if the first word is no verb.
    Verb verb() const { return m_verb; }
    bool isVerb(Verbs verbs) const { return verbs.testFlag(m_verb); }
    //! The first word, if it is a connect-desk: address; it stands in the place of a verb.
    std::optional<QString> address() const;
    //! What stands behind the verb.
    QStringList words() const { return m_parser.positionalArguments().mid(1); }

    bool isSet(OptionId id) const { return m_parser.isSet(optionOf(id).name); }
    //! As it was typed.
    std::optional<QString> rawValue(OptionId id) const;
    //! Cleaned; what is empty then counts as not given.
    std::optional<QString> value(OptionId id) const;
    QStringList values(OptionId id) const { return m_parser.values(optionOf(id).name); }

    //! Whether verb and options are known and go together.
    Refusal check() const;

private:
    Refusal checkForKey() const;
    Refusal checkForm() const;
    Refusal checkVerb() const;
    static Refusal checkAddress(const QString &address, qsizetype words);
    Refusal checkOptions() const;
    QString doesNotBelong(const Option &option) const;

    QCommandLineParser m_parser;
    bool m_isWellFormed = false;
    Verb m_verb = Verb::Window;
};

//! The sentence for a value that is none of those an option takes; with the nearest of them.
QString noneOf(OptionId id, const QString &typed, const QString &spelled, const QStringList &names);

//! Whether an option that names a file to be written may name this one.
Refusal checkFile(OptionId id, const QString &name, const QString &suffix);

} // namespace desk
