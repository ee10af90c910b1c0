// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiledocument.h"

#include "profilejson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

constexpr QLatin1StringView formatKey("format");
constexpr QLatin1StringView formatName("connect-desk-profiles");
constexpr QLatin1StringView versionKey("version");
constexpr QLatin1StringView profilesKey("profiles");
constexpr QLatin1StringView deletedKey("deleted");
constexpr QLatin1StringView orderedKey("ordered_at");
constexpr QLatin1StringView editedKey("edited_at");
constexpr QLatin1StringView idKey("id");

// More than the list may hold, so that a merge of two full ones drops nothing; looking an id up
// stays cheap.
constexpr qsizetype mostRecords = 2 * ProfileLimit::profiles;
constexpr qsizetype mostDeletions = 500;
constexpr qsizetype mostTold = 100;
constexpr qsizetype longestTime = 40;

QString textOf(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

// A year of five digits would be written but not read again.
qint64 timeOf(const QJsonValue &value)
{
    const QDateTime time =
        QDateTime::fromString(value.toString().left(longestTime), Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() >= 9000)
        return 0;
    return std::max(qint64{0}, time.toMSecsSinceEpoch());
}

// Nothing but what a profile of today lacks by itself keeps one from being used.
bool isHarmless(const ProfileError &error)
{
    const bool hasDefault = error.field == Field::Category || error.field == Field::Language
        || error.field == Field::OriginIds;
    return hasDefault && error.problem == Problem::UnknownValue;
}

bool isUsable(const QList<ProfileError> &errors)
{
    return std::all_of(errors.cbegin(), errors.cend(), isHarmless);
}

// Only what was edited is written: a word of a later version in another property survives.
void takeOver(QJsonObject &object, const QJsonObject &before, const QJsonObject &after)
{
    const QStringList gone = before.keys();
    for (const QString &key : gone) {
        if (!after.contains(key))
            object.remove(key);
    }
    for (auto property = after.begin(); property != after.end(); ++property) {
        if (!object.contains(property.key()) || before.value(property.key()) != property.value())
            object.insert(property.key(), property.value());
    }
}

QStringList commonIds(const ProfileList &ordered, const ProfileList &with)
{
    QStringList ids;
    for (const Profile &profile : ordered.profiles()) {
        if (with.byId(profile.id))
            ids.append(profile.id);
    }
    return ids;
}

QJsonObject deletedJson(const QMap<QString, qint64> &deleted)
{
    QList<std::pair<qint64, QString>> newest;
    for (auto entry = deleted.begin(); entry != deleted.end(); ++entry)
        newest.append({entry.value(), entry.key()});
    std::sort(newest.begin(), newest.end(), std::greater<>());
    QJsonObject object;
    for (const auto &[time, id] : newest.first(std::min(newest.size(), mostDeletions)))
        object.insert(id, textOf(time));
    return object;
}

} // namespace

Result<ProfileDocument, ProfileDocumentProblem> ProfileDocument::read(const QByteArray &bytes)
{
    using DocumentProblem = ProfileDocumentProblem;
    if (bytes.size() > ProfileLimit::documentBytes)
        return Unexpected{DocumentProblem::TooLarge};
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (json.isNull())
        return Unexpected{DocumentProblem::NotJson};
    const QJsonObject root = json.object();
    const double written = root.value(versionKey).toDouble();
    if (root.value(formatKey).toString() != formatName || written < 1)
        return Unexpected{DocumentProblem::OtherFormat};
    if (written > version)
        return Unexpected{DocumentProblem::Newer};
    if (!root.value(profilesKey).isArray())
        return Unexpected{DocumentProblem::OtherFormat};

    ProfileDocument document;
    document.readDeleted(root.value(deletedKey).toObject());
    const QJsonArray entries = root.value(profilesKey).toArray();
    for (qsizetype row = 0; row < entries.size(); ++row)
        document.readEntry(entries.at(row), row);
    document.m_orderedAt = timeOf(root.value(orderedKey));
    document.m_unknown = root;
    document.m_unknown.remove(profilesKey);
    document.m_unknown.remove(deletedKey);
    document.dropSurplus();
    return document;
}

