// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/fieldmime.h"

#include "batch/columnmapping.h"

using namespace Qt::StringLiterals;

namespace desk::FieldMime {

namespace {

constexpr qsizetype longestName = 64;

} // namespace

QString type()
{
    return u"application/x-connect-desk-field"_s;
}

std::unique_ptr<QMimeData> dataOf(DetailsField field)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(type(), columnFieldName(field).toUtf8());
    return data;
}

std::optional<DetailsField> fieldIn(const QMimeData *data)
{
    const QByteArray name = data->data(type());
    if (name.isEmpty() || name.size() > longestName)
        return std::nullopt;
    return columnFieldFromName(QString::fromUtf8(name));
}

} // namespace desk::FieldMime
