// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicefault.h"

#include "core/nearest.h"
#include "practicefaults.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maximumText = 2000;
constexpr qsizetype maximumHeader = 200;

enum class Kind { Text, NullableText, Number, Switch };

struct Property {
    QLatin1StringView name;
    Kind kind;
};

constexpr std::array properties{Property{"status"_L1, Kind::Number},
    Property{"code"_L1, Kind::NullableText}, Property{"message"_L1, Kind::Text},
    Property{"retry_after"_L1, Kind::Text}, Property{"retry_after_ms"_L1, Kind::Number},
    Property{"delay_ms"_L1, Kind::Number}, Property{"stall"_L1, Kind::Switch},
    Property{"drop"_L1, Kind::Switch}, Property{"cut"_L1, Kind::Switch},
    Property{"body"_L1, Kind::Text}, Property{"content_type"_L1, Kind::Text},
    Property{"expired_link"_L1, Kind::Switch}, Property{"reused_token"_L1, Kind::Switch},
    Property{"times"_L1, Kind::Number}};

const Property *findProperty(const QString &name)
{
    const auto *const found = std::find_if(properties.begin(), properties.end(),
        [&name](const Property &property) { return property.name == name; });
    return found == properties.end() ? nullptr : found;
}

QString withNearest(const QString &sentence, const QString &word, const QStringList &known)
{
    QStringList words = known;
    words.removeOne(u"*"_s); // as near as anything to a single letter
    const auto meant = nearest(word, words);
    return meant ? u"%1; did you mean %2?"_s.arg(sentence, *meant)
                 : u"%1; known are %2"_s.arg(sentence, known.join(u", "_s));
}

QString unknownProperty(const QString &name)
{
    QStringList known;
    for (const Property &property : properties)
        known.append(property.name);
    return withNearest(u"“%1” is not a property of a fault"_s.arg(name.left(40)), name, known);
}

QString unknownEndpoint(const QString &name)
{
    return withNearest(
        u"“%1” is not an endpoint"_s.arg(name.left(40)), name, practiceFaultEndpoints());
}

bool isHeaderText(const QString &text)
{
    return text.size() <= maximumHeader
        && std::all_of(text.cbegin(), text.cend(),
            [](QChar letter) { return letter >= u' ' && letter <= u'~'; });
}

/*!
 * Reads the properties one by one and keeps the first complaint, so that the caller asks for it
 * only once.
 */
class FaultReader {
public:
    explicit FaultReader(const QJsonObject &json)
        : m_json(json)
    {
        for (const QString &name : json.keys()) {
            if (name != "endpoint"_L1 && !findProperty(name))
                complain(unknownProperty(name));
        }
    }

    const QString &complaint() const { return m_complaint; }

    void complain(const QString &message)
    {
        if (m_complaint.isEmpty())
            m_complaint = message;
    }

    bool has(QLatin1StringView name) const { return m_json.contains(name); }

    std::optional<QString> text(QLatin1StringView name, qsizetype maximumBytes)
    {
        if (!has(name))
            return std::nullopt;
        const QJsonValue value = m_json.value(name);
        if (!value.isString())
            complain(u"%1 must be a text"_s.arg(name));
        QString read = value.toString();
        if (read.toUtf8().size() > maximumBytes)
            complain(u"%1 is longer than %2 bytes"_s.arg(name).arg(maximumBytes));
        return read;
    }

    std::optional<QString> nullableText(QLatin1StringView name, qsizetype maximumBytes)
    {
        return m_json.value(name).isNull() ? std::optional(QString()) : text(name, maximumBytes);
    }

    QString header(QLatin1StringView name)
    {
        const QString read = text(name, maximumHeader).value_or(QString());
        if (!isHeaderText(read))
            complain(u"%1 may hold printable ASCII only"_s.arg(name));
        if (has(name) && read.isEmpty())
            complain(u"%1 must not be empty"_s.arg(name));
        return read;
    }

    std::optional<qint64> number(QLatin1StringView name, qint64 minimum, qint64 maximum)
    {
        if (!has(name))
            return std::nullopt;
        const double value = m_json.value(name).toDouble(-1);
        const auto read = static_cast<qint64>(std::clamp(value, -1.0, 1e15));
        if (static_cast<double>(read) != value || read < minimum || read > maximum)
            complain(
                u"%1 must be a whole number from %2 to %3"_s.arg(name).arg(minimum).arg(maximum));
        return read;
    }

