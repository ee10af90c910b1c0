// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "toolfile.h"

#include "api/gettools.h"
#include "api/jsonreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::ToolFile {

namespace {

constexpr auto formatName = "connect-desk-tools"_L1;
constexpr int formatVersion = 1;

std::optional<QByteArray> bytesOf(const QString &path)
{
    // Opening a pipe of that name would wait for somebody to write into it.
    if (!QFileInfo(path).isFile())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > largest)
        return std::nullopt;
    return bytes;
}

bool isOurs(const QJsonObject &document, Category category)
{
    return document.value("format"_L1).toString() == formatName
        && document.value("version"_L1).toInt() == formatVersion
        && document.value("category"_L1).toString() == wireName(category);
}

} // namespace

std::optional<CachedTools> read(const QString &path, Category category)
{
    const std::optional<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return std::nullopt;
    const Result<QJsonObject, QString> document = parseJsonObject(*bytes);
    if (!document || !isOurs(*document, category))
        return std::nullopt;
    const QDateTime fetchedAt =
        QDateTime::fromString(document->value("fetched_at"_L1).toString(), Qt::ISODateWithMs);
    if (!fetchedAt.isValid())
        return std::nullopt;
    const Result<ToolList, QString> list = GetTools::parse(document->value("data"_L1).toObject());
    if (!list)
        return std::nullopt;
    return CachedTools{list->tools, std::min(fetchedAt.toUTC(), QDateTime::currentDateTimeUtc())};
}

bool write(
    const QString &path, Category category, const QJsonObject &data, const QDateTime &fetchedAt)
{
    const QJsonObject document{{u"format"_s, QString(formatName)}, {u"version"_s, formatVersion},
        {u"category"_s, wireName(category)},
        {u"fetched_at"_s, fetchedAt.toUTC().toString(Qt::ISODateWithMs)}, {u"data"_s, data}};
    const QByteArray bytes = QJsonDocument(document).toJson(QJsonDocument::Compact);
    if (bytes.size() > largest || !QDir().mkpath(QFileInfo(path).path()))
        return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // On a disk that fills up, write() takes a part without calling it an error, and commit() would
    // put that part in the place of the file.
    if (file.write(bytes) != bytes.size())
        file.cancelWriting();
    return file.commit();
}

} // namespace desk::ToolFile