void ProfileDocument::readEntry(const QJsonValue &value, qsizetype row)
{
    const QJsonObject object = value.toObject();
    LeftOutProfile leftOut{row, shownName(object), {}};
    const QString id = object.value(idKey).toString();
    if (!value.isObject())
        leftOut.errors.append({Field::Whole, Problem::WrongType});
    else if (id.isEmpty())
        leftOut.errors.append({Field::Id, Problem::Missing});
    else if (!isProfileId(id))
        leftOut.errors.append({Field::Id, Problem::UnknownValue});
    else if (m_records.size() >= mostRecords)
        leftOut.errors.append({Field::Whole, Problem::TooMany});
    else if (find(id))
        leftOut.errors.append({Field::Id, Problem::Taken});
    if (!leftOut.errors.isEmpty()) {
        m_strays.append({value, leftOut});
        return;
    }

    Record record{id, object, std::nullopt, timeOf(object.value(editedKey)), leftOut};
    if (id == practiceProfileId()) {
        record.profile = practiceFromJson(object);
    } else {
        ReadProfile read = profileFromJson(object);
        read.profile.id = id;
        record.leftOut.errors = read.errors;
        if (isUsable(read.errors))
            record.profile = read.profile;
    }
    if (!isDeleted(record))
        m_records.append(record);
}

void ProfileDocument::readDeleted(const QJsonObject &object)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const qint64 time = timeOf(entry.value());
        if (time > 0 && isProfileId(entry.key()))
            m_deleted.insert(entry.key(), time);
    }
}

void ProfileDocument::dropSurplus()
{
    qsizetype used = 1; // practice, whether it stands in the file or not
    for (Record &record : m_records) {
        if (!record.profile || isPractice(*record.profile) || ++used <= ProfileLimit::profiles)
            continue;
        record.profile.reset();
        record.leftOut.errors = {{Field::Whole, Problem::TooMany}};
    }
}

QByteArray ProfileDocument::write() const
{
    QJsonArray profiles;
    for (const Record &record : m_records)
        profiles.append(record.object);
    for (const Stray &stray : m_strays)
        profiles.append(stray.value);
    QJsonObject root = m_unknown;
    root.insert(formatKey, QString(formatName));
    root.insert(versionKey, version);
    root.insert(profilesKey, profiles);
    root.insert(deletedKey, deletedJson(m_deleted));
    root.insert(orderedKey, textOf(m_orderedAt));
    return QJsonDocument(root).toJson();
}

ProfileList ProfileDocument::list() const
{
    QList<Profile> profiles;
    for (const Record &record : m_records) {
        if (record.profile)
            profiles.append(*record.profile);
    }
    return ProfileList::of(profiles);
}

QList<LeftOutProfile> ProfileDocument::leftOut() const
{
    QList<LeftOutProfile> leftOut;
    for (const Record &record : m_records) {
        if (!record.profile && leftOut.size() < mostTold)
            leftOut.append(record.leftOut);
    }
    for (const Stray &stray : m_strays) {
        if (leftOut.size() < mostTold)
            leftOut.append(stray.leftOut);
    }
    return leftOut;
}

const ProfileDocument::Record *ProfileDocument::find(const QString &id) const
{
    const auto found = std::find_if(m_records.cbegin(), m_records.cend(),
        [&id](const Record &record) { return record.id == id; });
    return found == m_records.cend() ? nullptr : &*found;
}

bool ProfileDocument::isDeleted(const Record &record) const
{
    return record.id != practiceProfileId() && m_deleted.value(record.id, -1) > record.editedAt;
}

