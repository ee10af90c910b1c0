// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "secretsweep.h"

#include "core/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QByteArray jsonEscaped(const QByteArray &text)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4); // ["text"]
}

QByteArray replaced(QByteArray text, QByteArrayView before, QByteArrayView after)
{
    return text.replace(before, after);
}

// What stands in every base64 text that holds the bytes so many places behind a multiple of three:
// without the signs at the edges, which depend on the neighbours as well.
QByteArray inBase64(const QByteArray &bytes, int offset, QByteArray::Base64Options options)
{
    const QByteArray code =
        (QByteArray(offset, ' ') + bytes).toBase64(options | QByteArray::OmitTrailingEquals);
    constexpr int bits = 8;
    constexpr int bitsOfSign = 6;
    const qsizetype first = (offset * bits + bitsOfSign - 1) / bitsOfSign;
    const qsizetype end = (offset + bytes.size()) * bits / bitsOfSign;
    return code.sliced(first, end - first);
}

} // namespace

SecretSweep::SecretSweep(const QList<Secret> &secrets)
{
    for (const Secret &secret : secrets) {
        if (secret.reveal().size() >= Redactor::shortestSecret)
            add(secret.reveal().toUtf8());
    }
    std::stable_sort(m_needles.begin(), m_needles.end(),
        [](const QByteArray &left, const QByteArray &right) { return left.size() > right.size(); });
}

void SecretSweep::add(const QByteArray &secret)
{
    const QByteArray percent = secret.toPercentEncoding();
    const QByteArray json = jsonEscaped(secret);
    const QByteArray strictJson = replaced(replaced(json, "/", "\\/"), "&", "\\u0026");
    for (const QByteArray &spelling :
        {secret, percent, percent.toLower(), percent.toPercentEncoding(), json, jsonEscaped(json),
            replaced(json, "/", "\\/"), replaced(json, "&", "\\u0026"), strictJson,
            jsonEscaped(strictJson), QString::fromUtf8(secret).toHtmlEscaped().toUtf8(),
            QString::fromUtf8(json).toHtmlEscaped().toUtf8()})
        addNeedle(spelling);
    for (const int offset : {0, 1, 2}) {
        addNeedle(inBase64(secret, offset, QByteArray::Base64Encoding));
        addNeedle(inBase64(secret, offset, QByteArray::Base64UrlEncoding));
    }
}

void SecretSweep::addNeedle(const QByteArray &needle)
{
    if (needle.size() >= Redactor::shortestSecret && !m_needles.contains(needle))
        m_needles.append(needle);
}

QByteArray SecretSweep::swept(const QByteArray &bytes) const
{
    QByteArray result = bytes;
    for (const QByteArray &needle : m_needles)
        result.replace(needle, Redactor::mask.toUtf8());
    return result;
}

QString SecretSweep::swept(const QString &text) const
{
    return QString::fromUtf8(swept(text.toUtf8()));
}

bool SecretSweep::finds(const QByteArray &bytes) const
{
    return std::any_of(m_needles.cbegin(), m_needles.cend(),
        [&bytes](const QByteArray &needle) { return bytes.contains(needle); });
}

} // namespace desk
