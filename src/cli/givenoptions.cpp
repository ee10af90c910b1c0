// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "givenoptions.h"

#include "commandline.h"
#include "verbwords.h"

#include "core/inputtext.h"
#include "core/nearest.h"
#include "core/prefilladdress.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

bool isAnOption(const QString &word)
{
    const auto &options = allOptions();
    return std::any_of(options.begin(), options.end(),
        [&word](const Option &option) { return word == option.spelled(); });
}

} // namespace

GivenOptions::GivenOptions(const QStringList &arguments)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const Option &option : allOptions()) {
        QCommandLineOption parsed(option.name);
        parsed.setValueName(option.valueName);
        m_parser.addOption(parsed);
    }
    m_isWellFormed = m_parser.parse(arguments);
    const QStringList words = m_parser.positionalArguments();
    if (!words.isEmpty())
        m_verb = verbFromName(words.constFirst()).value_or(Verb::Window);
}

std::optional<QString> GivenOptions::address() const
{
    const QStringList words = m_parser.positionalArguments();
    if (words.isEmpty() || !PrefillAddress::hasScheme(words.constFirst()))
        return std::nullopt;
    return words.constFirst();
}

std::optional<QString> GivenOptions::rawValue(OptionId id) const
{
    return isSet(id) ? std::optional(m_parser.value(optionOf(id).name)) : std::nullopt;
}

std::optional<QString> GivenOptions::value(OptionId id) const
{
    const std::optional<QString> raw = rawValue(id);
    if (!raw || cleanedInput(*raw).isEmpty())
        return std::nullopt;
    return cleanedInput(*raw);
}

Refusal GivenOptions::check() const
{
    if (Refusal refusal = checkForKey())
        return refusal;
    if (Refusal refusal = checkForm())
        return refusal;
    if (Refusal refusal = checkVerb())
        return refusal;
    return checkOptions();
}

Refusal GivenOptions::checkForKey() const
{
    static const QStringList spellings{
        u"api-key"_s, u"apikey"_s, u"api_key"_s, u"key"_s, u"bearer"_s, u"secret"_s};
    const QStringList unknown = m_parser.unknownOptionNames();
    for (const QString &name : unknown) {
        if (spellings.contains(name.toLower())) {
            //: %1 is an option, %2 the name of an environment variable
            return Words::tr("There is no option --%1, because everybody on this computer can "
                             "read the arguments of a program; put the API key into the "
                             "environment variable %2.")
                .arg(name.toLower(), apiKeyVariable);
        }
    }
    return std::nullopt;
}

Refusal GivenOptions::checkForm() const
{
    if (m_isWellFormed)
        return std::nullopt;
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty())
        return m_parser.errorText();
    // What looks like an option may be a token, and must not be repeated then.
    if (isVerb(Verb::Resolve) && m_parser.positionalArguments().size() == 1)
        return Words::tr("resolve needs a token; one that begins with a dash goes behind “--”.");
    const QString &name = unknown.first();
    const QString sentence = mayBeRepeated(name) ? Words::tr("There is no option --%1.").arg(name)
                                                 : Words::tr("One of the options is not known.");
    const Verbs verbs = m_verb;
    std::optional<QString> meant = nearest(name, optionNames(verbs));
    if (meant)
        meant = "--"_L1 + *meant;
    return orMeant(sentence, meant);
}

Refusal GivenOptions::checkVerb() const
{
    const QStringList words = m_parser.positionalArguments();
    if (words.isEmpty())
        return std::nullopt;
    if (const std::optional<QString> given = address())
        return checkAddress(*given, words.size());
    const QString &word = words.first();
    if (!verbFromName(word)) {
        const QString sentence = mayBeRepeated(word) ? Words::tr("There is no verb “%1”.").arg(word)
                                                     : Words::tr("The first word is not a verb.");
        const std::optional<QString> meant = nearest(word, verbNames());
        if (meant)
            return orMeant(sentence, meant);
        return sentence + u' ' + Words::tr("The verbs are: %1.").arg(verbNames().join(", "_L1));
    }
    return std::nullopt;
}

// What the address says is for the window to show, refusals included; it is never repeated here.
Refusal GivenOptions::checkAddress(const QString &address, qsizetype words)
{
    if (words > 1)
        return Words::tr("Nothing else may stand beside a connect-desk: address but options.");
    if (address.size() > PrefillAddress::maximumLength) {
        //: %1 is the greatest number of characters, some thousand
        return Words::tr("The connect-desk: address is longer than %1 characters.")
            .arg(PrefillAddress::maximumLength);
    }
    return std::nullopt;
}

Refusal GivenOptions::checkOptions() const
{
    for (const Option &option : allOptions()) {
        if (!m_parser.isSet(option.name))
            continue;
        if (!option.verbs.testFlag(m_verb))
            return doesNotBelong(option);
        const QStringList values = m_parser.values(option.name);
        if (values.size() > 1 && !option.mayBeRepeated())
            return Words::tr("The option %1 is given twice.").arg(option.spelled());
        // The parser takes whatever comes next for the value, another option included.
        if (std::any_of(values.begin(), values.end(), isAnOption))
            return Words::tr("The option %1 has no value.").arg(option.spelled());
    }
    return std::nullopt;
}

QString GivenOptions::doesNotBelong(const Option &option) const
{
    QStringList verbs;
    for (const Verb verb : allVerbs()) {
        if (option.verbs.testFlag(verb))
            verbs.append(nameOf(verb));
    }
    if (isVerb(Verb::Window)) {
        //: %1 is an option, %2 a list of verbs
        return Words::tr("The option %1 needs a verb in front of it: %2.")
            .arg(option.spelled(), verbs.join(", "_L1));
    }
    //: %1 is an option, %2 a verb, %3 a list of verbs
    return Words::tr("The option %1 does not go with %2, only with: %3.")
        .arg(option.spelled(), nameOf(m_verb), verbs.join(", "_L1));
}

QString noneOf(OptionId id, const QString &typed, const QString &spelled, const QStringList &names)
{
    const QString list = names.join(", "_L1);
    const QString option = optionOf(id).spelled();
    const QString sentence = mayBeRepeated(typed)
        //: %1 is an option, %2 the value given, %3 a list of values
        ? Words::tr("%1: “%2” is none of %3.").arg(option, typed, list)
        //: %1 is an option, %2 a list of values
        : Words::tr("%1: the value is none of %2.").arg(option, list);
    return orMeant(sentence, nearest(spelled, names));
}

Refusal checkFile(OptionId id, const QString &name, const QString &suffix)
{
    const QFileInfo file(name);
    const QString option = optionOf(id).spelled();
    if (file.suffix().compare(suffix, Qt::CaseInsensitive) != 0) {
        //: %1 is an option, %2 the end of a file name
        return Words::tr("%1 needs a file whose name ends with .%2.").arg(option, suffix);
    }
    if (file.isDir())
        return Words::tr("%1 needs a file, and that is a folder.").arg(option);
    if (!QFileInfo(file.path()).isDir())
        return Words::tr("%1: the folder of that file does not exist.").arg(option);
    return std::nullopt;
}

} // namespace desk