void ProfileDocument::apply(const ProfileList &list, const QDateTime &time)
{
    const ProfileList before = this->list();
    const qint64 now = time.toMSecsSinceEpoch();
    applyDeletions(list, before, now);
    for (const Profile &profile : list.profiles())
        applyProfile(profile, before, now);
    applyOrder(list, before, now);
}

void ProfileDocument::applyProfile(const Profile &profile, const ProfileList &before, qint64 time)
{
    const Record *known = find(profile.id);
    if (!known && profile == practiceProfile())
        return;
    Record record = known ? *known : Record{profile.id, {{idKey, profile.id}}, {}, 0, {}};
    if (record.profile == profile)
        return;
    takeOver(
        record.object, record.profile ? toJson(*record.profile) : QJsonObject(), toJson(profile));
    record.profile = profile;
    record.leftOut = {};
    // A number that list() put behind a name is kept, but is no edit that could outdo a real one.
    if (before.byId(profile.id) != profile) {
        const qint64 previous = std::max(record.editedAt, m_deleted.value(profile.id, -1));
        record.editedAt = std::max(time, previous + 1);
        record.object.insert(editedKey, textOf(record.editedAt));
        m_deleted.remove(profile.id);
    }
    if (known)
        m_records[known - m_records.constData()] = record;
    else
        m_records.append(record);
}

void ProfileDocument::applyDeletions(
    const ProfileList &list, const ProfileList &before, qint64 time)
{
    for (const Profile &profile : before.profiles()) {
        const Record *record = find(profile.id);
        if (!record || list.byId(profile.id))
            continue;
        m_deleted.insert(profile.id, std::max(time, record->editedAt + 1));
        m_records.removeAt(record - m_records.constData());
    }
}

void ProfileDocument::applyOrder(const ProfileList &list, const ProfileList &before, qint64 time)
{
    if (commonIds(list, before) != commonIds(before, list))
        m_orderedAt = std::max(time, m_orderedAt + 1);
    QList<Record> ordered;
    for (const Profile &profile : list.profiles()) {
        if (const Record *record = find(profile.id))
            ordered.append(*record);
    }
    for (const Record &record : std::as_const(m_records)) {
        if (!list.byId(record.id))
            ordered.append(record);
    }
    m_records = ordered;
}

ProfileDocument ProfileDocument::merged(const ProfileDocument &mine, const ProfileDocument &theirs)
{
    ProfileDocument both = theirs;
    for (auto entry = mine.m_deleted.begin(); entry != mine.m_deleted.end(); ++entry) {
        qint64 &time = both.m_deleted[entry.key()];
        time = std::max(time, entry.value());
    }
    for (auto entry = mine.m_unknown.begin(); entry != mine.m_unknown.end(); ++entry) {
        if (!theirs.m_unknown.contains(entry.key()))
            both.m_unknown.insert(entry.key(), entry.value());
    }
    if (mine.m_orderedAt > theirs.m_orderedAt)
        both.mergeRecords(mine, theirs);
    else
        both.mergeRecords(theirs, mine);
    both.m_orderedAt = std::max(mine.m_orderedAt, theirs.m_orderedAt);
    for (Record &record : both.m_records) {
        const Record *own = mine.find(record.id);
        const Record *other = theirs.find(record.id);
        record = !other || (own && own->editedAt > other->editedAt) ? *own : *other;
    }
    both.m_records.removeIf([&both](const Record &record) { return both.isDeleted(record); });
    both.dropSurplus();
    return both;
}

// Sets only which ids there are and their order.
void ProfileDocument::mergeRecords(const ProfileDocument &leading, const ProfileDocument &other)
{
    m_records = leading.m_records;
    const Record *previous = nullptr;
    for (const Record &record : other.m_records) {
        if (!find(record.id)) {
            const Record *neighbour = previous ? find(previous->id) : nullptr;
            const qsizetype position =
                neighbour ? neighbour - m_records.constData() + 1 : m_records.size();
            m_records.insert(position, record);
        }
        previous = &record;
    }
}

} // namespace desk
