// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencemask.h"

#include "linkparameters.h"

#include "export/exchangetext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void learnFrom(const QByteArray &body, PersonalData &personalData)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        personalData.learn(QJsonValue(document.object()));
    else if (document.isArray())
        personalData.learn(QJsonValue(document.array()));
}

// A record may have been cut in the middle of a character.
std::optional<QString> textAtTheBeginning(const QByteArray &bytes)
{
    constexpr qsizetype longestCharacter = 4;
    for (qsizetype left = 0; left < longestCharacter && left <= bytes.size(); ++left) {
        if (auto text = exactText(bytes.chopped(left)))
            return text;
    }
    return std::nullopt;
}

QByteArray maskedBody(const QByteArray &body, PersonalData &personalData)
{
    if (body.isEmpty())
        return body;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject()) {
        const QJsonValue value = personalData.masked(QJsonValue(document.object()));
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    }
    if (document.isArray()) {
        const QJsonValue value = personalData.masked(QJsonValue(document.array()));
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    }
    const std::optional<QString> text = textAtTheBeginning(body);
    return text ? personalData.masked(*text).toUtf8() : QByteArray("[left out: not text]");
}

HttpHeaders maskedHeaders(const HttpHeaders &headers, PersonalData &personalData)
{
    HttpHeaders result;
    for (const auto &[name, value] : headers) {
        const QString text = headerText(value);
        const bool isIntegration = name.compare("X-Integration-Id", Qt::CaseInsensitive) == 0;
        result.append({name,
            (isIntegration ? personalData.masked(PersonalData::Kind::Integration, text)
                           : personalData.masked(text))
                .toUtf8()});
    }
    return result;
}

Exchange masked(Exchange exchange, PersonalData &personalData)
{
    exchange.url = personalData.masked(exchange.url);
    exchange.problem = personalData.masked(exchange.problem);
    exchange.requestHeaders = maskedHeaders(exchange.requestHeaders, personalData);
    exchange.responseHeaders = maskedHeaders(exchange.responseHeaders, personalData);
    exchange.requestBody = maskedBody(exchange.requestBody, personalData);
    exchange.responseBody = maskedBody(exchange.responseBody, personalData);
    return exchange;
}

} // namespace

PersonalData personalDataOf(const EvidenceInput &input, bool hidesIntegrations)
{
    using Kind = PersonalData::Kind;
    PersonalData personalData(hidesIntegrations);
    if (input.order)
        personalData.learn(QJsonValue(linkParameters(*input.order)));
    if (const auto &integration = input.integration) {
        personalData.learn(Kind::Email, integration->email.value_or(QString()));
        personalData.learn(Kind::Organization, integration->organization);
        personalData.learn(Kind::OriginId, integration->originId.value_or(QString()));
        personalData.learn(Kind::Integration, integration->id);
    }
    for (const Exchange &exchange : input.exchanges) {
        learnFrom(exchange.requestBody, personalData);
        learnFrom(exchange.responseBody, personalData);
    }
    return personalData;
}

EvidenceInput masked(const EvidenceInput &input, PersonalData &personalData)
{
    EvidenceInput result = input;
    for (TimelineEntry &entry : result.timeline.entries)
        entry.text = personalData.masked(entry.text);
    for (Exchange &exchange : result.exchanges)
        exchange = masked(exchange, personalData);
    for (EvidencePicture &picture : result.pictures)
        picture.name = personalData.masked(picture.name);
    for (EvidenceFact &fact : result.facts)
        fact.value = personalData.masked(fact.value);
    result.profile.name = personalData.masked(result.profile.name);
    result.apiHost = personalData.masked(result.apiHost);
    return result;
}

} // namespace desk
