// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchwording.h"

#include "detailswording.h"
#include "errorwording.h"
#include "ledgerwording.h"

#include "core/harmlesstext.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace desk::BatchWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::BatchWording)
};

constexpr qsizetype longestName = 60;

QString place(int row, int column)
{
    if (row == 0)
        return Words::tr("File");
    //: %1 is the number of a row
    return column == 0 ? Words::tr("Row %1").arg(row)
                       //: %1 is the number of a row, %2 of a column
                       : Words::tr("Row %1, column %2").arg(row).arg(column);
}

QString what(const CsvProblem &problem)
{
    using Kind = CsvProblem::Kind;
    switch (problem.kind) {
    case Kind::CannotOpen:
        return Words::tr("it cannot be read.");
    case Kind::TooLarge:
        //: %1 is a number of megabytes
        return Words::tr("it is larger than %1 MB.").arg(CsvLimit::bytes / 1024 / 1024);
    case Kind::Empty:
        return Words::tr("it has no row that names its columns.");
    case Kind::WrongEncoding:
        return Words::tr("it holds bytes that are no text in this encoding.");
    case Kind::TooManyRows:
        //: %1 is a number, some thousand
        return Words::tr("there are more than %1 rows.").arg(problem.expected);
    case Kind::TooManyColumns:
        //: %1 is a number
        return Words::tr("there are more than %1 columns.").arg(problem.expected);
    case Kind::CellTooLong:
        //: Of a cell of a table; both are numbers of characters
        return Words::tr("it has %1 characters; %2 are the most.")
            .arg(problem.found)
            .arg(problem.expected);
    case Kind::NulCharacter:
        return Words::tr("it holds a NUL character.");
    case Kind::StrayQuote:
        return Words::tr("a quotation mark stands where none may. A cell with quotation marks is "
                         "put in quotation marks, and each within it is doubled.");
    case Kind::UnclosedQuote:
        return Words::tr("a quotation mark is opened and never closed.");
    case Kind::OtherLength:
        //: Both are numbers of cells in a row
        return Words::tr("it has %1 cells, but the first row has %2.")
            .arg(problem.found)
            .arg(problem.expected);
    case Kind::DuplicateHeader:
        //: %1 is the name of a column
        return Words::tr("another column is called “%1”, too.")
            .arg(harmlessText(problem.text, longestName));
    case Kind::EmptyRow:
        return Words::tr("it is empty and was left out.");
    case Kind::NoMemory:
        return Words::tr("there is not enough memory to read it.");
    }
    Q_UNREACHABLE();
}

QString choicesOf(DetailsField field)
{
    QStringList names;
    if (field == DetailsField::Category) {
        for (const Category category : allCategories())
            names.append(wireName(category));
    } else if (field == DetailsField::Language) {
        for (const FlowLanguage language : allFlowLanguages())
            names.append(wireName(language));
    } else if (field == DetailsField::LinkType) {
        for (const LinkType type : allLinkTypes())
            names.append(wireName(type));
    } else {
        names = QStringList{u"yes"_s, u"no"_s};
    }
    return names.join(u", "_s);
}

QString what(const BatchProblem &problem)
{
    if (problem.kind == BatchProblem::Kind::Details)
        return DetailsWording::sentence(DetailsError{problem.field, problem.details});
    //: %1 is the label of a field, %2 what stands there, %3 a list of words
    return Words::tr("%1: “%2” is none of %3.")
        .arg(DetailsWording::label(problem.field), problem.value, choicesOf(problem.field));
}

QString why(Duplicate::Reason reason)
{
    switch (reason) {
    case Duplicate::Reason::OriginId:
        return Words::tr("the same origin ID");
    case Duplicate::Reason::Organization:
        return Words::tr("the same organization");
    case Duplicate::Reason::EmailDomain:
        return Words::tr("the same e-mail domain");
    }
    Q_UNREACHABLE();
}

QString why(PlannedRow::Likeness likeness)
{
    switch (likeness) {
    case PlannedRow::Likeness::OriginId:
        return Words::tr("the same origin ID");
    case PlannedRow::Likeness::Email:
        return Words::tr("the same e-mail");
    case PlannedRow::Likeness::Organization:
        return Words::tr("the same organization");
    }
    Q_UNREACHABLE();
}

