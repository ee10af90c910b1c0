// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "verbwords.h"

#include "core/inputtext.h"
#include "core/nearest.h"
#include "core/tokencheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

//! Why a word is refused, or nothing.
using Refusal = std::optional<QString>;

Refusal readToken(const QString &word, Secret &into)
{
    const QString token = cleanedInput(word);
    if (token.isEmpty())
        return Words::tr("resolve needs a token; the one given is empty.");
    if (!isSaneToken(token)) {
        return Words::tr("What was given to resolve is no activation token: it is too long, or "
                         "holds a blank or a letter that no token has.");
    }
    into = Secret(token);
    return std::nullopt;
}

Refusal readId(Verb verb, const QString &name, const QString &word, QString &into)
{
    const QString id = cleanedInput(word);
    if (id.isEmpty()) {
        //: %1 is a verb, %2 the name of a word such as ID
        return Words::tr("%1 needs %2; the one given is empty.").arg(nameOf(verb), name);
    }
    if (!isSaneToken(id)) {
        //: %1 is a verb, %2 the name of a word such as ID
        return Words::tr("%1: %2 is too long, or holds a blank or a letter that no ID has.")
            .arg(nameOf(verb), name);
    }
    into = id;
    return std::nullopt;
}

QString noneOf(Verb verb, const QString &word, const QStringList &known)
{
    const QString list = known.join(u", "_s);
    const QString sentence = mayBeRepeated(word)
        //: %1 is a verb, %2 the word given, %3 a list of words
        ? Words::tr("%1: “%2” is none of %3.").arg(nameOf(verb), word, list)
        //: %1 is a verb, %2 a list of words
        : Words::tr("%1: the word is none of %2.").arg(nameOf(verb), list);
    return orMeant(sentence, nearest(word, known));
}

Refusal readCategory(const QString &word, Category &into)
{
    const QString name = cleanedInput(word).toUpper();
    if (const auto category = categoryFromWire(name)) {
        into = *category;
        return std::nullopt;
    }
    QStringList known;
    for (const Category category : allCategories())
        known.append(wireName(category));
    return noneOf(Verb::Tools, name, known);
}

Refusal readSwitch(const QString &word, bool &into)
{
    const QStringList known{u"on"_s, u"off"_s};
    const QString name = cleanedInput(word).toLower();
    if (!known.contains(name))
        return noneOf(Verb::Passthrough, name, known);
    into = name == known.constFirst();
    return std::nullopt;
}

Refusal readShell(const QString &word, Shell &into)
{
    const QStringList known{u"bash"_s, u"zsh"_s, u"fish"_s};
    const QString name = cleanedInput(word).toLower();
    const qsizetype index = known.indexOf(name);
    if (index < 0)
        return noneOf(Verb::Completions, name, known);
    into = static_cast<Shell>(index);
    return std::nullopt;
}

Refusal readFile(Verb verb, const QString &word, QString &into)
{
    if (word.isEmpty()) {
        //: %1 is a verb
        return Words::tr("%1 needs the name of a file; the one given is empty.").arg(nameOf(verb));
    }
    into = word;
    return std::nullopt;
}

Refusal readWord(Verb verb, const QString &name, const QString &word, VerbWords &into)
{
    if (name == "TOKEN"_L1)
        return readToken(word, into.token);
    if (name == "CATEGORY"_L1)
        return readCategory(word, into.category);
    if (name == "on|off"_L1)
        return readSwitch(word, into.passthrough);
    if (verb == Verb::Completions)
        return readShell(word, into.shell);
    if (name == "FILE"_L1)
        return readFile(verb, word, into.file);
    if (name == "ID"_L1)
        return readId(verb, name, word, into.integrationId);
    const bool isTarget = verb == Verb::MapField && name == "INTEGRATION_FIELD_ID"_L1;
    return readId(verb, name, word, isTarget ? into.targetFieldId : into.fieldId);
}

QString tooFew(Verb verb, const QStringList &names)
{
    //: %1 is a verb, %2 what has to follow it, %3 the whole as it is typed
    return Words::tr("%1 needs %2: connect-desk %3.")
        .arg(nameOf(verb), names.join(u' '), nameOf(verb) + u' ' + names.join(u' '));
}

} // namespace

bool mayBeRepeated(const QString &word)
{
    static const QRegularExpression plainWord(u"\\A[A-Za-z][A-Za-z_-]{0,23}\\z"_s);
    return plainWord.match(word).hasMatch();
}

QString orMeant(const QString &sentence, const std::optional<QString> &candidate)
{
    if (!candidate)
        return sentence;
    //: %1 is a sentence, %2 a word that was probably meant
    return Words::tr("%1 Did you mean %2?").arg(sentence, *candidate);
}

Result<VerbWords, QString> readVerbWords(Verb verb, const QStringList &words, bool isUnmapping)
{
    QStringList names = wordNames(verb);
    if (isUnmapping && !names.isEmpty())
        names.removeLast();
    if (words.size() < names.size())
        return Unexpected{tooFew(verb, names)};
    if (words.size() > names.size()) {
        return Unexpected{Words::tr("%1 was given more words than it knows what to do with. Is a "
                                    "value with blanks without quotes?")
                              .arg(nameOf(verb))};
    }
    VerbWords read;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (const Refusal refusal = readWord(verb, names.at(i), words.at(i), read))
            return Unexpected{*refusal};
    }
    return read;
}

} // namespace desk
