// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "columnmapping.h"

#include "core/foldedname.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct FieldNames {
    DetailsField field;
    QLatin1StringView name;
    QLatin1StringView meant; // folded, without anything but letters and digits; parted by blanks
};

constexpr std::array<FieldNames, 11> table{{
    {DetailsField::Email, "email"_L1,
        "email mail emailaddress mailaddress emailadresse mailadresse enduseremail useremail "
        "contactemail clientemail customeremail kontaktemail kundenemail empfanger recipient"_L1},
    {DetailsField::Organization, "organization"_L1,
        "organization organisation company companyname organizationname organisationname "
        "enduserorganizationname firma firmenname firmierung unternehmen unternehmensname client "
        "clientname customer customername kunde kundenname mandant account accountname"_L1},
    {DetailsField::OriginId, "origin-id"_L1,
        "originid enduseroriginid externalid clientid customerid customernumber customerno "
        "accountid "
        "kundenid kundennummer kundennr mandantennummer externeid id"_L1},
    {DetailsField::Category, "category"_L1, "category integrationcategory kategorie"_L1},
    {DetailsField::Tool, "tool"_L1,
        "tool integrationtool toolid software system hrsystem hrsoftware werkzeug"_L1},
    {DetailsField::RemoteEnvironment, "remote-environment"_L1,
        "remoteenvironment environment umgebung toolumgebung"_L1},
    {DetailsField::Language, "language"_L1, "language lang locale sprache flowlanguage"_L1},
    {DetailsField::ScopeConfigId, "scope-config-id"_L1,
        "scopeconfigid scopeconfig scopeconfiguration scopeid scope datenumfang"_L1},
    {DetailsField::Filtering, "filtering"_L1,
        "filtering enablefiltering filter employeefilter filterung"_L1},
    {DetailsField::FieldMapping, "field-mapping"_L1,
        "fieldmapping enablefieldmapping feldzuordnung"_L1},
    {DetailsField::LinkType, "link-type"_L1, "linktype linktyp typeoflink linkart"_L1},
}};

QString squeezed(const QString &name)
{
    QString letters;
    const QString folded = foldedName(name);
    for (const QChar character : folded) {
        if (character.isLetterOrNumber())
            letters += character;
    }
    return letters;
}

// How well a column name stands for a field: its place in the list of names, the first is best.
qsizetype rankOf(const QString &squeezedName, const FieldNames &names)
{
    return QString(names.meant).split(u' ').indexOf(squeezedName);
}

} // namespace

QList<DetailsField> allDetailsFields()
{
    QList<DetailsField> fields;
    for (const FieldNames &names : table)
        fields.append(names.field);
    return fields;
}

QString columnFieldName(DetailsField field)
{
    for (const FieldNames &names : table) {
        if (names.field == field)
            return names.name;
    }
    Q_UNREACHABLE();
}

std::optional<DetailsField> columnFieldFromName(const QString &name)
{
    const QString wanted = name.toLower().replace(u'_', u'-');
    for (const FieldNames &names : table) {
        if (names.name == wanted)
            return names.field;
    }
    return std::nullopt;
}

ColumnMapping guessColumns(const QStringList &header)
{
    QStringList columns;
    for (const QString &name : header)
        columns.append(squeezed(name));
    ColumnMapping mapping;
    for (const FieldNames &names : table) {
        qsizetype best = -1;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const qsizetype rank = rankOf(columns.at(column), names);
            if (rank >= 0 && (best < 0 || rank < best)) {
                best = rank;
                mapping.insert(names.field, int(column));
            }
        }
    }
    return mapping;
}

std::optional<int> columnNamed(const QString &name, const QStringList &header)
{
    if (header.count(name) == 1)
        return int(header.indexOf(name));
    std::optional<int> found;
    const QString wanted = squeezed(name);
    for (qsizetype column = 0; column < header.size() && !wanted.isEmpty(); ++column) {
        if (squeezed(header.at(column)) != wanted)
            continue;
        if (found)
            return std::nullopt;
        found = int(column);
    }
    return found;
}

QJsonObject mappingToJson(const ColumnMapping &mapping, const QStringList &header)
{
    QJsonObject object;
    for (auto entry = mapping.cbegin(); entry != mapping.cend(); ++entry) {
        const QString name = header.value(entry.value());
        if (!name.isEmpty())
            object.insert(columnFieldName(entry.key()), name);
    }
    return object;
}

ColumnMapping mappingFromJson(const QJsonObject &object, const QStringList &header)
{
    ColumnMapping mapping;
    for (const FieldNames &names : table) {
        const QString name = object.value(names.name).toString();
        const std::optional<int> column = name.isEmpty() ? std::nullopt : columnNamed(name, header);
        if (column)
            mapping.insert(names.field, *column);
    }
    return mapping;
}

} // namespace desk
