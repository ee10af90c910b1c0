// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencewriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <zip.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// In bytes; what every file system of a desktop takes.
constexpr qsizetype longestName = 255;

// Nothing, or the system's words about what went wrong.
using Trouble = std::optional<QString>;

bool isZip(const QString &target)
{
    return target.endsWith(".zip"_L1, Qt::CaseInsensitive);
}

// A folder may be named with a slash behind it.
QString cleaned(const QString &target)
{
    return QDir::cleanPath(QFileInfo(target).absoluteFilePath());
}

Trouble writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return QString();
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes) == bytes.size()
        && file.flush())
        return std::nullopt;
    return file.errorString();
}

Trouble writeFolder(const QString &path, const QList<EvidenceFile> &files)
{
    for (const EvidenceFile &file : files) {
        if (Trouble trouble = writeFile(path + u'/' + file.path, file.bytes))
            return trouble;
    }
    return std::nullopt;
}

QString wordsOf(zip_t *archive)
{
    return QString::fromLocal8Bit(zip_error_strerror(zip_get_error(archive)));
}

bool addTo(zip_t *archive, const EvidenceFile &file)
{
    // The bytes stay where they are until the archive is closed.
    zip_source_t *source =
        zip_source_buffer(archive, file.bytes.constData(), zip_uint64_t(file.bytes.size()), 0);
    if (!source)
        return false;
    if (zip_file_add(archive, file.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) >= 0)
        return true;
    zip_source_free(source);
    return false;
}

Trouble writeZip(const QString &path, const QList<EvidenceFile> &files)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code);
    if (!archive)
        return QString();
    bool isWhole = true;
    for (const EvidenceFile &file : files)
        isWhole = isWhole && addTo(archive, file);
    if (isWhole && zip_close(archive) == 0)
        return std::nullopt;
    QString words = wordsOf(archive);
    zip_discard(archive);
    return words;
}

} // namespace

std::optional<EvidenceProblem> EvidenceWriter::check(const QString &target)
{
    using Kind = EvidenceProblem::Kind;
    if (target.trimmed().isEmpty() || target.contains(QChar::Null))
        return EvidenceProblem{Kind::NoName, {}, {}};
    const QFileInfo info(cleaned(target));
    if (QFile::encodeName(info.fileName()).size() > longestName)
        return EvidenceProblem{Kind::Unwritable, info.filePath(), qt_error_string(ENAMETOOLONG)};
    // A link that points nowhere is something, too.
    if (info.exists() || info.isSymLink())
        return EvidenceProblem{Kind::AlreadyThere, info.filePath(), {}};
    if (!QFileInfo(info.path()).isDir())
        return EvidenceProblem{Kind::FolderMissing, info.path(), {}};
    return std::nullopt;
}

std::optional<EvidenceProblem> EvidenceWriter::write(
    const QString &target, const QList<EvidenceFile> &files)
{
    if (auto problem = check(target))
        return problem;
    const QString path = cleaned(target);
    using Kind = EvidenceProblem::Kind;
    QTemporaryDir beside(QFileInfo(path).path() + u"/.connect-desk-evidence-XXXXXX"_s);
    if (!beside.isValid())
        return EvidenceProblem{Kind::Unwritable, path, beside.errorString()};
    const QString bundle = beside.filePath(u"bundle"_s);
    if (const Trouble trouble =
            isZip(target) ? writeZip(bundle, files) : writeFolder(bundle, files))
        return EvidenceProblem{Kind::Unwritable, path, *trouble};
    QFile finished(bundle);
    if (finished.rename(path))
        return std::nullopt;
    const Kind kind = QFileInfo::exists(path) ? Kind::AlreadyThere : Kind::Unwritable;
    return EvidenceProblem{kind, path, finished.errorString()};
}

} // namespace desk
