// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "personaldata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
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

// Without regard to case, and every sign in its place.
QString foldedSigns(QString text)
{
    for (QChar &sign : text)
        sign = sign.toCaseFolded();
    return text;
}

// Of a text that is long enough, as a number, since it is asked for at every place of a text.
quint64 beginningOf(QStringView text)
{
    static_assert(shortestKnown == 3);
    constexpr int bits = 16;
    return (quint64{text.at(0).unicode()} << 2 * bits) | (quint64{text.at(1).unicode()} << bits)
        | text.at(2).unicode();
}

// A word begins here: the sign before is none of a word, or the last one of an escape of an address
// or of JSON.
bool mayBegin(QStringView foldedText, qsizetype place)
{
    if (place == 0 || !foldedText.at(place - 1).isLetterOrNumber())
        return true;
    const QStringView before = foldedText.first(place);
    static const QRegularExpression escape(u"(?:%[0-9a-f]{2}|\\\\[bfnrt])\\z"_s);
    return escape.match(before.last(std::min<qsizetype>(place, 3))).hasMatch();
}

// Quotes and brackets end an address, so that JSON stays JSON; %40 is how it stands in a URL.
const QRegularExpression &addressExpression()
{
    static const QRegularExpression expression(
        uR"([^\s"'<>()\[\],:;/?&=@\\]{1,64}(?:@|%40)[^\s"'<>()\[\],:;/?&=@\\]{1,255})"_s);
    return expression;
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
    if (known.size() < shortestKnown)
        return;
    const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(known));
    QString form = percent;
    form.replace("%20"_L1, "+"_L1);
    for (const QString &spelling : {known, percent, form, jsonEscaped(known)})
        addSpelling(spelling, name);
}

void PersonalData::addSpelling(const QString &spelling, const QString &name)
{
    const QString text = foldedSigns(spelling);
    QList<Spelling> &known = m_spellings[beginningOf(text)];
    const auto place = std::find_if(known.begin(), known.end(),
        [&text](const Spelling &each) { return each.text.size() <= text.size(); });
    const auto same = std::find_if(
        place, known.end(), [&text](const Spelling &each) { return each.text == text; });
    if (same == known.end())
        known.insert(place, {text, name});
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

QString PersonalData::nameOfAddress(QString address)
{
    // The full stop behind it belongs to the sentence.
    QString rest;
    while (address.endsWith(u'.')) {
        address.chop(1);
        rest += u'.';
    }
    return nameOf(Kind::Email, address) + rest;
}

const PersonalData::Spelling *PersonalData::spellingAt(
    QStringView foldedText, qsizetype place) const
{
    const QStringView rest = foldedText.sliced(place);
    if (rest.size() < shortestKnown)
        return nullptr;
    const auto known = m_spellings.constFind(beginningOf(rest));
    if (known == m_spellings.constEnd() || !mayBegin(foldedText, place))
        return nullptr;
    const auto found = std::find_if(known->cbegin(), known->cend(), [rest](const Spelling &each) {
        return rest.startsWith(each.text)
            && (rest.size() == each.text.size() || !rest.at(each.text.size()).isLetterOrNumber());
    });
    return found == known->cend() ? nullptr : &*found;
}

QString PersonalData::masked(const QString &text)
{
    const QString search = foldedSigns(text);
    QRegularExpressionMatchIterator addresses = addressExpression().globalMatch(text);
    QString result;
    qsizetype place = 0;
    while (place < text.size()) {
        while (addresses.hasNext() && addresses.peekNext().capturedStart() < place)
            addresses.next();
        if (addresses.hasNext() && addresses.peekNext().capturedStart() == place) {
            const QRegularExpressionMatch match = addresses.next();
            result += nameOfAddress(match.captured());
            place = match.capturedEnd();
        } else if (const Spelling *known = spellingAt(search, place)) {
            result += known->name;
            place += known->text.size();
        } else {
            result += text.at(place++);
        }
    }
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
