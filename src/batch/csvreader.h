// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "csvdialect.h"

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

namespace CsvLimit {
constexpr qsizetype bytes = qsizetype{32} * 1024 * 1024;
constexpr qsizetype rows = 20'000; //!< besides the header
constexpr qsizetype columns = 64;
constexpr qsizetype cell = 4'000; //!< characters
constexpr qsizetype problems = 1'000; //!< more are not told
} // namespace CsvLimit

/*!
 * What is wrong with a table. Rows count as a spreadsheet counts them: the header is row 1, and a
 * row with line breaks in its cells is one row. Columns count from 1; 0 means the whole row, and a
 * row of 0 the whole file.
 */
struct CsvProblem {
    Q_GADGET
public:
    enum class Kind {
        CannotOpen, //!< text holds the system's own words
        TooLarge,
        Empty, //!< no header
        WrongEncoding, //!< bytes that the chosen encoding does not know
        TooManyRows,
        TooManyColumns,
        CellTooLong,
        NulCharacter,
        StrayQuote, //!< within a cell that is not quoted, or behind the end of one that is
        UnclosedQuote,
        OtherLength, //!< found cells where the header has expected
        DuplicateHeader, //!< text holds the name
        EmptyRow, //!< left out; no harm in it
        NoMemory,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Empty;
    int row = 0;
    int column = 0;
    QString text;
    qsizetype found = 0;
    qsizetype expected = 0;

    //! Nothing may be sent while it is there.
    bool isBlocking() const { return kind != Kind::EmptyRow; }

    friend bool operator==(const CsvProblem &, const CsvProblem &) = default;
};

struct CsvRow {
    int number = 0; //!< as in CsvProblem
    QStringList cells; //!< as many as the header has
};

//! A table and everything that is wrong with it; what could be read is there all the same.
struct CsvReading {
    CsvDialect dialect; //!< chosen or guessed; a person may know better
    QStringList header; //!< cleaned; a column may have no name
    QList<CsvRow> rows;
    QList<CsvProblem> problems;

    bool isSound() const;
};

//! What a person has said about a table; the rest is guessed.
struct CsvChoice {
    std::optional<CsvEncoding> encoding;
    std::optional<CsvSeparator> separator;
    qsizetype longestCell = CsvLimit::cell;
};

/*!
 * Reads a table whose first row names the columns. The encoding is told by a byte order mark, else
 * it is UTF-8 if the bytes are, else Latin-1; the separator is the one that stands most often in
 * the header outside quotes. Any line ends, mixed ones included.
 */
CsvReading readCsv(const QByteArray &bytes, const CsvChoice &choice = {});

//! The bytes of a file, bounded by CsvLimit::bytes.
Result<QByteArray, CsvProblem> readCsvFile(const QString &path);

} // namespace desk
