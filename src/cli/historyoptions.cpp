// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "historyoptions.h"

#include "core/inputtext.h"
#include "ledger/attemptnames.h"
#include "ledger/ledgerquery.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

constexpr qsizetype longestName = 255;

Refusal readText(const GivenOptions &given, OptionId id, qsizetype longest, QString &into)
{
    if (!given.isSet(id))
        return std::nullopt;
    const QString text = given.value(id).value_or(QString());
    if (text.isEmpty()) {
        //: %1 is an option
        return Words::tr("The option %1 has no value.").arg(optionOf(id).spelled());
    }
    if (text.size() > longest) {
        //: %1 is an option, %2 a number of letters
        return Words::tr("%1: longer than %2 letters.").arg(optionOf(id).spelled()).arg(longest);
    }
    into = text;
    return std::nullopt;
}

Refusal readOutcome(const GivenOptions &given, HistoryWish &wish)
{
    if (!given.isSet(OptionId::Outcome))
        return std::nullopt;
    const QString word = given.value(OptionId::Outcome).value_or(QString());
    const QString name = word.toLower().replace(u'-', u'_');
    wish.outcome = attemptOutcomeFromName(name);
    if (wish.outcome)
        return std::nullopt;
    return noneOf(OptionId::Outcome, word, name, valuesOf(OptionId::Outcome));
}

Refusal readSince(const GivenOptions &given, HistoryWish &wish)
{
    if (!given.isSet(OptionId::Since))
        return std::nullopt;
    const QDate date =
        QDate::fromString(given.value(OptionId::Since).value_or(QString()), u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return Words::tr("--since needs a day such as 2026-03-31.");
    wish.since = date;
    return std::nullopt;
}

Refusal readLimit(const GivenOptions &given, HistoryWish &wish)
{
    if (!given.isSet(OptionId::Limit))
        return std::nullopt;
    bool isNumber = false;
    const int limit = given.value(OptionId::Limit).value_or(QString()).toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > HistoryWish::highestLimit) {
        return Words::tr("--limit needs a whole number from 1 to %1.")
            .arg(HistoryWish::highestLimit);
    }
    wish.limit = limit;
    return std::nullopt;
}

Refusal readExport(const GivenOptions &given, HistoryWish &wish)
{
    wish.exportFile = given.rawValue(OptionId::Export);
    if (!wish.exportFile)
        return std::nullopt;
    const bool isJson = wish.exportFile->endsWith(".json"_L1, Qt::CaseInsensitive);
    return checkFile(OptionId::Export, *wish.exportFile, isJson ? u"json"_s : u"csv"_s);
}

Refusal checkPerson(const GivenOptions &given, const HistoryWish &wish)
{
    if (wish.email.isEmpty() && wish.organization.isEmpty() && wish.originId.isEmpty()) {
        return Words::tr("forget needs to know whom: --email, --organization or --origin-id.");
    }
    if (given.isSet(OptionId::Yes))
        return std::nullopt;
    return Words::tr("forget cannot be undone: what the history knows about them is gone for "
                     "good. Add --yes if that is what you want.");
}

Refusal checkRestore(const GivenOptions &given)
{
    if (given.isSet(OptionId::Yes))
        return std::nullopt;
    return Words::tr("restore puts the copy in the place of the present history, which is kept "
                     "aside. Add --yes if that is what you want.");
}

} // namespace

Refusal readHistoryWish(const GivenOptions &given, HistoryWish &wish)
{
    if (given.isVerb(Verb::Restore))
        return checkRestore(given);
    const std::optional<QString> profile = given.value(OptionId::Profile);
    if (profile)
        wish.profile = *profile;
    if (Refusal refusal = readText(given, OptionId::Search, AttemptQuery::longestText, wish.search))
        return refusal;
    if (Refusal refusal = readOutcome(given, wish))
        return refusal;
    if (Refusal refusal = readSince(given, wish))
        return refusal;
    if (Refusal refusal = readLimit(given, wish))
        return refusal;
    if (Refusal refusal = readExport(given, wish))
        return refusal;
    if (!given.isVerb(Verb::Forget))
        return std::nullopt;
    if (Refusal refusal = readText(given, OptionId::Email, longestName, wish.email))
        return refusal;
    if (Refusal refusal = readText(given, OptionId::Organization, longestName, wish.organization))
        return refusal;
    if (Refusal refusal = readText(given, OptionId::OriginId, longestName, wish.originId))
        return refusal;
    return checkPerson(given, wish);
}

} // namespace desk
