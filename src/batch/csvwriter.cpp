// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "csvwriter.h"

#include <QStringEncoder>

#include <csv.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray quoted(const QByteArray &utf8)
{
    const size_t size = csv_write(nullptr, 0, utf8.constData(), static_cast<size_t>(utf8.size()));
    QByteArray cell(qsizetype(size), Qt::Uninitialized);
    csv_write(cell.data(), size, utf8.constData(), static_cast<size_t>(utf8.size()));
    return cell;
}

QByteArray encoded(const QString &text, QStringEncoder::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringEncoder::Flag::Stateless);
    return encoder.encode(text);
}

} // namespace

QByteArray csvLine(const QStringList &cells, const CsvDialect &dialect)
{
    QByteArray utf8;
    for (const QString &cell : cells) {
        if (!utf8.isEmpty())
            utf8 += static_cast<char>(dialect.separator);
        utf8 += quoted(cell.toUtf8());
    }
    utf8 += '\n';
    switch (dialect.encoding) {
    case CsvEncoding::Utf8:
    case CsvEncoding::Utf8WithMark:
        return utf8;
    case CsvEncoding::Utf16LittleEndian:
        return encoded(QString::fromUtf8(utf8), QStringEncoder::Utf16LE);
    case CsvEncoding::Utf16BigEndian:
        return encoded(QString::fromUtf8(utf8), QStringEncoder::Utf16BE);
    case CsvEncoding::Latin1:
        return QString::fromUtf8(utf8).toLatin1();
    }
    Q_UNREACHABLE();
}

QByteArray csvMark(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8WithMark:
        return "\xEF\xBB\xBF"_ba;
    case CsvEncoding::Utf16LittleEndian:
        return "\xFF\xFE"_ba;
    case CsvEncoding::Utf16BigEndian:
        return "\xFE\xFF"_ba;
    case CsvEncoding::Utf8:
    case CsvEncoding::Latin1:
        break;
    }
    return {};
}

QString defusedCell(const QString &text)
{
    static const QString dangerous = u"=+-@\t\r\n＝＋－＠"_s;
    for (const QChar character : text) {
        if (dangerous.contains(character))
            return u'\'' + text;
        if (!character.isSpace())
            break;
    }
    return text;
}

} // namespace desk
