// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "prefilladdress.h"

#include "inputtext.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Reason = PrefillRefusal::Reason;
using Refusal = std::optional<Reason>;

constexpr QLatin1StringView schemeAndColon("connect-desk:");
constexpr qsizetype longestName = 40;
constexpr qsizetype mostParameters = 50;

bool isShown(const QString &name)
{
    const auto isPlain = [](QChar character) {
        const char16_t code = character.toLower().unicode();
        return (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u'-'
            || code == u'_';
    };
    return !name.isEmpty() && name.size() <= longestName
        && std::all_of(name.cbegin(), name.cend(), isPlain);
}

// Settings and secrets by the names that people give them, in whatever spelling.
bool namesHostOrKey(const QString &name)
{
    static const QStringList words{u"url"_s, u"host"_s, u"hosts"_s, u"server"_s, u"endpoint"_s,
        u"domain"_s, u"port"_s, u"proxy"_s, u"region"_s, u"profile"_s, u"environment"_s, u"key"_s,
        u"token"_s, u"secret"_s, u"bearer"_s, u"authorization"_s, u"auth"_s, u"password"_s,
        u"link"_s, u"links"_s, u"dir"_s, u"file"_s, u"baseurl"_s, u"apikey"_s, u"apiurl"_s,
        u"linkhost"_s, u"linkhosts"_s, u"accesstoken"_s, u"activationtoken"_s};
    const QString spelled = name.toLower().replace(u'_', u'-');
    const QStringList parts = spelled.split(u'-');
    return std::any_of(
        parts.cbegin(), parts.cend(), [](const QString &part) { return words.contains(part); });
}

bool isHexDigit(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f')
        || (character >= 'A' && character <= 'F');
}

//! Nothing if the percent-encoding is broken or is not that of UTF-8.
std::optional<QString> decoded(const QByteArray &text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text.at(at + 1)) || !isHexDigit(text.at(at + 2)))
            return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder.decode(QByteArray::fromPercentEncoding(text));
    return decoder.hasError() ? std::nullopt : std::optional(result);
}

Refusal takeText(const QString &value, qsizetype limit, std::optional<QString> &into)
{
    if (value.size() > limit)
        return Reason::TooLong;
    if (!value.isEmpty())
        into = value;
    return std::nullopt;
}

template <typename Value>
Refusal takeChoice(const QString &spelled, std::optional<Value> known, std::optional<Value> &into)
{
    if (!known && !spelled.isEmpty())
        return Reason::UnknownValue;
    into = known;
    return std::nullopt;
}

Refusal takeSwitch(const QString &value, std::optional<bool> &into)
{
    static const QStringList on{QString(), u"true"_s, u"1"_s, u"yes"_s, u"on"_s};
    static const QStringList off{u"false"_s, u"0"_s, u"no"_s, u"off"_s};
    const QString spelled = value.toLower();
    if (!on.contains(spelled) && !off.contains(spelled))
        return Reason::UnknownValue;
    into = on.contains(spelled);
    return std::nullopt;
}

using Take = Refusal (*)(Prefill &prefill, const QString &value);

Refusal takeCategory(Prefill &prefill, const QString &value)
{
    return takeChoice(value, categoryFromWire(value.toUpper()), prefill.category);
}

Refusal takeLanguage(Prefill &prefill, const QString &value)
{
    return takeChoice(value, flowLanguageFromWire(value.toLower()), prefill.language);
}

Refusal takeLinkType(Prefill &prefill, const QString &value)
{
    const QString spelled = value.toUpper().replace(u'-', u'_').replace(u' ', u'_');
    return takeChoice(value, linkTypeFromWire(spelled), prefill.linkType);
}

template <std::optional<QString> Prefill::*Member, qsizetype Limit>
Refusal takeTextInto(Prefill &prefill, const QString &value)
{
    return takeText(value, Limit, prefill.*Member);
}

template <std::optional<bool> Prefill::*Member>
Refusal takeSwitchInto(Prefill &prefill, const QString &value)
{
    return takeSwitch(value, prefill.*Member);
}

struct Parameter {
    QLatin1StringView name;
    Take take;
};