QString sentenceOf(BatchUnknown reason)
{
    switch (reason) {
    case BatchUnknown::Killed:
        return Words::tr("The program ended before there was an answer; a link may have been "
                         "made.");
    case BatchUnknown::Cancelled:
        return Words::tr("The run was cancelled before there was an answer; a link may have been "
                         "made.");
    case BatchUnknown::LinkLost:
        return Words::tr("The link was made, but the file that held it is gone.");
    }
    Q_UNREACHABLE();
}

QString errorLine(const std::optional<ApiError> &error)
{
    return error ? ErrorWording::line(ErrorWording::message(*error)) : QString();
}

} // namespace

QString sentence(const CsvProblem &problem)
{
    //: %1 is a place in a table such as "Row 3, column 2" or "File", %2 says what is wrong there
    return Words::tr("%1: %2").arg(place(problem.row, problem.column), what(problem));
}

QString sentence(const BatchProblem &problem)
{
    if (problem.columnName.isEmpty()) {
        //: %1 is a place in a table such as "Row 3, column 2", %2 says what is wrong there
        return Words::tr("%1: %2").arg(place(problem.row, problem.column), what(problem));
    }
    //: %1 is a place in a table such as "Row 3, column 2", %2 the name of the column, %3 says what
    //: is wrong there
    return Words::tr("%1 (%2): %3")
        .arg(place(problem.row, problem.column), harmlessText(problem.columnName, longestName),
            what(problem));
}

QString missingColumn(DetailsField field)
{
    //: %1 is the label of a field
    return Words::tr("No column gives the field %1, and there is no common value for it.")
        .arg(DetailsWording::label(field));
}

QString duplicate(const PlannedRow &row)
{
    if (row.duplicates.isEmpty()) {
        //: %1 and %2 are numbers of rows, %3 a reason such as "the same origin ID"
        return Words::tr("Row %1 seems to be the same client as row %2: %3.")
            .arg(row.number)
            .arg(row.sameAs)
            .arg(why(row.likeness));
    }
    const Duplicate &first = row.duplicates.constFirst();
    //: %1 is the number of a row, %2 an organization, %3 the ID of an integration, %4 a reason such
    //: as "the same origin ID"
    return Words::tr("Row %1: %2 seems to be connected already, as %3: %4.")
        .arg(row.number)
        .arg(harmlessText(first.integration.organization, longestName), first.integration.id,
            why(first.reason));
}

QString name(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8:
        return u"UTF-8"_s;
    case CsvEncoding::Utf8WithMark:
        //: An encoding of text
        return Words::tr("UTF-8 with byte order mark");
    case CsvEncoding::Utf16LittleEndian:
        return u"UTF-16 LE"_s;
    case CsvEncoding::Utf16BigEndian:
        return u"UTF-16 BE"_s;
    case CsvEncoding::Latin1:
        return u"Latin-1"_s;
    }
    Q_UNREACHABLE();
}

QString name(CsvSeparator separator)
{
    switch (separator) {
    case CsvSeparator::Comma:
        return Words::tr("Comma");
    case CsvSeparator::Semicolon:
        return Words::tr("Semicolon");
    case CsvSeparator::Tab:
        //: The character
        return Words::tr("Tab");
    }
    Q_UNREACHABLE();
}

QString name(BatchRowStatus status)
{
    switch (status) {
    case BatchRowStatus::Planned:
        return Words::tr("Planned");
    case BatchRowStatus::Sending:
        return Words::tr("Sending…");
    case BatchRowStatus::Done:
        return Words::tr("Done");
    case BatchRowStatus::Failed:
        return Words::tr("Failed");
    case BatchRowStatus::NotKnown:
        return Words::tr("Not known");
    case BatchRowStatus::Skipped:
        return Words::tr("Left out");
    }
    Q_UNREACHABLE();
}

QString readAs(const CsvDialect &dialect)
{
    //: %1 is an encoding such as "UTF-8", %2 a separator such as "Comma"
    return Words::tr("Read as %1, columns parted by: %2.")
        .arg(name(dialect.encoding), name(dialect.separator));
}

