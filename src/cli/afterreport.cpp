// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "afterreport.h"

#include "textlayout.h"

#include "core/redactor.h"
#include "wording/detailswording.h"
#include "wording/integrationwording.h"
#include "wording/sessionwording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::AfterReport {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::Report)
};

const QString none = u"–"_s;

QString notesOf(const Tool &tool)
{
    QStringList notes;
    if (tool.paidApiNote)
        notes.append(Words::tr("paid API"));
    if (tool.partnerOnlyNote)
        notes.append(Words::tr("partners only"));
    if (tool.fastTrackNote)
        notes.append(Words::tr("fast track"));
    return notes.join(u", "_s);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s) : none;
}

QString withId(const std::optional<QString> &name, const QString &id)
{
    return name ? u"%1 (%2)"_s.arg(*name, id) : id;
}

template <typename Field> QJsonArray dataOf(const QList<Field> &fields)
{
    QJsonArray array;
    for (const Field &field : fields)
        array.append(field.data);
    return array;
}

QStringList row(const IntegrationField &field)
{
    return {field.id, field.model, field.key, field.label.value_or(none),
        field.isPassthroughEnabled ? Words::tr("passed through") : QString()};
}

QStringList row(const CustomField &field)
{
    const QString source = field.source
        ? u"← "_s + field.source->key + u" ("_s + field.source->id + u')'
        : Words::tr("not mapped");
    return {field.id, field.model, field.key, field.label.value_or(none), source};
}

template <typename Field> QByteArray section(const QString &title, const QList<Field> &fields)
{
    QList<QStringList> rows;
    for (const Field &field : fields)
        rows.append(row(field));
    return title.toUtf8() + '\n'
        + (rows.isEmpty() ? none.toUtf8() + '\n' : TextLayout::table(rows));
}

} // namespace

QByteArray json(const QJsonObject &data)
{
    const QByteArray line = QJsonDocument(data).toJson(QJsonDocument::Compact);
    return Redactor::withoutPatterns(QString::fromUtf8(line)).toUtf8() + '\n';
}

QByteArray json(
    const QList<IntegrationField> &integrationFields, const QList<CustomField> &customFields)
{
    return json({{u"integration_fields"_s, dataOf(integrationFields)},
        {u"custom_fields"_s, dataOf(customFields)}});
}

QByteArray text(const EnvironmentInfo &info)
{
    //: Kombo's id of an environment, such as the development environment of a company
    return TextLayout::aligned({{Words::tr("Environment ID"), info.environmentId}});
}

QByteArray text(const ToolList &list)
{
    QList<QStringList> rows;
    for (const Tool &tool : list.tools)
        rows.append({tool.id, tool.label, tool.internalLabel.value_or(QString()), notesOf(tool)});
    return TextLayout::table(rows);
}

QByteArray text(const IntegrationDetails &details)
{
    const QString tool = withId(details.toolInternalLabel
            ? std::optional(details.toolLabel + u", "_s + *details.toolInternalLabel)
            : std::optional(details.toolLabel),
        details.toolId);
    QList<std::pair<QString, QString>> rows{
        {Words::tr("Integration ID"), details.id},
        {DetailsWording::label(DetailsField::Tool), tool},
        {DetailsWording::label(DetailsField::Category), details.category},
        //: Whether an integration works
        {Words::tr("Status"), IntegrationWording::status(details.status)},
        {Words::tr("Setup"), SessionWording::setup(details.setupStatus)},
        {DetailsWording::label(DetailsField::Organization), details.organization},
        {DetailsWording::label(DetailsField::Email), details.email.value_or(none)},
        {DetailsWording::label(DetailsField::OriginId), details.originId.value_or(none)},
        //: The set of data an integration is asked for
        {Words::tr("Scope config"), withId(details.scopeConfigName, details.scopeConfigId)},
        {Words::tr("Created"), timeText(details.createdAt)},
    };
    if (details.dataExpiredAt) {
        //: Since when the data of an integration is not up to date
        rows.append({Words::tr("Data is old since"), timeText(*details.dataExpiredAt)});
    }
    return TextLayout::aligned(rows);
}

QByteArray text(const StartedSync &sync)
{
    return TextLayout::aligned({
        //: Kombo's id of a run that fetches data
        {Words::tr("Sync ID"), sync.syncId},
        {Words::tr("Type"), sync.type},
    });
}

QByteArray text(
    const QList<IntegrationField> &integrationFields, const QList<CustomField> &customFields)
{
    if (customFields.isEmpty() && !integrationFields.isEmpty())
        return section(Words::tr("Integration fields"), integrationFields);
    if (integrationFields.isEmpty() && !customFields.isEmpty())
        return section(Words::tr("Custom fields"), customFields);
    return section(Words::tr("Integration fields"), integrationFields) + '\n'
        + section(Words::tr("Custom fields"), customFields);
}

} // namespace desk::AfterReport
