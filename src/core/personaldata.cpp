// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "personaldata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = PersonalData::Kind;

// Shorter ones are parts of ordinary words and numbers.
constexpr qsizetype shortestKnown = 3;
// A report about more clients than that is no report about one session.
constexpr qsizetype mostSpellings = 3000;

struct Property {
    QLatin1StringView name;
    Kind kind;
};

constexpr std::array properties{
    Property{"end_user_email"_L1, Kind::Email},
    Property{"creator_email"_L1, Kind::Email},
    Property{"end_user_organization_name"_L1, Kind::Organization},
    Property{"organization_name"_L1, Kind::Organization},
    Property{"end_user_origin_id"_L1, Kind::OriginId},
    Property{"origin_id"_L1, Kind::OriginId},
    Property{"integration_id"_L1, Kind::Integration},
};

QLatin1StringView word(Kind kind)
{
    switch (kind) {
    case Kind::Email:
        return "email"_L1;
    case Kind::Organization:
        return "organization"_L1;
    case Kind::OriginId:
        return "origin-id"_L1;
    case Kind::Integration:
        return "integration"_L1;
    }
    Q_UNREACHABLE();
}

// An object that speaks of an end user is an integration, and "id" is its own.
std::optional<Kind> kindOf(const QString &property, const QJsonObject &object)
{
    for (const Property &known : properties) {
        if (property == known.name)
            return known.kind;
    }
    const bool isIntegration =
        object.contains("end_user_organization_name"_L1) || object.value("end_user"_L1).isObject();
    return property == "id"_L1 && isIntegration ? std::optional(Kind::Integration) : std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    return value.isString() || value.isDouble() ? value.toVariant().toString() : QString();
}

QString jsonEscaped(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(2, array.size() - 4)); // ["text"]
}

// One address has several spellings.
QString folded(Kind kind, QString value)
{
    if (kind == Kind::Email)
        value.replace("%40"_L1, "@"_L1, Qt::CaseInsensitive);
    return value.toCaseFolded();
}

} // namespace

PersonalData::PersonalData(bool hidesIntegrations)
    : m_hidesIntegrations(hidesIntegrations)
{
}

QString PersonalData::nameOf(Kind kind, const QString &value)
{
    const QString key = word(kind) + u'\n' + folded(kind, value);
    QString &name = m_names[key];
    if (name.isEmpty())
        name = word(kind) + u'-' + QString::number(++m_counts[kind]);
    return name;
}

void PersonalData::learn(Kind kind, const QString &value)
{
    const QString known = value.trimmed();
    if (known.isEmpty() || (kind == Kind::Integration && !m_hidesIntegrations))
        return;
    const QString name = nameOf(kind, known);
    if (known.size() < shortestKnown || m_spellings.size() >= mostSpellings)
        return;
    const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(known));
    QString form = percent;
    form.replace("%20"_L1, "+"_L1);
    for (const QString &spelling : {known, percent, form, jsonEscaped(known)})
        m_spellings.insert(spelling.toCaseFolded(), name);
    m_isCurrent = false;
}

void PersonalData::learn(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array)
            learn(each);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (const std::optional<Kind> kind = kindOf(each.key(), object))
            learn(*kind, textOf(each.value()));
        learn(QJsonValue(each.value()));
    }
}

const QRegularExpression &PersonalData::expression()
{
    if (m_isCurrent)
        return m_expression;
    QStringList spellings = m_spellings.keys();
    std::sort(spellings.begin(), spellings.end(), [](const QString &left, const QString &right) {
        return left.size() != right.size() ? left.size() > right.size() : left < right;
    });
    for (QString &spelling : spellings)
        spelling = QRegularExpression::escape(spelling);
    // Quotes and brackets end an address, so that JSON stays JSON; %40 is how it stands in a URL.
    QString pattern =
        uR"((?<address>[^\s"'<>()\[\],:;/?&=@\\]{1,64}(?:@|%40)[^\s"'<>()\[\],:;/?&=@\\]{1,255}))"_s;
    if (!spellings.isEmpty()) {
        // What comes before may be an escape of an address or of JSON, whose last sign is a letter.
        pattern += uR"(|(?:(?<![\p{L}\p{N}])|(?<=%[0-9A-Fa-f]{2})|(?<=\\[bfnrt]))(?:)"_s
            + spellings.join(u'|') + uR"()(?![\p{L}\p{N}]))"_s;
    }
    m_expression = QRegularExpression(pattern,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    m_isCurrent = true;
    return m_expression;
}

QString PersonalData::nameFor(const QRegularExpressionMatch &match)
{
    QString address = match.captured(u"address"_s);
    if (address.isEmpty())
        return m_spellings.value(match.captured().toCaseFolded());
    // The full stop behind it belongs to the sentence.
    QString rest;
    while (address.endsWith(u'.')) {
        address.chop(1);
        rest += u'.';
    }
    return nameOf(Kind::Email, address) + rest;
}

QString PersonalData::masked(const QString &text)
{
    QString result;
    qsizetype end = 0;
    QRegularExpressionMatchIterator matches = expression().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += nameFor(match);
        end = match.capturedEnd();
    }
    result += QStringView(text).sliced(end);
    return result;
}

QString PersonalData::masked(Kind kind, const QString &value)
{
    if (value.trimmed().isEmpty() || (kind == Kind::Integration && !m_hidesIntegrations))
        return masked(value);
    return nameOf(kind, value.trimmed());
}

QJsonValue PersonalData::masked(const QJsonValue &value)
{
    if (value.isString())
        return masked(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array)
            result.append(masked(each));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const std::optional<Kind> kind = kindOf(each.key(), object);
        const QString text = textOf(each.value());
        const bool isWhole = kind && !text.isEmpty();
        result.insert(masked(each.key()),
            isWhole ? QJsonValue(masked(*kind, text)) : masked(QJsonValue(each.value())));
    }
    return result;
}

} // namespace desk
