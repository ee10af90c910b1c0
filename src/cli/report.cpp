// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "report.h"

#include "textlayout.h"

#include "wording/detailswording.h"
#include "wording/sessionwording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::Report {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::Report)
};

QByteArray oneLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonValue emptyIsNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// Named like the properties of the integration, so that a script can look them up there.
QString propertyOf(ComparedValue value)
{
    switch (value) {
    case ComparedValue::Organization:
        return u"end_user_organization_name"_s;
    case ComparedValue::Email:
        return u"end_user_email"_s;
    case ComparedValue::OriginId:
        return u"end_user_origin_id"_s;
    case ComparedValue::IntegrationId:
        return u"id"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray arrayOf(const QList<Mismatch> &mismatches)
{
    QJsonArray array;
    for (const Mismatch &mismatch : mismatches) {
        array.append(QJsonObject{
            {u"field"_s, propertyOf(mismatch.value)},
            {u"asked"_s, emptyIsNull(mismatch.asked)},
            {u"found"_s, emptyIsNull(mismatch.found)},
        });
    }
    return array;
}

QString addressOf(const ConnectLink &link)
{
    return link.url().toString(QUrl::FullyEncoded);
}

} // namespace

QByteArray integrationJson(const ResolvedIntegration &integration,
    const QList<Mismatch> &mismatches, const QJsonObject &timing)
{
    const QJsonObject properties{
        {u"id"_s, integration.id},
        {u"tool"_s, integration.tool},
        {u"end_user_origin_id"_s, orNull(integration.originId)},
        {u"end_user_organization_name"_s, integration.organization},
        {u"end_user_email"_s, orNull(integration.email)},
        {u"setup_status"_s, integration.setupStatus},
    };
    return oneLine({
        {u"integration"_s, properties},
        {u"mismatches"_s, arrayOf(mismatches)},
        {u"timing_ms"_s, timing},
    });
}

QByteArray integrationText(const ResolvedIntegration &integration)
{
    const QString none = u"–"_s;
    return TextLayout::aligned({
        //: Kombo's id of a connected client
        {Words::tr("Integration ID"), integration.id},
        {DetailsWording::label(DetailsField::Tool), integration.tool},
        {DetailsWording::label(DetailsField::Organization), integration.organization},
        {DetailsWording::label(DetailsField::Email), integration.email.value_or(none)},
        {DetailsWording::label(DetailsField::OriginId), integration.originId.value_or(none)},
        //: How far the set-up of an integration has come
        {Words::tr("Setup"), SessionWording::setup(integration.setupStatus)},
    });
}

QByteArray linkJson(const ConnectLink &link, LinkType type, const QDateTime &expiry)
{
    return oneLine({
        {u"link"_s, addressOf(link)},
        {u"link_type"_s, wireName(type)},
        {u"expires_at"_s, expiry.toUTC().toString(Qt::ISODate)},
    });
}

QByteArray linkText(const ConnectLink &link)
{
    return addressOf(link).toUtf8() + '\n';
}

QByteArray practiceJson(const ApiAccess &access)
{
    return oneLine({
        {u"base_url"_s, access.baseUrl.toString()},
        {u"api_key"_s, access.apiKey.reveal()},
    });
}

QByteArray practiceText(const ApiAccess &access)
{
    return TextLayout::aligned({
        {Words::tr("Base URL"), access.baseUrl.toString()},
        {Words::tr("API key"), access.apiKey.reveal()},
    });
}

} // namespace desk::Report
