// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handoverdocument.h"

#include "core/randomword.h"
#include "gate/framesources.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray resource(const QString &path)
{
    QFile file(u":/connect-desk/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Missing resource %s", qPrintable(path));
    return file.readAll();
}

QByteArray script()
{
    return resource(u"flow/gate.js"_s) + resource(u"flow/connect.js"_s)
        + resource(u"browserflow/page.js"_s);
}

QByteArray policy(const ConnectLink &link, const QByteArray &nonce)
{
    return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
        + "'; connect-src 'self'; img-src data:; frame-src " + frameSources(link).toLatin1()
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace

HandOverDocument handOverDocument(const ConnectLink &link, const QByteArray &secret)
{
    const QByteArray nonce = randomWord(22).toLatin1();
    const QJsonObject data{{u"secret"_s, QString::fromLatin1(secret)}};
    QByteArray html = resource(u"browserflow/page.html"_s)
                          .replace("{{nonce}}", nonce)
                          .replace("{{data}}", QJsonDocument(data).toJson(QJsonDocument::Compact))
                          .replace("{{style}}", resource(u"browserflow/page.css"_s))
                          .replace("{{script}}", script());
    return {html, policy(link, nonce)};
}

} // namespace desk
