// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerguard.h"

#include "core/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::ledgerguard {

namespace {

// Cut before a surrogate pair, never within.
QString bounded(const QString &text)
{
    if (text.size() <= longestText)
        return text;
    const bool splitsAPair =
        text.at(longestText - 1).isHighSurrogate() && text.at(longestText).isLowSurrogate();
    return text.first(longestText - (splitsAPair ? 1 : 0));
}

bool isWholeCharacter(const QString &text, qsizetype at)
{
    const QChar character = text.at(at);
    if (character.isHighSurrogate())
        return at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    if (character.isLowSurrogate())
        return at > 0 && text.at(at - 1).isHighSurrogate();
    constexpr char16_t swappedMark = 0xfffe;
    constexpr char16_t noCharacter = 0xffff;
    return !character.isNull() && character != swappedMark && character != noCharacter;
}

// SQLite makes one character of half a pair and whatever follows it, and takes what stands in front
// for a mark of the order of bytes: it goes, or turns all bytes about.
QString mended(const QString &text)
{
    QString whole = bounded(text);
    while (whole.startsWith(QChar::ByteOrderMark))
        whole.remove(0, 1);
    for (qsizetype at = 0; at < whole.size(); ++at) {
        if (!isWholeCharacter(whole, at))
            whole[at] = QChar::ReplacementCharacter;
    }
    return whole;
}

bool looksLikeAnAddress(const QString &text)
{
    return text.contains(u'=') || text.contains("://"_L1) || text.contains("by-token/"_L1)
        || text.contains("bearer"_L1, Qt::CaseInsensitive);
}

bool isSecretKey(const QString &key)
{
    const QString plain = key.toLower();
    return plain.endsWith("token"_L1) || plain == "link"_L1 || plain == "authorization"_L1
        || plain == "api_key"_L1 || plain == "apikey"_L1;
}

QJsonValue withoutSecrets(const QJsonValue &value, QString (*ofText)(const QString &))
{
    if (value.isString())
        return ofText(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray before = value.toArray();
        for (const QJsonValue &item : before)
            array.append(withoutSecrets(item, ofText));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        const QJsonValue item = object.value(key);
        const bool isSecret = item.isString() && isSecretKey(key) && !item.toString().isEmpty();
        object.insert(key, isSecret ? QJsonValue(Redactor::mask) : withoutSecrets(item, ofText));
    }
    return object;
}

QByteArray note(QLatin1StringView text)
{
    return QJsonDocument(QJsonObject{{u"note"_s, QString(text)}}).toJson(QJsonDocument::Compact);
}

QByteArray guarded(const QByteArray &bytes)
{
    if (bytes.size() > largestRecord)
        return note("Too large to be kept."_L1);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull())
        return note("Not kept, because it could not be read as JSON."_L1);
    const QJsonValue before =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue after = withoutSecrets(before, &Redactor::withoutPatterns);
    if (after == before)
        return bytes;
    return (after.isArray() ? QJsonDocument(after.toArray()) : QJsonDocument(after.toObject()))
        .toJson(QJsonDocument::Compact);
}

} // namespace

QString name(const QString &text)
{
    const QString whole = mended(text);
    return looksLikeAnAddress(whole) ? Redactor::withoutPatterns(whole) : whole;
}

QString sentence(const QString &text)
{
    return Redactor::withoutPatterns(mended(text));
}

QJsonValue json(const QJsonValue &value)
{
    return withoutSecrets(value, &name);
}

QString document(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(json(object).toObject()).toJson(QJsonDocument::Compact));
}

QByteArray packed(const QByteArray &json)
{
    constexpr int fast = 3;
    return json.isEmpty() ? QByteArray("") : qCompress(guarded(json), fast);
}

QByteArray unpacked(const QByteArray &bytes)
{
    // The length that is promised comes from the file, too.
    constexpr qsizetype header = 4;
    if (bytes.size() <= header)
        return {};
    const auto promised = (quint32(quint8(bytes.at(0))) << 24)
        | (quint32(quint8(bytes.at(1))) << 16) | (quint32(quint8(bytes.at(2))) << 8)
        | quint32(quint8(bytes.at(3)));
    return promised > 2 * largestRecord ? QByteArray() : qUncompress(bytes);
}

} // namespace desk::ledgerguard
