// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Pattern {
    QRegularExpression expression;
    QString replacement;
};

QRegularExpression ignoringCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

const std::array<Pattern, 6> &patterns()
{
    static const std::array<Pattern, 6> known{{
        // Authorization: Bearer KEY
        {ignoringCase(uR"((\bbearer\s+)[^\s"',;]+)"_s), u"\\1"_s + Redactor::mask},
        // https://connect.kombo.dev/v1?token=TOKEN, and the same in a fragment or form body
        {ignoringCase(
             uR"(([?&#;\s]|^)((?:activation_|access_|link_)?token|api_?key|key)=[^\s&#"'<>]+)"_s),
            u"\\1\\2="_s + Redactor::mask},
        // GET /connect/integration-by-token/TOKEN
        {ignoringCase(uR"((integration-by-token/)[^\s/?#"'<>]+)"_s), u"\\1"_s + Redactor::mask},
        // {"activation_token":"TOKEN"}
        {ignoringCase(
             uR"re((\\?"(?:[a-z_]*token|api_?key|authorization|link)\\?"\s*:\s*\\?")(?:\\.|[^"\\])+)re"_s),
            u"\\1"_s + Redactor::mask},
        // CONNECT_DESK_API_KEY=KEY
        {ignoringCase(uR"((\w*API_KEY\s*=\s*)\S+)"_s), u"\\1"_s + Redactor::mask},
        // three base64url parts: a JSON Web Token, wherever it stands
        {QRegularExpression(uR"(\b[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{10,}\b)"_s),
            Redactor::mask},
    }};
    return known;
}

QString jsonEscaped(const QString &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["text"]
    return QString::fromUtf8(array.sliced(2, array.size() - 4));
}

} // namespace

const QString Redactor::mask = u"[redacted]"_s;

void Redactor::addSecrets(const QList<Secret> &secrets)
{
    for (const Secret &secret : secrets)
        addSecret(secret);
}

void Redactor::addSecret(const Secret &secret)
{
    const QString &text = secret.reveal();
    if (text.size() < shortestSecret)
        return;
    const QMutexLocker lock(&m_mutex);
    const QByteArray percent = QUrl::toPercentEncoding(text);
    for (const QString &spelling : {text, QString::fromLatin1(percent),
             QString::fromLatin1(percent.toLower()), jsonEscaped(text)}) {
        if (!m_spellings.contains(spelling))
            m_spellings.append(spelling);
    }
    std::stable_sort(m_spellings.begin(), m_spellings.end(),
        [](const QString &left, const QString &right) { return left.size() > right.size(); });
}

QString Redactor::redacted(const QString &text) const
{
    QString result = text;
    {
        const QMutexLocker lock(&m_mutex);
        for (const QString &spelling : m_spellings)
            result.replace(spelling, mask);
    }
    return withoutPatterns(result);
}

QString Redactor::withoutPatterns(const QString &text)
{
    QString result = text;
    for (const Pattern &pattern : patterns())
        result.replace(pattern.expression, pattern.replacement);
    return result;
}

QString Redactor::withoutEmail(const QString &text)
{
    // Quotes end it, so that JSON stays JSON; %40 is how it stands in an address.
    static const QRegularExpression address(
        uR"([^\s"'<>()\[\],:;/?&=]{1,64}(?:@|%40)[^\s"'<>()\[\],:;/?&=@]{1,255})"_s);
    QString result = text;
    result.replace(address, mask);
    return result;
}

} // namespace desk
