// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchmappingstore.h"

#include "core/foldedname.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView columnsKey("columns");

QString idOf(const QStringList &header)
{
    QStringList names;
    for (const QString &name : header)
        names.append(foldedName(name));
    names.sort();
    const QByteArray hash =
        QCryptographicHash::hash(names.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(16).toHex());
}

} // namespace

BatchMappingStore::BatchMappingStore(const QString &folder)
    : m_folder(folder, u"connect-desk-batch-columns"_s)
{
}

QString BatchMappingStore::folderIn(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(u"batch-columns"_s);
}

std::optional<ColumnMapping> BatchMappingStore::mapping(const QStringList &header) const
{
    const auto object = m_folder.read(idOf(header));
    if (!object || !*object)
        return std::nullopt;
    const QJsonObject columns = (*object)->value(columnsKey).toObject();
    const ColumnMapping mapping = mappingFromJson(columns, header);
    // A part of it would take fields away that a guess may well have found.
    if (mapping.isEmpty() || mapping.size() != columns.size())
        return std::nullopt;
    return mapping;
}

std::optional<DetailsFileProblem> BatchMappingStore::keep(
    const QStringList &header, const ColumnMapping &mapping) const
{
    const QJsonObject columns = mappingToJson(mapping, header);
    if (mappingFromJson(columns, header) != mapping)
        return forget(header);
    return m_folder.write(idOf(header), {{columnsKey, columns}});
}

std::optional<DetailsFileProblem> BatchMappingStore::forget(const QStringList &header) const
{
    return m_folder.remove(idOf(header));
}

} // namespace desk
