// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchoptions.h"

#include "batch/batchrun.h"
#include "batch/columnmapping.h"
#include "core/inputtext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

Refusal readOutput(const GivenOptions &given, BatchWish &wish)
{
    if (!given.isSet(OptionId::Output)) {
        if (wish.isDryRun)
            return std::nullopt;
        return Words::tr("batch needs --output FILE, where the links are to go.");
    }
    wish.output = given.rawValue(OptionId::Output).value_or(QString());
    if (Refusal refusal = checkFile(OptionId::Output, wish.output, u"csv"_s))
        return refusal;
    const QStringList words = given.words();
    const auto place = [](const QString &name) {
        const QString real = QFileInfo(name).canonicalFilePath();
        return real.isEmpty() ? QFileInfo(name).absoluteFilePath() : real;
    };
    if (!words.isEmpty() && place(words.constFirst()) == place(wish.output))
        return Words::tr("--output: that is the file that is read.");
    return std::nullopt;
}

Refusal readMails(const GivenOptions &given, BatchWish &wish)
{
    if (!given.isSet(OptionId::Mails))
        return std::nullopt;
    wish.mails = given.rawValue(OptionId::Mails).value_or(QString());
    const QFileInfo folder(wish.mails);
    if (wish.mails.isEmpty() || (folder.exists() && !folder.isDir()))
        return Words::tr("--mails needs a folder.");
    if (!QFileInfo(folder.absolutePath()).isDir())
        return Words::tr("--mails: the folder above that one does not exist.");
    return std::nullopt;
}

Refusal readConcurrency(const GivenOptions &given, BatchWish &wish)
{
    const std::optional<QString> text = given.rawValue(OptionId::Concurrency);
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    const int number = text->toInt(&isNumber);
    if (!isNumber || number < 1 || number > BatchRun::mostAtOnce) {
        return Words::tr("--concurrency needs a whole number from 1 to %1.")
            .arg(BatchRun::mostAtOnce);
    }
    wish.concurrency = number;
    return std::nullopt;
}

QStringList fieldNames()
{
    QStringList names;
    const QList<DetailsField> fields = allDetailsFields();
    for (const DetailsField field : fields)
        names.append(columnFieldName(field));
    return names;
}

Refusal readColumns(const GivenOptions &given, BatchWish &wish)
{
    const QStringList values = given.values(OptionId::Column);
    for (const QString &value : values) {
        const qsizetype sign = value.indexOf(u'=');
        const QString name = cleanedInput(value.left(sign));
        const QString column = sign < 0 ? QString() : cleanedInput(value.sliced(sign + 1));
        if (column.isEmpty()) {
            return Words::tr("--column needs FIELD=HEADER, such as origin-id=Customer.");
        }
        const std::optional<DetailsField> field = columnFieldFromName(name);
        if (!field)
            return noneOf(OptionId::Column, name, name.toLower(), fieldNames());
        if (wish.columns.contains(*field)) {
            //: %1 is the name of a field
            return Words::tr("--column: the field %1 is given two columns.").arg(name);
        }
        wish.columns.insert(*field, column);
    }
    return std::nullopt;
}

Refusal readTable(const GivenOptions &given, BatchWish &wish)
{
    constexpr std::array encodings{CsvEncoding::Utf8, CsvEncoding::Utf16LittleEndian,
        CsvEncoding::Utf16BigEndian, CsvEncoding::Latin1};
    constexpr std::array separators{
        CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab};
    const auto choose = [&given](OptionId id, const auto &choices, auto &into) -> Refusal {
        if (!given.isSet(id))
            return std::nullopt;
        const QString word = given.value(id).value_or(QString());
        const qsizetype index = valuesOf(id).indexOf(word.toLower());
        if (index < 0)
            return noneOf(id, word, word.toLower(), valuesOf(id));
        into = choices.at(static_cast<size_t>(index));
        return std::nullopt;
    };
    if (Refusal refusal = choose(OptionId::Encoding, encodings, wish.table.encoding))
        return refusal;
    return choose(OptionId::Separator, separators, wish.table.separator);
}

} // namespace

Refusal readBatchWish(const GivenOptions &given, BatchWish &wish)
{
    wish.isDryRun = given.isSet(OptionId::DryRun);
    wish.retryFailed = given.isSet(OptionId::RetryFailed);
    wish.retryUnknown = given.isSet(OptionId::RetryUnknown);
    constexpr std::array steps{readOutput, readMails, readConcurrency, readColumns, readTable};
    for (const auto step : steps) {
        if (Refusal refusal = step(given, wish))
            return refusal;
    }
    return std::nullopt;
}

} // namespace desk
