// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchmails.h"

#include "core/foldedname.h"
#include "handover/handovermessage.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = BatchOutputProblem::Kind;

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;
constexpr qsizetype longestName = 40;

// Letters, digits and dashes, which are the same on every file system.
QString fileNameOf(const BatchOutputRow &row)
{
    QString name;
    const QString folded = foldedName(row.details.organization);
    for (const QChar character : folded) {
        const char16_t code = character.unicode();
        const bool isPlain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (isPlain)
            name += character;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longestName);
    while (name.endsWith(u'-'))
        name.chop(1);
    return QString::number(row.number).rightJustified(5, u'0')
        + (name.isEmpty() ? QString() : u'-' + name) + ".txt"_L1;
}

QByteArray mailOf(const BatchOutputRow &row, const Secret &link, const BatchLine &line)
{
    HandOver handOver;
    handOver.link = link;
    handOver.organization = row.details.organization;
    handOver.email = row.details.email;
    handOver.language = row.details.language;
    handOver.expiresAt = line.expiresAt;
    const HandOverMessage message = HandOverMessages::compose(handOver, handOver.language);
    const QString text = u"To: "_s + row.details.email + u"\nSubject: "_s + message.subject
        + u"\n\n"_s + HandOverMessages::withLink(message.body, link).reveal();
    return text.toUtf8();
}

std::optional<BatchOutputProblem> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(ownerFile)
        && file.write(text) == text.size() && file.commit()) {
        return std::nullopt;
    }
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return BatchOutputProblem{
        isFull ? Kind::DiskFull : Kind::CannotWrite, path, file.errorString()};
}

} // namespace

std::optional<BatchOutputProblem> writeBatchMails(const QString &folder, const QString &file,
    CsvSeparator separator, const QList<BatchOutputRow> &rows)
{
    if (!QFileInfo(folder).isDir() && !QDir().mkdir(folder, ownerFolder))
        return BatchOutputProblem{Kind::CannotWrite, folder, {}};
    QHash<int, const BatchOutputRow *> byNumber;
    for (const BatchOutputRow &row : rows)
        byNumber.insert(row.number, &row);
    std::optional<BatchOutputProblem> problem;
    const bool isRead = BatchOutput::readLinks(
        file, separator, [&](int number, const Secret &link, const BatchLine &line) {
            const BatchOutputRow *row = byNumber.value(number);
            if (row && !problem)
                problem = write(QDir(folder).filePath(fileNameOf(*row)), mailOf(*row, link, line));
        });
    if (!isRead && !problem)
        return BatchOutputProblem{Kind::CannotWrite, file, {}};
    return problem;
}

} // namespace desk