    bool flag(QLatin1StringView name)
    {
        if (has(name) && !m_json.value(name).isBool())
            complain(u"%1 must be true or false"_s.arg(name));
        return m_json.value(name).toBool();
    }

private:
    const QJsonObject &m_json;
    QString m_complaint;
};

PracticeDelivery readDelivery(FaultReader &reader)
{
    const bool stall = reader.flag("stall"_L1);
    const bool drop = reader.flag("drop"_L1);
    const bool cut = reader.flag("cut"_L1);
    if (int(stall) + int(drop) + int(cut) > 1)
        reader.complain(u"stall, drop and cut exclude each other"_s);
    if (stall)
        return PracticeDelivery::Stall;
    if (drop)
        return PracticeDelivery::Drop;
    return cut ? PracticeDelivery::Cut : PracticeDelivery::Whole;
}

void checkEndpoint(const PracticeFault &fault, FaultReader &reader)
{
    if (!practiceFaultEndpoints().contains(fault.endpoint))
        reader.complain(unknownEndpoint(fault.endpoint));
    if (fault.expiredLink && fault.endpoint != "*"_L1 && !fault.endpoint.endsWith("Link"_L1))
        reader.complain(
            u"expired_link is for the endpoints that make links, not for %1"_s.arg(fault.endpoint));
    if (fault.reusedToken && fault.endpoint != "*"_L1
        && fault.endpoint != "getIntegrationByToken"_L1)
        reader.complain(
            u"reused_token is for getIntegrationByToken, not for %1"_s.arg(fault.endpoint));
}

void checkHasEffect(const PracticeFault &fault, FaultReader &reader)
{
    PracticeFault idle;
    idle.endpoint = fault.endpoint;
    idle.times = fault.times;
    if (fault == idle)
        reader.complain(u"A fault needs at least one property such as status or delay_ms"_s);
}

