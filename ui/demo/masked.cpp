// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/masked.h"

#include "core/sampledetails.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::Masked {

namespace {

constexpr int dots = 8;

QString mask()
{
    return {dots, QChar(0x2022)};
}

// %40 is how the sign stands in a URL. A sentence may end right after an address.
const QRegularExpression &addressExpression()
{
    static const QRegularExpression expression(
        uR"([\w.!#$*+^`{|}~'-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){0,8})"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return expression;
}

// Ids of integrations that nobody was told of: a tool, a colon and many letters and figures.
const QRegularExpression &integrationExpression()
{
    static const QRegularExpression expression(uR"(\b[a-z][\w-]{1,63}:[0-9A-Za-z]{12,64}\b)"_s);
    return expression;
}

bool isSample(QString address)
{
    return isSampleAddress(address.replace("%40"_L1, "@"_L1));
}

QString withoutAddresses(const QString &text)
{
    QString result;
    qsizetype end = 0;
    auto matches = addressExpression().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (isSample(match.captured()))
            continue;
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += mask();
        end = match.capturedEnd();
    }
    result += QStringView(text).sliced(end);
    return result;
}

} // namespace

bool isHarmless(Kind kind, const QString &value)
{
    if (value.isEmpty())
        return true;
    switch (kind) {
    case Kind::Email:
        return isSampleAddress(value);
    case Kind::OriginId:
        return value == sampleDetails().originId;
    case Kind::OtherId:
        return false;
    }
    Q_UNREACHABLE();
}

QString value(Kind kind, const QString &value)
{
    return isHarmless(kind, value) ? value : mask();
}

QString text(const QString &text, const QStringList &ids)
{
    QStringList longestFirst = ids;
    std::sort(longestFirst.begin(), longestFirst.end(),
        [](const QString &one, const QString &other) { return one.size() > other.size(); });
    QString result = text;
    for (const QString &id : std::as_const(longestFirst)) {
        if (id.isEmpty())
            continue;
        const QRegularExpression word(
            uR"((?<![\p{L}\p{N}])%1(?![\p{L}\p{N}]))"_s.arg(QRegularExpression::escape(id)),
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
        result.replace(word, mask());
    }
    return withoutAddresses(result.replace(integrationExpression(), mask()));
}

} // namespace desk::Masked
