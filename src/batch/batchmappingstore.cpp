// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchmappingstore.h"

#include "core/foldedname.h"

#include <QCryptographicHash>

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

std::optional<ColumnMapping> BatchMappingStore::mapping(const QStringList &header) const
{
    const auto object = m_folder.read(idOf(header));
    if (!object || !*object)
        return std::nullopt;
    return mappingFromJson((*object)->value(columnsKey).toObject(), header);
}

std::optional<DetailsFileProblem> BatchMappingStore::keep(
    const QStringList &header, const ColumnMapping &mapping) const
{
    return m_folder.write(idOf(header), {{columnsKey, mappingToJson(mapping, header)}});
}

std::optional<DetailsFileProblem> BatchMappingStore::forget(const QStringList &header) const
{
    return m_folder.remove(idOf(header));
}

} // namespace desk
