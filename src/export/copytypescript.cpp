// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "copytypescript.h"

#include "exchangetext.h"
#include "scriptliteral.h"
#include "sdkcall.h"

#include "core/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::CopyTypeScript {

namespace {

using ScriptLiteral::typeScript;

// As a plain key, this one would set the object's prototype instead of a property.
bool isPlainKey(const QString &key)
{
    static const QRegularExpression identifier(
        QRegularExpression::anchoredPattern(u"[A-Za-z_$][A-Za-z0-9_$]*"_s));
    return identifier.match(key).hasMatch() && key != "__proto__"_L1;
}

QString property(const QString &key, const QString &value, const QString &indent)
{
    const QString name = isPlainKey(key) ? key : u'[' + typeScript(key) + u']';
    return indent + name + u": "_s + value + u",\n"_s;
}

QString literal(const QJsonValue &value, const QString &indent);

QString objectLiteral(const QJsonObject &object, const QString &indent)
{
    if (object.isEmpty())
        return u"{}"_s;
    const QString deeper = indent + u"  "_s;
    QString text = u"{\n"_s;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        text += property(it.key(), literal(it.value(), deeper), deeper);
    return text + indent + u'}';
}

QString arrayLiteral(const QJsonArray &array, const QString &indent)
{
    QStringList items;
    for (const auto &item : array)
        items.append(literal(item, indent));
    return u'[' + items.join(", "_L1) + u']';
}

QString literal(const QJsonValue &value, const QString &indent)
{
    if (value.isString())
        return typeScript(value.toString());
    if (value.isObject())
        return objectLiteral(value.toObject(), indent);
    if (value.isArray())
        return arrayLiteral(value.toArray(), indent);
    // JSON is asked how it writes a number, a truth value or null.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(wrapped.sliced(1, wrapped.size() - 2));
}

QString variable(const QString &name, QLatin1StringView environment)
{
    return u"const "_s + name + u" = process.env."_s + environment + u";\nif (!"_s + name
        + u") throw new Error(\""_s + environment + u" is not set\");\n"_s;
}

QString preamble(const RepeatableRequest &request)
{
    QString text;
    if (request.hasKey)
        text += variable(u"apiKey"_s, apiKeyVariable);
    if (request.hasToken())
        text += variable(u"token"_s, tokenVariable);
    if (request.lacksSecret)
        text += u"// "_s + Redactor::mask + u" stands where a secret was taken out\n"_s;
    return text.isEmpty() ? text : text + u'\n';
}

QString clientOptions(const RepeatableRequest &request, const SdkCall &call)
{
    const QString indent = u"  "_s;
    QString text = property(u"server_url"_s, typeScript(call.serverUrl), indent);
    if (request.hasKey)
        text += property(u"api_key"_s, u"apiKey"_s, indent);
    if (!call.integrationId.isEmpty())
        text += property(u"integration_id"_s, typeScript(call.integrationId), indent);
    for (const auto &[name, value] : request.headers) {
        if (name.compare("User-Agent"_L1, Qt::CaseInsensitive) == 0)
            text += property(u"user_agent"_s, typeScript(value), indent);
    }
    return text;
}

QString argument(const SdkCall &call)
{
    if (call.body && !call.isBodyProperty)
        return objectLiteral(*call.body, QString());
    const QString indent = u"  "_s;
    QString text;
    for (const auto &[name, value] : call.parameters)
        text += property(name, value ? typeScript(*value) : u"token"_s, indent);
    for (auto it = call.query.constBegin(); it != call.query.constEnd(); ++it)
        text += property(it.key(), literal(it.value(), indent), indent);
    if (call.body)
        text += property(u"body"_s, objectLiteral(*call.body, indent), indent);
    return text.isEmpty() ? text : u"{\n"_s + text + u'}';
}

QString sdkText(const RepeatableRequest &request, const SdkCall &call)
{
    return u"import { Kombo } from \"@kombo-api/sdk\"; // 1.1.3\n\n"_s + preamble(request)
        + u"const kombo = new Kombo({\n"_s + clientOptions(request, call)
        + u"});\nconst answer = await kombo."_s + call.method + u'(' + argument(call)
        + u");\nconsole.log(answer);\n"_s;
}

QString fetchHeaders(const RepeatableRequest &request)
{
    const QString indent = u"    "_s;
    QString text;
    for (const auto &[name, value] : request.headers)
        text += indent + typeScript(name) + u": "_s + typeScript(value) + u",\n"_s;
    if (request.hasKey)
        text += indent + u"\"Authorization\": \"Bearer \" + apiKey,\n"_s;
    return text;
}

QString bodyLiteral(const QByteArray &body)
{
    if (const std::optional<QString> text = exactText(body))
        return typeScript(*text);
    return u"Buffer.from(\""_s + QString::fromLatin1(body.toBase64()) + u"\", \"base64\")"_s;
}

// fetch() refuses a body with these, whatever the body.
bool canHaveBody(const RepeatableRequest &request)
{
    return request.method != "GET"_L1 && request.method != "HEAD"_L1;
}

QString fetchText(const RepeatableRequest &request)
{
    QString text = preamble(request);
    if (!request.body.isEmpty() && !canHaveBody(request))
        text += u"// fetch() sends no body with this method, so it was left out\n"_s;
    text += u"const response = await fetch("_s
        + ScriptLiteral::joined(request.url, typeScript, u"encodeURIComponent(token)"_s)
        + u", {\n  method: "_s + typeScript(request.method) + u",\n  headers: {\n"_s
        + fetchHeaders(request) + u"  },\n"_s;
    if (!request.body.isEmpty() && canHaveBody(request))
        text += property(u"body"_s, bodyLiteral(request.body), u"  "_s);
    return text
        + u"  redirect: \"manual\",\n});\n"
          "console.log(response.status, await response.text());\n\n"
          "export {};\n"_s;
}

} // namespace

QString text(const RepeatableRequest &request, const QString &endpoint)
{
    const std::optional<SdkCall> call = SdkCall::of(request, endpoint);
    return call ? sdkText(request, *call) : fetchText(request);
}

} // namespace desk::CopyTypeScript
