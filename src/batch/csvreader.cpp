// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "csvreader.h"

#include "core/foldedname.h"
#include "core/inputtext.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

#include <csv.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = CsvProblem::Kind;

CsvEncoding guessEncoding(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return CsvEncoding::Utf8WithMark;
    if (bytes.startsWith("\xFF\xFE"))
        return CsvEncoding::Utf16LittleEndian;
    if (bytes.startsWith("\xFE\xFF"))
        return CsvEncoding::Utf16BigEndian;
    return bytes.isValidUtf8() ? CsvEncoding::Utf8 : CsvEncoding::Latin1;
}

QStringDecoder decoderFor(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8:
    case CsvEncoding::Utf8WithMark:
        return QStringDecoder(QStringDecoder::Utf8);
    case CsvEncoding::Utf16LittleEndian:
        return QStringDecoder(QStringDecoder::Utf16LE);
    case CsvEncoding::Utf16BigEndian:
        return QStringDecoder(QStringDecoder::Utf16BE);
    case CsvEncoding::Latin1:
        return QStringDecoder(QStringDecoder::Latin1);
    }
    Q_UNREACHABLE();
}

struct Decoded {
    QByteArray utf8; // what libcsv reads
    bool isWhole = true;
};

Decoded decoded(const QByteArray &bytes, CsvEncoding encoding)
{
    QStringDecoder decoder = decoderFor(encoding);
    const QString text = decoder.decode(bytes);
    // Half a character at the end is no error for the decoder: more might come.
    const bool isWide =
        encoding == CsvEncoding::Utf16LittleEndian || encoding == CsvEncoding::Utf16BigEndian;
    const bool isCut = (isWide && bytes.size() % 2 != 0)
        || ((encoding == CsvEncoding::Utf8 || encoding == CsvEncoding::Utf8WithMark)
            && !bytes.isValidUtf8());
    QByteArray utf8 = text.toUtf8();
    if (utf8.startsWith("\xEF\xBB\xBF"))
        utf8.remove(0, 3);
    return {utf8, !decoder.hasError() && !isCut};
}

CsvSeparator guessSeparator(const QByteArray &utf8)
{
    constexpr std::array candidates{
        CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab};
    std::array<int, 3> counts{};
    bool isQuoted = false;
    bool hasContent = false;
    for (const char character : utf8) {
        if (character == '"')
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        // Empty lines before the header do not end it.
        if ((character == '\n' || character == '\r') && hasContent)
            break;
        hasContent = hasContent || (character != '\n' && character != '\r');
        for (size_t i = 0; i < candidates.size(); ++i)
            counts[i] += character == static_cast<char>(candidates[i]) ? 1 : 0;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<size_t>(most - counts.begin())];
}

// Takes what libcsv hands over, cell by cell, and notes what is wrong with it.
class TableBuilder {
public:
    TableBuilder(CsvReading &reading, qsizetype longestCell)
        : m_reading(reading)
        , m_longestCell(longestCell)
    {
    }

    void addCell(const char *bytes, size_t length)
    {
        m_endsWithReturn = false;
        const int column = int(m_cells.size()) + 1;
        if (column > CsvLimit::columns) {
            m_isOver = true;
            add({Kind::TooManyColumns, row(), 0, {}, column, CsvLimit::columns});
            return;
        }
        QString text = QString::fromUtf8(bytes, qsizetype(length));
        // Within a table it is a character like others, which fromUtf8() does not know.
        if (QByteArrayView(bytes, qsizetype(length)).startsWith("\xEF\xBB\xBF"))
            text.prepend(QChar::ByteOrderMark);
        if (text.contains(QChar::Null))
            add({Kind::NulCharacter, row(), column, {}, 0, 0});
        if (text.size() > m_longestCell) {
            add({Kind::CellTooLong, row(), column, {}, text.size(), m_longestCell});
            text.truncate(m_longestCell);
        }
        m_cells.append(text);
    }

    // A line end outside quotes, or -1 for the end of the file; the second half of CR LF is no row.
    void endRow(int character)
    {
        const bool isSecondHalf = m_endsWithReturn && character == '\n' && m_cells.isEmpty();
        m_endsWithReturn = character == '\r';
        if (isSecondHalf || (character < 0 && m_cells.isEmpty()))
            return;
        takeRow();
        m_cells.clear();
        ++m_number;
    }

    bool isOver() const { return m_isOver; }
    int row() const { return m_number; }
    int column() const { return int(m_cells.size()) + 1; }

    void add(const CsvProblem &problem)
    {
        if (m_reading.problems.size() < CsvLimit::problems)
            m_reading.problems.append(problem);
    }

    void finish()
    {
        // Empty rows at the end are how many programs end a file.
        while (!m_reading.problems.isEmpty()
            && m_reading.problems.constLast().kind == Kind::EmptyRow
            && m_reading.problems.constLast().row > m_lastFull) {
            m_reading.problems.removeLast();
        }
        if (m_reading.header.isEmpty() && m_reading.problems.isEmpty())
            add({Kind::Empty, 0, 0, {}, 0, 0});
    }

private:
    void takeRow()
    {
        const bool isEmpty = std::all_of(m_cells.cbegin(), m_cells.cend(),
            [](const QString &cell) { return cleanedInput(cell).isEmpty(); });
        if (isEmpty) {
            add({Kind::EmptyRow, row(), 0, {}, 0, 0});
            return;
        }
        m_lastFull = row();
        if (m_reading.header.isEmpty())
            takeHeader();
        else
            takeValues();
    }

