// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicefields.h"

#include "practicecoverage.h"
#include "practiceresource.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QJsonObject &fieldData()
{
    static const QJsonObject data = practiceJsonResource(u"data/fields.json"_s).object();
    return data;
}

//! 24 letters and digits, like the ids of the contract's examples, but the same for the same seed.
QString idFor(const QString &seed)
{
    constexpr auto alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"_L1;
    const QByteArray hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    QString id;
    const QByteArray letters = hash.first(24);
    for (const char byte : letters)
        id.append(alphabet.at(static_cast<uchar>(byte) % alphabet.size()));
    return id;
}

QString labelFor(const QString &key)
{
    QString label = key;
    label.replace(u'_', u' ');
    label.front() = label.front().toUpper();
    return label;
}

QString mainModel(Category category)
{
    return practiceModels(category)["read_models"_L1][0]["id"_L1].toString();
}

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QList<PracticeField> modelFields(const QString &integrationId, Category category)
{
    QList<PracticeField> fields;
    const QJsonArray models = practiceModels(category).value("read_models"_L1).toArray();
    for (const auto &model : models) {
        const QString modelId = model["id"_L1].toString();
        const QJsonArray names = model["fields"_L1].toArray();
        for (const auto &name : names) {
            const QString key = name.toString();
            fields.append(
                {idFor(integrationId + modelId + u'.' + key), key, modelId, false, labelFor(key)});
        }
    }
    return fields;
}

} // namespace

QList<PracticeField> practiceFields(const QString &integrationId, Category category)
{
    QList<PracticeField> fields = modelFields(integrationId, category);
    const QString model = mainModel(category);
    const QJsonArray names = fieldData().value("tool_custom_fields"_L1).toArray();
    for (const auto &name : names) {
        if (fields.size() == practiceFieldCount)
            break;
        const QString key = u"custom."_s + name.toString();
        fields.append({idFor(integrationId + key), key, model, true, labelFor(name.toString())});
    }
    return fields;
}

QList<PracticeCustomField> practiceCustomFields(Category category)
{
    QList<PracticeCustomField> fields;
    const QString model = mainModel(category);
    const QJsonArray own = fieldData().value("custom_fields"_L1).toArray();
    for (const auto &each : own) {
        const QString key = each["key"_L1].toString();
        fields.append({idFor(model + key), key, model, optionalText(each["label"_L1]),
            optionalText(each["description"_L1])});
    }
    return fields;
}

const QList<PracticeGroup> &practiceGroups()
{
    static const QList<PracticeGroup> groups = [] {
        QList<PracticeGroup> read;
        const QJsonArray array = fieldData().value("groups"_L1).toArray();
        for (const auto &each : array)
            read.append({each["id"_L1].toString(), each["label"_L1].toString()});
        return read;
    }();
    return groups;
}

} // namespace desk
