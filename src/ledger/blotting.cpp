// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "blotting.h"

#include "ledgerguard.h"

#include "core/organizationname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Column {
    enum class Kind { Text, Json, Name };

    QLatin1StringView table;
    QLatin1StringView keys; //!< the condition that names a row, but for the values
    QLatin1StringView name;
    Kind kind = Kind::Text;
};

constexpr QLatin1StringView attempts("attempts");
constexpr QLatin1StringView integrations("integrations");
constexpr QLatin1StringView customers("customers");
constexpr QLatin1StringView batches("batches");
constexpr QLatin1StringView organization("organization");
constexpr QLatin1StringView key("key");

// Texts in which others, or we, may have written who it is.
constexpr std::array<Column, 10> columns{{
    {attempts, QLatin1StringView("row"), QLatin1StringView("notes"), Column::Kind::Text},
    {attempts, QLatin1StringView("row"), QLatin1StringView("error_title"), Column::Kind::Text},
    {attempts, QLatin1StringView("row"), QLatin1StringView("request"), Column::Kind::Json},
    {attempts, QLatin1StringView("row"), organization, Column::Kind::Name},
    {integrations, key, organization, Column::Kind::Name},
    {customers, key, organization, Column::Kind::Name},
    {batches, key, QLatin1StringView("source_name"), Column::Kind::Text},
    {batches, key, QLatin1StringView("columns"), Column::Kind::Json},
    {batches, key, QLatin1StringView("common_values"), Column::Kind::Json},
    {QLatin1StringView("batch_rows"), QLatin1StringView("batch, number"),
        QLatin1StringView("error"), Column::Kind::Text},
}};

// The name is that of the value, or of the array that it stands in.
QJsonValue blottedValue(const PersonTraces &names, const QString &name, const QJsonValue &value)
{
    if (value.isString())
        return names.isValue(name, value.toString()) ? u"[forgotten]"_s
                                                     : names.blotted(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray before = value.toArray();
        for (const QJsonValue item : before)
            array.append(blottedValue(names, name, item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject before = value.toObject();
    for (auto item = before.constBegin(); item != before.constEnd(); ++item)
        object.insert(names.blotted(item.key()), blottedValue(names, item.key(), item.value()));
    return object;
}

// Escapes would hide a name from a look at the text alone.
QString blottedJson(const PersonTraces &names, const QString &text)
{
    if (!names.isInDocument(text.toUtf8()))
        return text;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return u"{}"_s;
    const QJsonObject blotted = blottedValue(names, {}, document.object()).toObject();
    const QByteArray json = QJsonDocument(blotted).toJson(QJsonDocument::Compact);
    // Written in a way that is not ours.
    return names.isInDocument(json) ? u"{}"_s : QString::fromUtf8(json);
}

QString blottedText(const Column &column, const NamesToBlot &names, const QString &text)
{
    switch (column.kind) {
    case Column::Kind::Text:
        return names.all.blottedField(text);
    case Column::Kind::Json:
        return blottedJson(names.all, text);
    case Column::Kind::Name:
        return names.identifiers.blottedField(text);
    }
    Q_UNREACHABLE();
}

// A change is the values of one row: the new text, then what names the row.
QList<QVariantList> changesOf(
    LedgerDatabase &database, const Column &column, const NamesToBlot &names)
{
    QList<QVariantList> changes;
    QSqlQuery rows = database.run(u"SELECT "_s + column.name + u", "_s + column.keys + u" FROM "_s
        + column.table + u" WHERE "_s + column.name + u" NOT IN ('', '{}')"_s);
    const qsizetype keys = QString(column.keys).count(u',') + 1;
    while (database.next(rows)) {
        const QString before = rows.value(0).toString();
        const QString after = blottedText(column, names, before);
        if (after == before)
            continue;
        QVariantList change{after};
        for (int place = 1; place <= keys; ++place)
            change.append(rows.value(place));
        changes.append(change);
    }
    return changes;
}

void blotColumn(LedgerDatabase &database, const Column &column, const NamesToBlot &names)
{
    const QList<QVariantList> changes = changesOf(database, column, names);
    const QString condition = QString(column.keys).replace(", "_L1, " = ? AND "_L1) + u" = ?"_s;
    const QString update =
        u"UPDATE "_s + column.table + u" SET "_s + column.name + u" = ? WHERE "_s + condition;
    for (const QVariantList &change : changes) {
        database.run(update, change);
        if (column.table == integrations) {
            database.run(u"UPDATE integrations SET folded_organization = ? WHERE key = ?"_s,
                {foldedOrganization(change.constFirst().toString()), change.constLast()});
        } else if (column.table == customers) {
            // It is made of the same texts.
            database.run(u"UPDATE customers SET identity = 'forgotten:' || key WHERE key = ?"_s,
                {change.constLast()});
        }
    }
}

// What cannot be unpacked cannot be looked through.
bool isNamedIn(const QByteArray &packed, const PersonTraces &names)
{
    if (packed.isEmpty())
        return false;
    const QByteArray document = ledgerguard::unpacked(packed);
    return document.isEmpty() || names.isInDocument(document);
}

struct NamedRecord {
    QVariant attempt;
    bool isInTimeline = false;
    bool isInExchanges = false;
};

// One at a time: a record may take megabytes, and there may be a hundred thousand.
QList<NamedRecord> namedRecords(LedgerDatabase &database, const PersonTraces &names)
{
    QList<NamedRecord> found;
    QSqlQuery rows = database.run(u"SELECT attempt, timeline, exchanges FROM attempt_records"_s);
    while (database.next(rows)) {
        const NamedRecord record{rows.value(0), isNamedIn(rows.value(1).toByteArray(), names),
            isNamedIn(rows.value(2).toByteArray(), names)};
        if (record.isInTimeline || record.isInExchanges)
            found.append(record);
    }
    return found;
}

} // namespace

qint64 blotOut(LedgerDatabase &database, const NamesToBlot &names)
{
    if (names.all.isEmpty())
        return 0;
    for (const Column &column : columns)
        blotColumn(database, column, names);
    const QList<NamedRecord> records = namedRecords(database, names.all);
    for (const NamedRecord &record : records) {
        if (record.isInTimeline)
            database.run(
                u"UPDATE attempt_records SET timeline = x'' WHERE attempt = ?"_s, {record.attempt});
        if (record.isInExchanges)
            database.run(u"UPDATE attempt_records SET exchanges = x'' WHERE attempt = ?"_s,
                {record.attempt});
    }
    database.run(u"DELETE FROM attempt_records WHERE length(timeline) = 0"
                 " AND length(exchanges) = 0"_s);
    return records.size();
}

} // namespace desk