QString sentence(const BatchOutputProblem &problem)
{
    using Kind = BatchOutputProblem::Kind;
    const QString file = QDir::toNativeSeparators(problem.file);
    switch (problem.kind) {
    case Kind::NoFolder:
        //: %1 is a file
        return Words::tr("The folder of %1 does not exist.").arg(file);
    case Kind::NotAFile:
        //: %1 is a name that should be a file
        return Words::tr("%1 is not a file.").arg(file);
    case Kind::Exists:
        //: %1 is a file
        return Words::tr("%1 exists and is not of this batch, so it is not written over. Name "
                         "another file, or move that one away.")
            .arg(file);
    case Kind::PartialExists:
        //: %1 is a file
        return Words::tr(
            "%1.partial is there and not of this run, so it is not written over: it may "
            "hold links. Name another file, or move that one away.")
            .arg(file);
    case Kind::InUse:
        //: %1 is a file
        return Words::tr("Another run is writing %1.").arg(file);
    case Kind::CannotWrite:
        //: %1 is a file
        return Words::tr("%1 cannot be written.").arg(file);
    case Kind::DiskFull:
        //: %1 is a file
        return Words::tr("%1 cannot be written, because the disk is full.").arg(file);
    }
    Q_UNREACHABLE();
}

QString sentence(const LedgerError &error)
{
    //: %1 says what is wrong with the history
    return Words::tr("Without the history nothing is sent. %1")
        .arg(ErrorWording::line(LedgerWording::message(error)));
}

QString sentence(const BatchRun::Refusal &refusal)
{
    return std::visit([](const auto &each) { return sentence(each); }, refusal);
}

QString sentence(const BatchRowFailure &failure)
{
    return std::visit(
        [](const auto &each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, BatchUnknown>)
                return sentenceOf(each);
            else
                return ErrorWording::line(ErrorWording::message(each));
        },
        failure);
}

QString linksWarning(const QString &file)
{
    //: %1 is a file
    return Words::tr("%1 will hold the links, and nothing else does: whoever has a link can use "
                     "it. Keep the file where only those can read it who send the links.")
        .arg(QDir::toNativeSeparators(file));
}

QString linksNote(const QString &file)
{
    //: %1 is a file
    return Words::tr("%1 holds the links, and nothing else does: whoever has a link can use it. "
                     "Keep the file where only those can read it who send the links.")
        .arg(QDir::toNativeSeparators(file));
}

QString embeddedNote(qsizetype count)
{
    //: %n links are of the type embedded
    return Words::tr("%n link(s) are embedded ones and work for an hour only.", nullptr,
        static_cast<int>(count));
}

QString standing(const BatchRun &run)
{
    const BatchRun::Progress progress = run.progress();
    //: Counts of rows
    QString text = Words::tr("%1 of %2 done, %3 failed, %4 not known")
                       .arg(progress.done)
                       .arg(progress.total)
                       .arg(progress.failed)
                       .arg(progress.notKnown);
    if (run.state() == BatchRun::State::Waiting && run.waitsUntil().isValid()) {
        //: %1 is a time of day
        return text + u" · "_s
            + Words::tr("the API asks for patience until %1")
                  .arg(run.waitsUntil().toLocalTime().toString(u"HH:mm:ss"_s));
    }
    if (run.state() != BatchRun::State::Running)
        return text;
    if (progress.perMinute > 0) {
        //: %1 is a number of links
        text += u" · "_s + Words::tr("%1 a minute").arg(qRound(progress.perMinute));
    }
    if (progress.timeLeft && progress.left() > 0) {
        //: %1 is a duration such as "3 seconds"
        text +=
            u" · "_s + Words::tr("about %1 left").arg(ErrorWording::duration(*progress.timeLeft));
    }
    return text;
}

QString pauseReason(const BatchRun &run)
{
    using Reason = BatchRun::PauseReason;
    switch (run.pauseReason()) {
    case Reason::None:
    case Reason::Asked:
        return Words::tr("The run is paused.");
    case Reason::KeyRefused:
    case Reason::RateLimited:
        //: %1 says what is wrong
        return Words::tr("The run is paused: %1").arg(errorLine(run.pauseError()));
    case Reason::Network:
        //: %1 says what is wrong
        return Words::tr("The run is paused after several failures in a row: %1")
            .arg(errorLine(run.pauseError()));
    case Reason::Ledger:
        //: %1 says what is wrong
        return Words::tr("The run is paused: %1")
            .arg(sentence(run.ledgerError().value_or(LedgerError())));
    case Reason::Output:
        //: %1 says what is wrong
        return Words::tr("The run is paused: %1")
            .arg(sentence(run.outputProblem().value_or(BatchOutputProblem())));
    }
    Q_UNREACHABLE();
}

} // namespace desk::BatchWording
