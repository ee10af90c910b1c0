// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profileexport.h"

#include "profilejson.h"
#include "profilename.h"

#include "core/inputtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

constexpr QLatin1StringView formatName("connect-desk-profile-export");
constexpr int version = 1;
constexpr qsizetype mostIgnored = 20;
constexpr qsizetype longestIgnored = 40;

Result<QJsonArray, ProfileImportProblem> rowsOf(const QByteArray &document)
{
    using ImportProblem = ProfileImportProblem;
    if (document.size() > ProfileLimit::documentBytes)
        return Unexpected{ImportProblem::TooLarge};
    const QJsonDocument json = QJsonDocument::fromJson(document);
    if (json.isNull())
        return Unexpected{ImportProblem::NotJson};
    const QJsonObject root = json.object();
    const double written = root.value("version"_L1).toDouble();
    if (root.value("format"_L1).toString() != formatName || written < 1)
        return Unexpected{ImportProblem::OtherFormat};
    if (written > version)
        return Unexpected{ImportProblem::Newer};
    if (!root.value("profiles"_L1).isArray())
        return Unexpected{ImportProblem::OtherFormat};
    const QJsonArray rows = root.value("profiles"_L1).toArray();
    if (rows.isEmpty())
        return Unexpected{ImportProblem::Empty};
    if (rows.size() > ProfileLimit::profiles)
        return Unexpected{ImportProblem::TooMany};
    return rows;
}

bool hasEqual(const ProfileList &list, const Profile &profile)
{
    return std::any_of(
        list.profiles().cbegin(), list.profiles().cend(), [&profile](const Profile &known) {
            Profile same = profile;
            same.id = known.id;
            return same == known;
        });
}

class Import {
public:
    explicit Import(ProfileList &list)
        : m_list(list)
        , m_before(list)
    {
    }

    void add(const QJsonValue &value, qsizetype row)
    {
        if (!value.isObject()) {
            leaveOut(row, {}, {{Field::Whole, Problem::WrongType}});
            return;
        }
        const QJsonObject object = value.toObject();
        const ReadProfile read = profileFromJson(object);
        note(read.unknown);
        if (!read.errors.isEmpty())
            leaveOut(row, shownName(object), read.errors);
        else if (hasEqual(m_before, read.profile))
            leaveOut(row, read.profile.name, {{Field::Whole, Problem::AlreadyThere}});
        else
            create(read.profile, row);
    }

    const ProfileImportReport &report() const { return m_report; }

private:
    void create(const Profile &wanted, qsizetype row)
    {
        Profile profile = wanted;
        profile.name = freeName(wanted.name, m_list.profiles());
        const auto added = m_list.create(profile);
        if (!added) {
            leaveOut(row, wanted.name, added.error());
            return;
        }
        const bool isRenamed = added->name != wanted.name;
        m_report.added.append({row, added->id, added->name, isRenamed ? wanted.name : QString()});
    }

    void leaveOut(qsizetype row, const QString &name, const QList<ProfileError> &errors)
    {
        m_report.leftOut.append({row, name, errors});
    }

    void note(const QStringList &unknown)
    {
        for (const QString &key : unknown) {
            const QString shown = cleanedInput(key.left(longestIgnored));
            if (m_report.ignored.size() < mostIgnored && !m_report.ignored.contains(shown))
                m_report.ignored.append(shown);
        }
    }

    ProfileList &m_list;
    ProfileList m_before; //!< equal rows of one document are both wanted
    ProfileImportReport m_report;
};

} // namespace

ExportedProfiles exportProfiles(const ProfileList &list)
{
    QJsonArray profiles;
    for (const Profile &profile : list.profiles()) {
        if (!isPractice(profile))
            profiles.append(toJson(profile));
    }
    const QJsonObject root{
        {u"format"_s, QString(formatName)},
        {u"version"_s, version},
        {u"keys"_s, u"not included"_s},
        {u"profiles"_s, profiles},
    };
    return {QJsonDocument(root).toJson(), profiles.size()};
}

Result<ProfileImportReport, ProfileImportProblem> importProfiles(
    const QByteArray &document, ProfileList &list)
{
    const auto rows = rowsOf(document);
    if (!rows)
        return Unexpected{rows.error()};
    Import import(list);
    for (qsizetype row = 0; row < rows->size(); ++row)
        import.add(rows->at(row), row);
    return import.report();
}

} // namespace desk
