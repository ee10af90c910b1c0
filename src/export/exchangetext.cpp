// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangetext.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString percentDecoded(const QString &text)
{
    return headerText(QByteArray::fromPercentEncoding(text.toUtf8()));
}

} // namespace

std::optional<QString> exactText(const QByteArray &bytes)
{
    // Decoding drops a byte order mark and replaces what is broken, so only the way back tells.
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[known, value] : headers) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString headerText(const QByteArray &bytes)
{
    return exactText(bytes).value_or(QString::fromLatin1(bytes));
}

QList<QPair<QString, QString>> queryPairs(const QString &url)
{
    const QString withoutFragment = url.section(u'#', 0, 0);
    const qsizetype mark = withoutFragment.indexOf(u'?');
    if (mark < 0)
        return {};
    QList<QPair<QString, QString>> pairs;
    const QStringList parts = withoutFragment.sliced(mark + 1).split(u'&', Qt::SkipEmptyParts);
    pairs.reserve(parts.size());
    for (const QString &part : parts)
        pairs.append(
            {percentDecoded(part.section(u'=', 0, 0)), percentDecoded(part.section(u'=', 1))});
    return pairs;
}

} // namespace desk