//! One value of the text form as the JSON form has it; nothing if it does not fit.
std::optional<QJsonValue> jsonValue(const Property &property, const QString &text)
{
    switch (property.kind) {
    case Kind::Text:
        return text;
    case Kind::NullableText:
        return text == "null"_L1 ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    case Kind::Number: {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        return isNumber ? std::optional<QJsonValue>(number) : std::nullopt;
    }
    case Kind::Switch:
        if (text == "true"_L1 || text == "false"_L1)
            return text == "true"_L1;
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

//! Adds name=value to the object; gives the complaint, empty if there is none.
QString addPart(const QString &part, QJsonObject &json)
{
    const qsizetype equals = part.indexOf(u'=');
    const QString name = part.left(equals);
    const Property *const property = findProperty(name);
    if (!property)
        return unknownProperty(name);
    if (json.contains(name))
        return u"%1 is there twice"_s.arg(name);
    if (equals < 0 && property->kind != Kind::Switch)
        return u"%1 needs a value, as in %1=…"_s.arg(name);
    const QString text =
        equals < 0 ? u"true"_s : QUrl::fromPercentEncoding(part.sliced(equals + 1).toUtf8());
    const auto value = jsonValue(*property, text);
    if (!value) {
        return property->kind == Kind::Switch ? u"%1 must be true or false"_s.arg(name)
                                              : u"%1 must be a whole number"_s.arg(name);
    }
    json.insert(name, *value);
    return {};
}

} // namespace

const QStringList &practiceFaultEndpoints()
{
    static const QStringList names{u"*"_s, u"checkApiKey"_s, u"createConnectionLink"_s,
        u"getIntegrationByToken"_s, u"getTools"_s, u"getIntegrationDetails"_s,
        u"deleteIntegration"_s, u"setIntegrationEnabled"_s, u"createReconnectionLink"_s,
        u"createSetupLink"_s, u"triggerSync"_s, u"getIntegrationFields"_s,
        u"updateIntegrationField"_s, u"getCustomFields"_s, u"updateCustomFieldMapping"_s};
    return names;
}

Result<PracticeFault, QString> parsePracticeFault(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return Unexpected{
            u"A fault is written ENDPOINT:name=value,name=value; “%1” has no colon"_s.arg(
                text.left(40))};
    QJsonObject json{{u"endpoint"_s, text.left(colon)}};
    if (!practiceFaultEndpoints().contains(text.left(colon)))
        return Unexpected{unknownEndpoint(text.left(colon))};
    const QStringList parts = text.sliced(colon + 1).split(u',');
    for (const QString &part : parts) {
        const QString complaint = addPart(part, json);
        if (!complaint.isEmpty())
            return Unexpected{complaint};
    }
    return practiceFaultFromJson(json);
}

Result<PracticeFault, QString> practiceFaultFromJson(const QJsonObject &json)
{
    FaultReader reader(json);
    PracticeFault fault;
    if (!reader.has("endpoint"_L1))
        reader.complain(u"endpoint is required"_s);
    fault.endpoint = reader.text("endpoint"_L1, maximumText).value_or(QString());
    if (const auto status = reader.number("status"_L1, 100, 599))
        fault.status = static_cast<int>(*status);
    if (reader.has("code"_L1))
        fault.code = reader.nullableText("code"_L1, maximumText);
    fault.message = reader.text("message"_L1, PracticeFault::maximumBodySize);
    fault.retryAfter = reader.header("retry_after"_L1);
    fault.retryAfterMs = reader.number("retry_after_ms"_L1, 0, qint64{1'000'000'000});
    fault.delayMs = reader.number("delay_ms"_L1, 0, PracticeFault::maximumDelayMs).value_or(0);
    fault.delivery = readDelivery(reader);
    if (const auto body = reader.text("body"_L1, PracticeFault::maximumBodySize))
        fault.body = body->toUtf8();
    fault.contentType = reader.header("content_type"_L1);
    fault.expiredLink = reader.flag("expired_link"_L1);
    fault.reusedToken = reader.flag("reused_token"_L1);
    if (const auto times = reader.number("times"_L1, 1, PracticeFault::maximumTimes))
        fault.times = static_cast<int>(*times);
    checkEndpoint(fault, reader);
    checkHasEffect(fault, reader);
    if (!reader.complaint().isEmpty())
        return Unexpected{reader.complaint()};
    return fault;
}

Result<QList<PracticeFault>, QString> practiceFaultsFromJson(const QJsonArray &json)
{
    if (json.size() > PracticeFaults::maximumCount)
        return Unexpected{u"There may be %1 faults at most"_s.arg(PracticeFaults::maximumCount)};
    QList<PracticeFault> faults;
    for (const QJsonValue &each : json) {
        const int number = static_cast<int>(faults.size()) + 1;
        if (!each.isObject())
            return Unexpected{u"Fault %1 must be an object"_s.arg(number)};
        const auto fault = practiceFaultFromJson(each.toObject());
        if (!fault)
            return Unexpected{u"Fault %1: %2"_s.arg(QString::number(number), fault.error())};
        faults.append(*fault);
    }
    return faults;
}

QJsonObject toJson(const PracticeFault &fault)
{
    QJsonObject json{{u"endpoint"_s, fault.endpoint}};
    const auto add = [&json](const QString &name, bool isSet, const QJsonValue &value) {
        if (isSet)
            json.insert(name, value);
    };
    add(u"status"_s, fault.status.has_value(), fault.status.value_or(0));
    add(u"code"_s, fault.code.has_value(),
        fault.code.value_or(QString()).isEmpty() ? QJsonValue(QJsonValue::Null)
                                                 : QJsonValue(*fault.code));
    add(u"message"_s, fault.message.has_value(), fault.message.value_or(QString()));
    add(u"retry_after"_s, !fault.retryAfter.isEmpty(), fault.retryAfter);
    add(u"retry_after_ms"_s, fault.retryAfterMs.has_value(), fault.retryAfterMs.value_or(0));
    add(u"delay_ms"_s, fault.delayMs > 0, fault.delayMs);
    add(u"stall"_s, fault.delivery == PracticeDelivery::Stall, true);
    add(u"drop"_s, fault.delivery == PracticeDelivery::Drop, true);
    add(u"cut"_s, fault.delivery == PracticeDelivery::Cut, true);
    add(u"body"_s, fault.body.has_value(), QString::fromUtf8(fault.body.value_or(QByteArray())));
    add(u"content_type"_s, !fault.contentType.isEmpty(), fault.contentType);
    add(u"expired_link"_s, fault.expiredLink, true);
    add(u"reused_token"_s, fault.reusedToken, true);
    add(u"times"_s, fault.times.has_value(), fault.times.value_or(0));
    return json;
}

} // namespace desk
