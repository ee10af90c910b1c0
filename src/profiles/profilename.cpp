// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilename.h"

#include "core/inputtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestTyping = 200;

// A name is cut before a surrogate pair, never within.
QString cutTo(QString name, qsizetype length)
{
    if (name.size() <= length)
        return name;
    name.truncate(length);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.trimmed();
}

QString numbered(const QString &name, int number)
{
    const QString ending = u' ' + QString::number(number);
    return cutTo(name, ProfileLimit::name - ending.size()) + ending;
}

QString withoutCopy(const QString &name, const QString &word)
{
    const QRegularExpression ending(
        u" "_s + QRegularExpression::escape(word) + u"( [0-9]{1,4})?$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString bare = QString(name).remove(ending);
    return bare.isEmpty() ? name : bare;
}

} // namespace

bool isNameTaken(const QString &name, const QString &id, const QList<Profile> &profiles)
{
    const QString folded = foldedName(name);
    return std::any_of(profiles.cbegin(), profiles.cend(), [&folded, &id](const Profile &profile) {
        return profile.id != id && foldedName(profile.name) == folded;
    });
}

QString freeName(const QString &name, const QList<Profile> &profiles)
{
    QString candidate = cutTo(name, ProfileLimit::name);
    for (int number = 2; isNameTaken(candidate, {}, profiles); ++number)
        candidate = numbered(name, number);
    return candidate;
}

QString nameOfCopy(const QString &name, const QString &word, const QList<Profile> &profiles)
{
    const QString ending = u' ' + word;
    return freeName(
        cutTo(withoutCopy(name, word), ProfileLimit::name - ending.size()) + ending, profiles);
}

QList<Profile> profilesMatching(const QString &typed, const QList<Profile> &profiles)
{
    if (typed.size() > longestTyping)
        return {};
    const QString folded = foldedName(cleanedInput(typed));
    if (folded.isEmpty())
        return profiles;
    QList<std::pair<NameMatch, Profile>> ranked;
    for (const Profile &profile : profiles) {
        const NameMatch rank = matchOf(foldedName(profile.name), folded);
        if (rank != NameMatch::None)
            ranked.append({rank, profile});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const auto &one, const auto &other) { return one.first < other.first; });
    QList<Profile> matching;
    for (const auto &[rank, profile] : std::as_const(ranked))
        matching.append(profile);
    return matching;
}

std::optional<Profile> profileNamed(const QString &name, const QList<Profile> &profiles)
{
    const QString folded = foldedName(cleanedInput(name));
    const auto found = std::find_if(profiles.cbegin(), profiles.cend(),
        [&folded](const Profile &profile) { return foldedName(profile.name) == folded; });
    return found == profiles.cend() ? std::nullopt : std::optional(*found);
}

} // namespace desk
