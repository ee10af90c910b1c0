// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilejson.h"

#include "profilecheck.h"

#include "core/baseurl.h"
#include "core/inputtext.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

template <typename Value, std::size_t count>
using Words = std::array<std::pair<Value, QLatin1StringView>, count>;

constexpr Words<Region, 3> regionWords{{
    {Region::Eu, "eu"_L1},
    {Region::Us, "us"_L1},
    {Region::Custom, "custom"_L1},
}};

constexpr Words<ProfileKind, 2> kindWords{{
    {ProfileKind::Development, "development"_L1},
    {ProfileKind::Production, "production"_L1},
}};

constexpr Words<OriginIdPolicy, 2> policyWords{{
    {OriginIdPolicy::Required, "required"_L1},
    {OriginIdPolicy::Optional, "optional"_L1},
}};

constexpr Words<FlowPlacement, 2> placementWords{{
    {FlowPlacement::Frame, "frame"_L1},
    {FlowPlacement::TopLevel, "top_level"_L1},
}};

template <typename Table, typename Value> QString wordIn(const Table &table, Value value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return word;
    }
    return {};
}

template <typename Table>
auto valueIn(const Table &table, QStringView word)
    -> std::optional<typename Table::value_type::first_type>
{
    for (const auto &[value, known] : table) {
        if (word == known)
            return value;
    }
    return std::nullopt;
}

class Reader {
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    std::optional<QString> text(
        Field field, QLatin1StringView key, qsizetype limit, bool isRequired = false)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull()) {
            if (isRequired)
                add(field, Problem::Missing);
            return std::nullopt;
        }
        if (!value.isString()) {
            add(field, Problem::WrongType);
            return std::nullopt;
        }
        if (value.toString().size() > limit) {
            add(field, Problem::TooLong);
            return std::nullopt;
        }
        return value.toString();
    }

    template <typename Value, typename FromWord>
    void choice(
        Field field, QLatin1StringView key, Value &value, FromWord fromWord, bool isRequired)
    {
        const std::optional<QString> word = text(field, key, longestWord, isRequired);
        if (!word)
            return;
        if (const std::optional<Value> known = fromWord(*word))
            value = *known;
        else
            add(field, Problem::UnknownValue);
    }

    QStringList hosts()
    {
        const QJsonValue value = m_object.value("link_hosts"_L1);
        if (value.isUndefined() || value.isNull())
            return {};
        if (!value.isArray()) {
            add(Field::LinkHosts, Problem::WrongType);
            return {};
        }
        const QJsonArray array = value.toArray();
        if (array.size() > ProfileLimit::linkHosts) {
            add(Field::LinkHosts, Problem::TooMany);
            return {};
        }
        QStringList hosts;
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array.at(i).isString())
                m_errors.append({Field::LinkHosts, Problem::WrongType, i});
            else
                hosts.append(array.at(i).toString());
        }
        return hosts;
    }

    void add(Field field, Problem problem) { m_errors.append({field, problem}); }
    bool has(Field field) const { return errorOf(field, m_errors).has_value(); }
    const QList<ProfileError> &errors() const { return m_errors; }

private:
    static constexpr qsizetype longestWord = 100;

    const QJsonObject &m_object;
    QList<ProfileError> m_errors;
};

bool isKnown(const QString &key)
{
    static constexpr std::array<QLatin1StringView, 11> keys{"id"_L1, "edited_at"_L1, "name"_L1,
        "region"_L1, "base_url"_L1, "kind"_L1, "link_hosts"_L1, "category"_L1, "language"_L1,
        "origin_ids"_L1, "flow_placement"_L1};
    return std::find(keys.cbegin(), keys.cend(), key) != keys.cend();
}

QStringList unknownIn(const QJsonObject &object)
{
    QStringList unknown;
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!isKnown(key))
            unknown.append(key);
    }
    return unknown;
}

Profile readFields(Reader &reader)
{
    // Longer than any of our limits; blanks around a value are still to go.
    constexpr qsizetype longestText = 2 * longestBaseUrl;
    Profile profile;
    profile.name = reader.text(Field::Name, "name"_L1, longestText, true).value_or(QString());
    reader.choice(
        Field::Region, "region"_L1, profile.region,
        [](const QString &word) { return valueIn(regionWords, word); }, true);
    profile.customBaseUrl =
        reader.text(Field::BaseUrl, "base_url"_L1, longestText).value_or(QString());
    reader.choice(
        Field::Kind, "kind"_L1, profile.kind,
        [](const QString &word) { return valueIn(kindWords, word); }, true);
    profile.linkHosts = reader.hosts();
    reader.choice(
        Field::Category, "category"_L1, profile.category,
        [](const QString &word) { return categoryFromWire(word); }, false);
    reader.choice(
        Field::Language, "language"_L1, profile.language,
        [](const QString &word) { return flowLanguageFromWire(word); }, false);
    reader.choice(
        Field::OriginIds, "origin_ids"_L1, profile.originIds,
        [](const QString &word) { return valueIn(policyWords, word); }, false);
    reader.choice(
        Field::Placement, "flow_placement"_L1, profile.placement,
        [](const QString &word) { return valueIn(placementWords, word); }, false);
    return profile;
}

} // namespace

QJsonObject toJson(const Profile &profile)
{
    QJsonObject object{
        {u"category"_s, wireName(profile.category)},
        {u"language"_s, wireName(profile.language)},
        {u"origin_ids"_s, wordIn(policyWords, profile.originIds)},
        {u"flow_placement"_s, wordIn(placementWords, profile.placement)},
    };
    if (isPractice(profile))
        return object;
    object.insert("name"_L1, profile.name);
    object.insert("region"_L1, wordIn(regionWords, profile.region));
    object.insert("kind"_L1, wordIn(kindWords, profile.kind));
    object.insert("link_hosts"_L1, QJsonArray::fromStringList(profile.linkHosts));
    if (profile.region == Region::Custom)
        object.insert("base_url"_L1, profile.customBaseUrl);
    return object;
}

ReadProfile profileFromJson(const QJsonObject &object)
{
    Reader reader(object);
    const Profile profile = readFields(reader);
    QList<ProfileError> errors = reader.errors();
    // One reason for each field: what JSON did not hold would be missing all over again.
    for (const ProfileError &error : checkProfile(profile, {})) {
        if (!reader.has(error.field))
            errors.append(error);
    }
    std::stable_sort(errors.begin(), errors.end(),
        [](const ProfileError &one, const ProfileError &other) { return one.field < other.field; });
    return {cleanedProfile(profile), errors, unknownIn(object)};
}

Profile practiceFromJson(const QJsonObject &object)
{
    Reader reader(object);
    const Profile read = readFields(reader);
    Profile profile = practiceProfile();
    profile.category = read.category;
    profile.language = read.language;
    profile.originIds = read.originIds;
    profile.placement = read.placement;
    return profile;
}

QString shownName(const QJsonObject &object)
{
    return cleanedInput(object.value("name"_L1).toString().left(ProfileLimit::name));
}

} // namespace desk
