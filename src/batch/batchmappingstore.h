// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "columnmapping.h"

#include "drafts/detailsfolder.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/*!
 * Which columns were last said to be which fields, for each kind of table; a table is known again
 * by the names of its columns, in any order. Holds no value of any row. Files as DetailsFolder has
 * them; the folder is this store's own and need not exist.
 */
class BatchMappingStore {
public:
    explicit BatchMappingStore(const QString &folder);

    //! Where window and command line have it in common.
    static QString folderIn(const QString &dataFolder);

    //! Nothing if this table was never seen, its file cannot be read, or a column cannot be told
    //! from another one any more.
    std::optional<ColumnMapping> mapping(const QStringList &header) const;
    //! What could not be brought back by names alone is not kept, and nothing older is either.
    std::optional<DetailsFileProblem> keep(
        const QStringList &header, const ColumnMapping &mapping) const;
    std::optional<DetailsFileProblem> forget(const QStringList &header) const;

private:
    DetailsFolder m_folder;
};

} // namespace desk
