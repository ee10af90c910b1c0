// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiledocument.h"
#include "profileexport.h"
#include "profilefile.h"
#include "profilelist.h"

#include "core/result.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace desk {

/*!
 * The profiles of a data folder, kept in its profiles.json and shared with other instances of this
 * application. Lives in one thread, with an event loop if it is to notice other instances at once;
 * without one it notices them at the next operation.
 *
 * Every operation does in memory what ProfileList does, then saves. If saving fails, problem() says
 * why, memory keeps the edit, and the next operation or save() tries again; where another instance
 * was in the way, the store does so by itself every few seconds. Saving first takes in what another
 * instance wrote; of each profile the last edit holds.
 */
class ProfileStore final : public QObject {
    Q_OBJECT

public:
    using Errors = ProfileList::Errors;

    //! Reads the file at once; no file means practice alone, and nothing is written.
    explicit ProfileStore(const QString &folder, QObject *parent = nullptr);

    const ProfileList &profiles() const { return m_list; }
    //! What kept the file from being read or written when that was last tried.
    const std::optional<ProfileStoreProblem> &problem() const { return m_problem; }
    //! False while memory holds an edit that the file does not.
    bool isSaved() const { return m_isSaved; }
    //! Entries of the file that cannot be used; they stay in it.
    QList<LeftOutProfile> leftOut() const { return m_document.leftOut(); }

    Result<Profile, Errors> create(const Profile &draft);
    Result<Profile, Errors> edit(const Profile &draft);
    Result<Profile, Errors> duplicate(const QString &id, const QString &word);
    Result<RemovedProfile, Errors> remove(const QString &id);
    Result<Profile, Errors> restore(const RemovedProfile &removed);
    std::optional<ProfileError> move(const QString &id, qsizetype position);
    Result<ProfileImportReport, ProfileImportProblem> import(const QByteArray &document);

    //! Tries to save now; true if memory and file agree afterwards.
    bool save();

Q_SIGNALS:
    //! profiles() is another list than before, whoever changed it.
    void changed();
    //! Follows changed() when it was another instance, or a person with an editor.
    void changedElsewhere();
    void problemChanged();

private:
    template <typename Operation> auto change(Operation operation);
    void load();
    void refresh();
    void adopt(const ProfileList &list);
    std::optional<ProfileStoreProblem> takeIn();
    std::optional<ProfileStoreProblem> write();
    void setProblem(const std::optional<ProfileStoreProblem> &problem);
    void tellNews();
    void watch();

    ProfileFile m_file;
    ProfileDocument m_document;
    ProfileList m_list;
    std::optional<QByteArray> m_known; //!< the file when it was last taken in or written
    std::optional<ProfileStoreProblem> m_problem;
    bool m_isSaved = true;
    bool m_hasNews = false; //!< of another instance, not told yet
    QFileSystemWatcher m_watcher;
    QTimer m_refresh;
    QTimer m_retry;
};

} // namespace desk
