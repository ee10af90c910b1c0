// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/practiceservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace desk::test {

using namespace Qt::StringLiterals;

constexpr auto key = "practice_key";

inline QByteArray bearer()
{
    return "Bearer "_ba + key;
}

//! A service with a clock of the test's, and short words for what is asked of it.
class Environment {
public:
    explicit Environment(const QDateTime &now)
        : m_service(
            Secret(QString::fromLatin1(key)), u"http://127.0.0.1:4000"_s, [&now] { return now; })
    {
    }

    PracticeResponse ask(const QByteArray &method, const QString &target,
        const QByteArray &body = {}, const QByteArray &authorization = bearer(),
        const QByteArray &contentType = "application/json"_ba,
        const QByteArray &host = "127.0.0.1:4000"_ba)
    {
        const QUrl url(u"http://127.0.0.1:4000"_s + target);
        return m_service.answer({method, url.path(QUrl::FullyEncoded), QUrlQuery(url),
            {{"host"_ba, host}, {"AUTHORIZATION"_ba, authorization},
                {"Content-Type"_ba, contentType}},
            body});
    }

    //! The same with a JSON body.
    PracticeResponse send(const QByteArray &method, const QString &target, const QJsonObject &body)
    {
        return ask(method, target, QJsonDocument(body).toJson());
    }

    //! Makes an integration by the control call and gives its id.
    QString integration(const QJsonObject &properties = {})
    {
        const auto answer = send("POST"_ba, u"/practice/integrations"_s, properties);
        return QJsonDocument::fromJson(answer.body)["data"_L1]["id"_L1].toString();
    }

    //! The address of an integration, the colon encoded as clients do.
    static QString addressOf(const QString &id, const QString &below = {})
    {
        return u"/v1/integrations/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + below;
    }

    //! What GET /integrations/{id} says.
    QJsonObject details(const QString &id)
    {
        const auto answer = ask("GET"_ba, addressOf(id));
        return QJsonDocument::fromJson(answer.body)["data"_L1].toObject();
    }

    PracticeResponse forceSync(const QString &id, const QByteArray &body)
    {
        return m_service.answer({"POST"_ba, u"/v1/force-sync"_s, {},
            {{"Host"_ba, "localhost"_ba}, {"Authorization"_ba, bearer()},
                {"Content-Type"_ba, "application/json"_ba}, {"x-integration-id"_ba, id.toUtf8()}},
            body});
    }

    PracticeResponse askRaw(const QByteArray &method, const QString &encodedPath)
    {
        return m_service.answer({method, encodedPath, {}, {{"Host"_ba, "localhost"_ba}}, {}});
    }

    //! Creates a link with these properties besides the required ones, and gives its address.
    QUrl link(QJsonObject properties = {})
    {
        properties.insert(u"end_user_email"_s, u"jo@northwind.example"_s);
        properties.insert(u"end_user_organization_name"_s, u"Northwind Ltd"_s);
        const auto answer =
            ask("POST"_ba, u"/v1/connect/create-link"_s, QJsonDocument(properties).toJson());
        return QUrl(QJsonDocument::fromJson(answer.body)["data"_L1]["link"_L1].toString());
    }

    PracticeResponse open(const QUrl &link)
    {
        return ask("GET"_ba, u"/connect/v1?"_s + link.query(QUrl::FullyEncoded), {}, {}, {});
    }

    //! Opens the link's page and gives the visit's id.
    QString visit(const QUrl &link) { return pageData(open(link)).value("visit"_L1).toString(); }

    static QJsonObject pageData(const PracticeResponse &page)
    {
        static const QRegularExpression island(
            u"id=\"data\">(.*?)</script>"_s, QRegularExpression::DotMatchesEverythingOption);
        const QString json = island.match(QString::fromUtf8(page.body)).captured(1);
        return QJsonDocument::fromJson(json.toUtf8()).object();
    }

    PracticeResponse step(
        const QString &name, const QUrl &link, const QString &visit, QJsonObject properties = {})
    {
        properties.insert(u"token"_s, tokenOf(link));
        properties.insert(u"visit"_s, visit);
        return ask("POST"_ba, u"/connect/"_s + name, QJsonDocument(properties).toJson(), {});
    }

    static QString tokenOf(const QUrl &link) { return QUrlQuery(link).queryItemValue(u"token"_s); }

    //! Walks through the whole flow with an API-key tool and gives the activation token.
    QString connected(const QUrl &link, const QString &tool = u"personio"_s)
    {
        const QString page = visit(link);
        step(u"consent"_s, link, page, {{u"tool"_s, tool}});
        step(u"sign-in"_s, link, page, {{u"api_key"_s, u"practice-key"_s}});
        return activationToken(step(u"finish"_s, link, page));
    }

    static QString activationToken(const PracticeResponse &answer)
    {
        return QJsonDocument::fromJson(answer.body)["activation_token"_L1].toString();
    }

    PracticeResponse resolve(const QString &activationToken)
    {
        return ask("GET"_ba,
            u"/v1/connect/integration-by-token/"_s
                + QString::fromLatin1(QUrl::toPercentEncoding(activationToken)));
    }

private:
    PracticeService m_service;
};

inline QJsonObject errorOf(const PracticeResponse &response)
{
    return QJsonDocument::fromJson(response.body)["error"_L1].toObject();
}

inline QJsonObject dataOf(const PracticeResponse &response)
{
    return QJsonDocument::fromJson(response.body)["data"_L1].toObject();
}

inline QString flowError(const PracticeResponse &response)
{
    return QJsonDocument::fromJson(response.body)["error"_L1].toString();
}

inline QByteArray headerOf(const PracticeResponse &response, const QByteArray &name)
{
    for (const auto &[known, value] : response.headers) {
        if (known == name)
            return value;
    }
    return {};
}

inline QString messageOf(const PracticeResponse &response)
{
    return errorOf(response).value("message"_L1).toString();
}

inline QString codeOf(const PracticeResponse &response)
{
    return errorOf(response).value("code"_L1).toString();
}

} // namespace desk::test