    void takeHeader()
    {
        QSet<QString> names;
        for (const QString &cell : std::as_const(m_cells)) {
            const QString name = cleanedInput(cell);
            const QString folded = foldedName(name);
            m_reading.header.append(name);
            if (!folded.isEmpty() && names.contains(folded))
                add({Kind::DuplicateHeader, row(), int(m_reading.header.size()), name, 0, 0});
            names.insert(folded);
        }
    }

    void takeValues()
    {
        if (m_reading.rows.size() >= CsvLimit::rows) {
            m_isOver = true;
            add({Kind::TooManyRows, row(), 0, {}, 0, CsvLimit::rows});
            return;
        }
        const qsizetype expected = m_reading.header.size();
        if (m_cells.size() != expected)
            add({Kind::OtherLength, row(), 0, {}, m_cells.size(), expected});
        m_cells.resize(expected);
        m_reading.rows.append({row(), m_cells});
    }

    CsvReading &m_reading;
    qsizetype m_longestCell;
    QStringList m_cells;
    int m_number = 1;
    int m_lastFull = 0;
    bool m_endsWithReturn = false;
    bool m_isOver = false;
};

extern "C" {

static void cellFound(void *bytes, size_t length, void *builder)
{
    auto *table = static_cast<TableBuilder *>(builder);
    if (!table->isOver())
        table->addCell(static_cast<const char *>(bytes), length);
}

static void rowFound(int character, void *builder)
{
    auto *table = static_cast<TableBuilder *>(builder);
    if (!table->isOver())
        table->endRow(character);
}
}

// Owns a parser of libcsv.
class Parser {
public:
    explicit Parser(CsvSeparator separator)
    {
        m_isReady = csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0;
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~Parser() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(Parser)

    void parse(const QByteArray &utf8, TableBuilder &table)
    {
        constexpr qsizetype step = qsizetype{64} * 1024; // so that a bound ends it early
        for (qsizetype at = 0; m_isReady && at < utf8.size() && !table.isOver(); at += step) {
            const auto size = size_t(std::min(step, utf8.size() - at));
            if (csv_parse(&m_parser, utf8.constData() + at, size, cellFound, rowFound, &table)
                != size) {
                complain(table, Kind::StrayQuote);
                return;
            }
        }
        if (!m_isReady)
            table.add({Kind::NoMemory, 0, 0, {}, 0, 0});
        else if (!table.isOver() && csv_fini(&m_parser, cellFound, rowFound, &table) != 0)
            complain(table, Kind::UnclosedQuote);
    }

private:
    void complain(TableBuilder &table, Kind kind)
    {
        if (csv_error(&m_parser) != CSV_EPARSE)
            table.add({Kind::NoMemory, 0, 0, {}, 0, 0});
        else
            table.add({kind, table.row(), table.column(), {}, 0, 0});
    }

    csv_parser m_parser{};
    bool m_isReady = false;
};

} // namespace

bool CsvReading::isSound() const
{
    return std::none_of(problems.cbegin(), problems.cend(),
        [](const CsvProblem &problem) { return problem.isBlocking(); });
}

CsvReading readCsv(const QByteArray &bytes, const CsvChoice &choice)
{
    CsvReading reading;
    if (bytes.size() > CsvLimit::bytes) {
        reading.problems.append({Kind::TooLarge, 0, 0, {}, bytes.size(), CsvLimit::bytes});
        return reading;
    }
    reading.dialect.encoding = choice.encoding.value_or(guessEncoding(bytes));
    const Decoded text = decoded(bytes, reading.dialect.encoding);
    reading.dialect.separator = choice.separator.value_or(guessSeparator(text.utf8));
    TableBuilder table(reading, choice.longestCell);
    if (!text.isWhole)
        table.add({Kind::WrongEncoding, 0, 0, {}, 0, 0});
    Parser(reading.dialect.separator).parse(text.utf8, table);
    table.finish();
    return reading;
}

Result<QByteArray, CsvProblem> readCsvFile(const QString &path)
{
    const QFileInfo info(path);
    // Opening a pipe would wait for somebody to write into it.
    if (info.exists() && !info.isFile())
        return Unexpected{CsvProblem{Kind::CannotOpen, 0, 0, {}, 0, 0}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{CsvProblem{Kind::CannotOpen, 0, 0, file.errorString(), 0, 0}};
    const QByteArray bytes = file.read(CsvLimit::bytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected{CsvProblem{Kind::CannotOpen, 0, 0, file.errorString(), 0, 0}};
    if (bytes.size() > CsvLimit::bytes)
        return Unexpected{CsvProblem{Kind::TooLarge, 0, 0, {}, file.size(), CsvLimit::bytes}};
    return bytes;
}

} // namespace desk
