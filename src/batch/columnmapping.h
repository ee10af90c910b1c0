// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! Which column, counted from 0, gives which field. A column may give several fields.
using ColumnMapping = QMap<DetailsField, int>;

//! Every field, in the order of the form.
QList<DetailsField> allDetailsFields();
//! The name of a field in files and on the command line: "email", "origin-id".
QString columnFieldName(DetailsField field);
//! The same the other way round; underscores and capitals do not matter.
std::optional<DetailsField> columnFieldFromName(const QString &name);

//! Which columns are meant, as far as their names tell: English, German, and Kombo's own names,
//! whatever their case, accents, blanks and punctuation. Each column gives one field at most.
ColumnMapping guessColumns(const QStringList &header);

//! The column of that name, compared as guessColumns() does if it is not there letter by letter;
//! nullopt if there is none or more than one.
std::optional<int> columnNamed(const QString &name, const QStringList &header);

//! By names, so that it outlives a new order of the columns. Columns without a name are left out.
QJsonObject mappingToJson(const ColumnMapping &mapping, const QStringList &header);
//! As far as the header has such columns.
ColumnMapping mappingFromJson(const QJsonObject &object, const QStringList &header);

} // namespace desk
