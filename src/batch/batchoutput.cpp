// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchoutput.h"

#include "csvreader.h"
#include "csvwriter.h"

#include "core/connectlink.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = BatchOutputProblem::Kind;

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

enum Column {
    Row,
    Organization,
    Email,
    OriginId,
    Status,
    Link,
    Type,
    ExpiresAt,
    Error,
    Tool,
    CategoryName,
    ColumnCount
};

const QStringList &columnNames()
{
    static const QStringList names{u"row"_s, u"organization"_s, u"email"_s, u"origin_id"_s,
        u"status"_s, u"link"_s, u"link_type"_s, u"expires_at"_s, u"error"_s, u"integration_tool"_s,
        u"integration_category"_s};
    return names;
}

QStringList cellsOf(const BatchOutputRow &row, BatchRowStatus status)
{
    const ConnectDetails &details = row.details;
    return {QString::number(row.number), defusedCell(details.organization),
        defusedCell(details.email), defusedCell(details.originId.value_or(QString())),
        batchStatusName(status), {}, wireName(details.linkType), {}, defusedCell(row.error),
        defusedCell(details.tool.value_or(QString())), wireName(details.category)};
}

QStringList cellsIn(const QByteArray &line, CsvSeparator separator)
{
    CsvChoice choice;
    choice.encoding = CsvEncoding::Utf8;
    choice.separator = separator;
    choice.longestCell = ConnectLink::maximumLength;
    return readCsv(line, choice).header;
}

// Calls for each whole line but the first, which names the columns.
template <typename Take> void forEachLine(const QByteArray &bytes, Take take)
{
    qsizetype begin = bytes.indexOf('\n') + 1;
    while (begin > 0 && begin < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', begin);
        if (end < 0)
            return;
        take(begin, bytes.sliced(begin, end + 1 - begin));
        begin = end + 1;
    }
}

struct LinkLine {
    int number = 0;
    QString link;
    BatchLine line;
};

std::optional<LinkLine> linkLineOf(const QByteArray &bytes, CsvSeparator separator)
{
    const QStringList cells = cellsIn(bytes, separator);
    if (cells.size() != ColumnCount || cells.at(Link).isEmpty()
        || cells.at(Status) != batchStatusName(BatchRowStatus::Done)) {
        return std::nullopt;
    }
    const int number = cells.at(Row).toInt();
    if (number < 1)
        return std::nullopt;
    return LinkLine{number, cells.at(Link),
        {QDateTime::fromString(cells.at(ExpiresAt), Qt::ISODate),
            linkTypeFromWire(cells.at(Type)).value_or(LinkType::MagicLink)}};
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

constexpr qsizetype longestBeginning = 1'000;

// A process that was killed may have left less than the names of the columns.
bool isBeginningOfOurs(const QByteArray &bytes)
{
    for (const CsvEncoding encoding : {CsvEncoding::Utf8, CsvEncoding::Utf8WithMark}) {
        for (const CsvSeparator separator :
            {CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab}) {
            CsvDialect dialect;
            dialect.encoding = encoding;
            dialect.separator = separator;
            const QByteArray ours = csvMark(encoding) + csvLine(columnNames(), dialect);
            if (bytes.startsWith(ours) || ours.startsWith(bytes))
                return true;
        }
    }
    return false;
}

bool isOnDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

// A new file is there after a power failure only once its folder is on the disk.
void sendFolderToDisk(const QString &path)
{
#ifndef Q_OS_WIN
    const int folder =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path);
#endif
}

} // namespace