constexpr std::array<Parameter, 11> parameters{{
    {"email"_L1, &takeTextInto<&Prefill::email, DetailsLimit::email>},
    {"organization"_L1, &takeTextInto<&Prefill::organization, DetailsLimit::organization>},
    {"origin-id"_L1, &takeTextInto<&Prefill::originId, DetailsLimit::id>},
    {"category"_L1, &takeCategory},
    {"tool"_L1, &takeTextInto<&Prefill::tool, DetailsLimit::toolId>},
    {"remote-environment"_L1, &takeTextInto<&Prefill::remoteEnvironment, DetailsLimit::id>},
    {"language"_L1, &takeLanguage},
    {"scope-config-id"_L1, &takeTextInto<&Prefill::scopeConfigId, DetailsLimit::id>},
    {"filtering"_L1, &takeSwitchInto<&Prefill::filtering>},
    {"field-mapping"_L1, &takeSwitchInto<&Prefill::fieldMapping>},
    {"link-type"_L1, &takeLinkType},
}};

const Parameter *parameterNamed(const QString &name)
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
        [&name](const Parameter &parameter) { return name == parameter.name; });
    return found == parameters.end() ? nullptr : &*found;
}

//! A name and all its values, as they stand in the address.
struct Given {
    QString name; //!< empty if it cannot be decoded
    QList<QByteArray> values;
};

Refusal take(Prefill &prefill, const Given &given)
{
    const Parameter *parameter = parameterNamed(given.name);
    if (!parameter)
        return namesHostOrKey(given.name) ? Reason::NamesHostOrKey : Reason::Unknown;
    if (given.values.size() > 1)
        return Reason::Twice;
    const std::optional<QString> value = decoded(given.values.constFirst());
    if (!value)
        return Reason::BadEncoding;
    if (hasDeceptiveCharacters(*value))
        return Reason::ControlCharacters;
    return parameter->take(prefill, cleanedInput(*value));
}

Given givenBy(const QByteArray &pair)
{
    const qsizetype equals = pair.indexOf('=');
    const QByteArray name = equals < 0 ? pair : pair.first(equals);
    return {
        decoded(name).value_or(QString()), {equals < 0 ? QByteArray() : pair.sliced(equals + 1)}};
}

//! Nothing if there are too many.
std::optional<QList<Given>> givenIn(const QByteArray &query)
{
    QList<Given> all;
    const QList<QByteArray> pairs = query.split('&');
    if (pairs.size() > mostParameters)
        return std::nullopt;
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const Given given = givenBy(pair);
        const auto known = std::find_if(all.begin(), all.end(),
            [&given](const Given &other) { return other.name == given.name; });
        if (known == all.end())
            all.append(given);
        else
            known->values.append(given.values);
    }
    return all;
}

std::optional<QByteArray> queryOf(QByteArray address)
{
    if (address.startsWith("//"))
        address.remove(0, 2);
    const qsizetype mark = address.indexOf('?');
    const QByteArray path = mark < 0 ? address : address.first(mark);
    // Browsers write a host in small letters and put a slash behind it.
    if (path.toLower() != "new" && path.toLower() != "new/")
        return std::nullopt;
    return mark < 0 ? QByteArray() : address.sliced(mark + 1);
}

// Letters outside ASCII are let through as they are, for people who write an address by hand.
bool isAddressCharacter(QChar character)
{
    return character > u' ' && character != QChar(0x7F);
}

} // namespace

bool PrefillAddress::hasScheme(const QString &text)
{
    return text.startsWith(schemeAndColon, Qt::CaseInsensitive);
}

Result<PrefillAddress, PrefillProblem> PrefillAddress::read(const QString &address)
{
    if (address.size() > maximumLength)
        return Unexpected{PrefillProblem::TooLong};
    if (!hasScheme(address))
        return Unexpected{PrefillProblem::OtherScheme};
    if (!std::all_of(address.cbegin(), address.cend(), isAddressCharacter))
        return Unexpected{PrefillProblem::NotAnAddress};
    const QByteArray rest = address.sliced(schemeAndColon.size()).toUtf8();
    const qsizetype hash = rest.indexOf('#');
    const std::optional<QByteArray> query = queryOf(hash < 0 ? rest : rest.first(hash));
    if (!query)
        return Unexpected{PrefillProblem::OtherPath};

    const std::optional<QList<Given>> all = givenIn(*query);
    if (!all)
        return Unexpected{PrefillProblem::TooMany};

    PrefillAddress result;
    for (const Given &given : *all) {
        if (const Refusal refusal = take(result.prefill, given))
            result.refused.append({isShown(given.name) ? given.name : QString(), *refusal});
    }
    if (hash >= 0 && hash + 1 < rest.size())
        result.refused.append({QString(), Reason::Fragment});
    return result;
}

} // namespace desk
