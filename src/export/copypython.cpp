// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "copypython.h"

#include "scriptliteral.h"

#include "core/redactor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::CopyPython {

namespace {

QString environment(QLatin1StringView variable)
{
    return u"os.environ[\""_s + variable + u"\"]"_s;
}

QString url(const RepeatableRequest &request)
{
    const QString token = u"quote("_s + environment(tokenVariable) + u", safe=\"\")"_s;
    return ScriptLiteral::joined(request.url, ScriptLiteral::python, token);
}

// A value beyond ASCII has to be bytes, or it would be sent in Latin-1 or not at all.
QString headerValueLiteral(const QString &value)
{
    const bool isAscii = std::all_of(
        value.cbegin(), value.cend(), [](QChar character) { return character.unicode() < 0x80; });
    return isAscii ? ScriptLiteral::python(value) : ScriptLiteral::pythonBytes(value.toUtf8());
}

QString headerLine(const QString &name, const QString &value)
{
    return u"        "_s + ScriptLiteral::python(name) + u": "_s + value + u",\n"_s;
}

QString headers(const RepeatableRequest &request)
{
    QString text;
    for (const auto &[name, value] : request.headers)
        text += headerLine(name, headerValueLiteral(value));
    if (request.hasKey) {
        text += headerLine(u"Authorization"_s, u"\"Bearer \" + "_s + environment(apiKeyVariable));
    }
    return text;
}

QString imports(const RepeatableRequest &request)
{
    QString text;
    if (request.hasKey || request.hasToken())
        text += "import os\n"_L1;
    if (request.hasToken())
        text += "from urllib.parse import quote\n"_L1;
    if (!text.isEmpty())
        text += u'\n';
    return text + u"import requests\n\n"_s;
}

} // namespace

QString text(const RepeatableRequest &request)
{
    QString text = imports(request);
    if (request.lacksSecret)
        text += u"# "_s + Redactor::mask + u" stands where a secret was taken out\n"_s;
    text += u"response = requests.request(\n    "_s + ScriptLiteral::python(request.method)
        + u",\n    "_s + url(request) + u",\n    headers={\n"_s + headers(request) + u"    },\n"_s;
    if (!request.body.isEmpty())
        text += u"    data="_s + ScriptLiteral::pythonBytes(request.body) + u",\n"_s;
    return text
        + u"    allow_redirects=False,\n    timeout=60,\n)\n"
          "print(response.status_code, response.text)\n"_s;
}

} // namespace desk::CopyPython