QString batchStatusName(BatchRowStatus status)
{
    switch (status) {
    case BatchRowStatus::Planned:
        return u"planned"_s;
    case BatchRowStatus::Sending:
        return u"sending"_s;
    case BatchRowStatus::Done:
        return u"done"_s;
    case BatchRowStatus::Failed:
        return u"failed"_s;
    case BatchRowStatus::NotKnown:
        return u"not_known"_s;
    case BatchRowStatus::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE();
}

BatchOutput::BatchOutput(const QString &file, const CsvDialect &dialect)
    : m_file(QFileInfo(file).absoluteFilePath())
    , m_dialect(answeringDialect(dialect))
{
}

BatchOutput::~BatchOutput() = default;

QString BatchOutput::partialFile() const
{
    return m_file + ".partial"_L1;
}

bool BatchOutput::fileExists() const
{
    // A link to nothing is there, too.
    const QFileInfo info(m_file);
    return info.exists() || info.isSymLink();
}

bool BatchOutput::hasPartialLinks() const
{
    const std::optional<QByteArray> content = contentOf(partialFile());
    bool hasLinks = false;
    if (content) {
        forEachLine(*content, [&](qsizetype, const QByteArray &line) {
            hasLinks = hasLinks || linkLineOf(line, m_dialect.separator).has_value();
        });
    }
    return hasLinks;
}

bool BatchOutput::hasForeignPartial() const
{
    const QFileInfo info(partialFile());
    if (!info.exists() && !info.isSymLink())
        return false;
    QFile file(partialFile());
    return !info.isFile() || info.isSymLink() || !file.open(QIODevice::ReadOnly)
        || !isBeginningOfOurs(file.read(longestBeginning));
}

std::optional<BatchOutputProblem> BatchOutput::lock()
{
    const QFileInfo info(m_file);
    if (!QFileInfo(info.path()).isDir())
        return BatchOutputProblem{Kind::NoFolder, m_file, {}};
    if (info.exists() && !info.isFile())
        return BatchOutputProblem{Kind::NotAFile, m_file, {}};
    m_lock = std::make_unique<QLockFile>(partialFile() + ".lock"_L1);
    m_lock->setStaleLockTime(0); // held as long as its process lives
    if (m_lock->tryLock(0))
        return std::nullopt;
    const bool isTaken = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    return BatchOutputProblem{isTaken ? Kind::InUse : Kind::CannotWrite, m_file, {}};
}

std::optional<BatchOutputProblem> BatchOutput::open(Journal journal)
{
    m_lines.clear();
    m_places.clear();
    m_partial.setFileName(partialFile());
    if (journal == Journal::GoOn && m_partial.exists())
        return goOn();
    QByteArray kept;
    if (journal == Journal::FromFile) {
        const std::optional<QByteArray> content = contentOf(m_file);
        forEachLine(content.value_or(QByteArray()), [&](qsizetype, const QByteArray &line) {
            if (linkLineOf(line, m_dialect.separator))
                kept += line;
        });
    }
    return begin(kept);
}

std::optional<BatchOutputProblem> BatchOutput::begin(const QByteArray &kept)
{
    constexpr auto mode = QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered;
    if (!m_partial.open(mode, ownerFile) || !m_partial.setPermissions(ownerFile))
        return problem(m_partial);
    const QByteArray content =
        csvMark(m_dialect.encoding) + csvLine(columnNames(), m_dialect) + kept;
    if (auto failure = writeThrough(content))
        return failure;
    sendFolderToDisk(QFileInfo(m_file).path());
    take(content);
    return std::nullopt;
}

std::optional<BatchOutputProblem> BatchOutput::goOn()
{
    if (!m_partial.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return problem(m_partial);
    const QByteArray content = m_partial.readAll();
    // A process that was killed may have left half a line.
    const qsizetype whole = content.lastIndexOf('\n') + 1;
    if (whole == 0) {
        m_partial.close();
        return begin({});
    }
    if (!m_partial.resize(whole) || !m_partial.seek(whole) || !isOnDisk(m_partial))
        return problem(m_partial);
    take(content.first(whole));
    return std::nullopt;
}

void BatchOutput::take(const QByteArray &bytes)
{
    forEachLine(bytes, [this](qsizetype offset, const QByteArray &line) {
        if (const std::optional<LinkLine> read = linkLineOf(line, m_dialect.separator)) {
            m_lines.insert(read->number, read->line);
            m_places.insert(read->number, {offset, line.size()});
        }
    });
}

QHash<int, BatchLine> BatchOutput::linesOf(const QString &file, CsvSeparator separator)
{
    QHash<int, BatchLine> lines;
    const std::optional<QByteArray> content = contentOf(file);
    forEachLine(content.value_or(QByteArray()), [&](qsizetype, const QByteArray &line) {
        if (const std::optional<LinkLine> read = linkLineOf(line, separator))
            lines.insert(read->number, read->line);
    });
    return lines;
}

QByteArray BatchOutput::lineOf(const BatchOutputLink &made) const
{
    QStringList cells = cellsOf(made.row, BatchRowStatus::Done);
    cells[Link] = made.link.reveal();
    cells[ExpiresAt] = made.expiresAt.toUTC().toString(Qt::ISODate);
    return csvLine(cells, m_dialect);
}

std::optional<BatchOutputProblem> BatchOutput::append(const QList<BatchOutputLink> &links)
{
    QByteArray lines;
    QList<Place> places;
    const qint64 offset = m_partial.size();
    for (const BatchOutputLink &made : links) {
        const QByteArray line = lineOf(made);
        places.append({offset + lines.size(), line.size()});
        lines += line;
    }
    if (auto failure = writeThrough(lines))
        return failure;
    for (qsizetype i = 0; i < links.size(); ++i) {
        const BatchOutputLink &made = links.at(i);
        m_lines.insert(made.row.number, {made.expiresAt, made.row.details.linkType});
        m_places.insert(made.row.number, places.at(i));
    }
    return std::nullopt;
}

// All of it, or what was there before.
std::optional<BatchOutputProblem> BatchOutput::writeThrough(const QByteArray &bytes)
{
    const qint64 before = m_partial.size();
    const qint64 written = m_partial.seek(before) ? m_partial.write(bytes) : -1;
    if (written == bytes.size() && isOnDisk(m_partial))
        return std::nullopt;
    BatchOutputProblem failure = problem(m_partial);
    // What a disk that fills up still takes is no error to it.
    if (written >= 0 && written < bytes.size())
        failure.kind = Kind::DiskFull;
    m_partial.resize(before);
    return failure;
}

std::optional<BatchOutputProblem> BatchOutput::writeFile(const QList<BatchOutputRow> &rows)
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerFile))
        return problem(file);
    bool isFull = false;
    const auto write = [&](const QByteArray &bytes) {
        // On a disk that fills up, write() takes a part without calling it an error.
        const qint64 written = file.write(bytes);
        isFull = isFull || (written >= 0 && written < bytes.size());
        if (written != bytes.size())
            file.cancelWriting();
    };
    write(csvMark(m_dialect.encoding) + csvLine(columnNames(), m_dialect));
    for (const BatchOutputRow &row : rows) {
        const auto place = m_places.constFind(row.number);
        if (place == m_places.constEnd())
            write(csvLine(cellsOf(row, row.status), m_dialect));
        else if (m_partial.seek(place->offset))
            write(m_partial.read(place->length));
        else
            return problem(m_partial);
    }
    if (!file.commit()) {
        BatchOutputProblem failure = problem(file);
        if (isFull)
            failure.kind = Kind::DiskFull;
        return failure;
    }
    sendFolderToDisk(QFileInfo(m_file).path());
    return std::nullopt;
}

void BatchOutput::removePartial()
{
    m_partial.close();
    QFile::remove(partialFile());
    close();
}

void BatchOutput::close()
{
    m_partial.close();
    m_lock.reset();
}

bool BatchOutput::readLinks(const QString &file, CsvSeparator separator,
    const std::function<void(int number, const Secret &link, const BatchLine &line)> &take)
{
    const std::optional<QByteArray> content = contentOf(file);
    if (!content)
        return false;
    forEachLine(*content, [&](qsizetype, const QByteArray &line) {
        if (const std::optional<LinkLine> read = linkLineOf(line, separator))
            take(read->number, Secret(read->link), read->line);
    });
    return true;
}

BatchOutputProblem BatchOutput::problem(const QFileDevice &device) const
{
    const bool isFull = device.error() == QFileDevice::ResourceError;
    return {isFull ? Kind::DiskFull : Kind::CannotWrite, m_file, device.errorString()};
}

} // namespace desk
