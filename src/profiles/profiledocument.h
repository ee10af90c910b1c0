// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profileerror.h"
#include "profilelist.h"

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace desk {

//! Why bytes are not read as profiles.
enum class ProfileDocumentProblem {
    TooLarge,
    NotJson,
    OtherFormat, //!< JSON, but not ours
    Newer, //!< written by a later version of this application
};

/*!
 * The content of profiles.json; a value. It knows more than the list: when each profile was edited
 * last, which ones were deleted, and everything that a later version or a person added and that
 * must still be there after writing. Times are milliseconds since 1970 UTC; 0 stands for a profile
 * that somebody wrote by hand.
 */
class ProfileDocument {
public:
    static constexpr int version = 1;

    static Result<ProfileDocument, ProfileDocumentProblem> read(const QByteArray &bytes);
    QByteArray write() const;

    ProfileList list() const;
    //! What is in the file, stays there, and is not used.
    QList<LeftOutProfile> leftOut() const;

    //! Takes over what differs from list(), as edits of that time, or later if the clock was set
    //! back since the edit before.
    void apply(const ProfileList &list, const QDateTime &time);

    /*!
     * What two instances made of one file: of each profile the edit or deletion that came last, the
     * order that was set last, everything unknown. Where the times are equal, theirs holds, since
     * a person who edits the file by hand does not touch the time.
     */
    static ProfileDocument merged(const ProfileDocument &mine, const ProfileDocument &theirs);

private:
    struct Record {
        QString id;
        QJsonObject object; //!< as it stands in the file, with all that is unknown
        std::optional<Profile> profile; //!< absent: cannot be used, but stays
        qint64 editedAt = 0;
        LeftOutProfile leftOut; //!< why it cannot be used
    };
    //! An entry without an id that could be used.
    struct Stray {
        QJsonValue value;
        LeftOutProfile leftOut;
    };

    void readEntry(const QJsonValue &value, qsizetype row);
    void readDeleted(const QJsonObject &object);
    void dropSurplus();
    void mergeRecords(const ProfileDocument &leading, const ProfileDocument &other);
    const Record *find(const QString &id) const;
    bool isDeleted(const Record &record) const;
    void applyProfile(const Profile &profile, const ProfileList &before, qint64 time);
    void applyDeletions(const ProfileList &list, const ProfileList &before, qint64 time);
    void applyOrder(const ProfileList &list, const ProfileList &before, qint64 time);

    QList<Record> m_records; //!< in the order of the list
    QList<Stray> m_strays;
    QMap<QString, qint64> m_deleted; //!< when, by id
    qint64 m_orderedAt = 0;
    QJsonObject m_unknown;
};

} // namespace desk
