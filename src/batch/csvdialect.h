// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QObject>

namespace desk {
Q_NAMESPACE

//! How the bytes of a table are to be read.
enum class CsvEncoding {
    Utf8,
    Utf8WithMark, //!< begins with a byte order mark, as spreadsheets write it
    Utf16LittleEndian,
    Utf16BigEndian,
    Latin1,
};
Q_ENUM_NS(CsvEncoding)

enum class CsvSeparator : char { Comma = ',', Semicolon = ';', Tab = '\t' };

struct CsvDialect {
    CsvEncoding encoding = CsvEncoding::Utf8;
    CsvSeparator separator = CsvSeparator::Comma;

    friend bool operator==(const CsvDialect &, const CsvDialect &) = default;
};

//! How a table of ours is written so that the program which made this one opens it again: with its
//! separator, in UTF-8, and with a mark unless it came as plain UTF-8.
inline CsvDialect answeringDialect(const CsvDialect &dialect)
{
    const bool isPlain = dialect.encoding == CsvEncoding::Utf8;
    return {isPlain ? CsvEncoding::Utf8 : CsvEncoding::Utf8WithMark, dialect.separator};
}

} // namespace desk
