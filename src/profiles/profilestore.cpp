// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilestore.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLockFile>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

using Kind = ProfileStoreProblem::Kind;

// The lock is held for a few milliseconds at a time.
constexpr std::chrono::milliseconds lockPatience = 1s;
// A process that dies between making the lock file and writing its number into it leaves one that
// only its age tells from a living one's.
constexpr std::chrono::milliseconds staleLock = 5s;
constexpr std::chrono::milliseconds nextTry = 2s;
// One write of another instance makes several notices.
constexpr std::chrono::milliseconds settling = 50ms;

Kind kindOf(ProfileDocumentProblem problem)
{
    return problem == ProfileDocumentProblem::Newer ? Kind::Newer : Kind::Damaged;
}

} // namespace

ProfileStore::ProfileStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_file(folder)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(settling);
    connect(&m_refresh, &QTimer::timeout, this, &ProfileStore::refresh);
    m_retry.setSingleShot(true);
    m_retry.setInterval(nextTry);
    connect(&m_retry, &QTimer::timeout, this, &ProfileStore::save);
    const auto refreshSoon = [this] { m_refresh.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, refreshSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, refreshSoon);
    load();
    m_hasNews = false;
    watch();
}

void ProfileStore::load()
{
    m_problem = takeIn();
    if (!m_problem || m_problem->kind != Kind::Damaged)
        return;
    m_problem = write();
    // Whatever kept it from being put aside: nobody shall take the empty list for the truth.
    if (m_problem && m_problem->kind != Kind::Damaged)
        m_problem->kind = Kind::DamagedInPlace;
}

template <typename Operation> auto ProfileStore::change(Operation operation)
{
    refresh();
    ProfileList list = m_list;
    auto result = operation(list);
    if (list != m_list)
        adopt(list);
    return result;
}

Result<Profile, ProfileStore::Errors> ProfileStore::create(const Profile &draft)
{
    return change([&draft](ProfileList &list) { return list.create(draft); });
}

Result<Profile, ProfileStore::Errors> ProfileStore::edit(const Profile &draft)
{
    return change([&draft](ProfileList &list) { return list.edit(draft); });
}

Result<Profile, ProfileStore::Errors> ProfileStore::duplicate(
    const QString &id, const QString &word)
{
    return change([&id, &word](ProfileList &list) { return list.duplicate(id, word); });
}

Result<RemovedProfile, ProfileStore::Errors> ProfileStore::remove(const QString &id)
{
    return change([&id](ProfileList &list) { return list.remove(id); });
}

Result<Profile, ProfileStore::Errors> ProfileStore::restore(const RemovedProfile &removed)
{
    return change([&removed](ProfileList &list) { return list.restore(removed); });
}

std::optional<ProfileError> ProfileStore::move(const QString &id, qsizetype position)
{
    return change([&id, position](ProfileList &list) { return list.move(id, position); });
}

Result<ProfileImportReport, ProfileImportProblem> ProfileStore::import(const QByteArray &document)
{
    return change([&document](ProfileList &list) { return importProfiles(document, list); });
}

bool ProfileStore::save()
{
    setProblem(write());
    watch();
    tellNews();
    return m_isSaved;
}

void ProfileStore::adopt(const ProfileList &list)
{
    m_document.apply(list, QDateTime::currentDateTimeUtc());
    m_list = m_document.list();
    m_isSaved = false;
    const bool hadNews = m_hasNews;
    m_hasNews = false;
    setProblem(write());
    watch();
    Q_EMIT changed();
    if (std::exchange(m_hasNews, false) || hadNews)
        Q_EMIT changedElsewhere();
}

void ProfileStore::refresh()
{
    const std::optional<ProfileStoreProblem> problem = takeIn();
    // A file without sense may be one that somebody is still writing; saving looks at it again.
    const bool isBeingWritten = problem && problem->kind == Kind::Damaged;
    const bool concernsReading =
        m_problem && (m_problem->kind == Kind::Newer || m_problem->kind == Kind::Unreadable);
    if (!isBeingWritten && (problem || concernsReading))
        setProblem(problem);
    watch();
    tellNews();
}

std::optional<ProfileStoreProblem> ProfileStore::takeIn()
{
    const auto bytes = m_file.read();
    if (!bytes)
        return bytes.error();
    if (*bytes == m_known)
        return std::nullopt;
    if (!*bytes) {
        m_known.reset();
        return std::nullopt;
    }
    const auto theirs = ProfileDocument::read(**bytes);
    if (!theirs)
        return m_file.problem(kindOf(theirs.error()));
    m_known = *bytes;
    m_document = ProfileDocument::merged(m_document, *theirs);
    const ProfileList list = m_document.list();
    m_hasNews = m_hasNews || list != m_list;
    m_list = list;
    return std::nullopt;
}

std::optional<ProfileStoreProblem> ProfileStore::write()
{
    QLockFile lock(m_file.lockPath());
    lock.setStaleLockTime(int(staleLock.count()));
    if (!lock.tryLock(int(lockPatience.count()))) {
        if (lock.error() == QLockFile::LockFailedError)
            m_retry.start();
        return m_file.lockProblem(lock.error());
    }
    m_retry.stop();
    std::optional<ProfileStoreProblem> problem = takeIn();
    if (problem && problem->kind == Kind::Damaged) {
        problem = m_file.putAside();
        m_known.reset();
    }
    if (problem && problem->kind != Kind::Damaged)
        return problem;
    const QByteArray bytes = m_document.write();
    if (bytes != m_known) {
        if (auto failure = m_file.write(bytes))
            return failure;
        m_known = bytes;
    }
    m_isSaved = true;
    return problem;
}

void ProfileStore::setProblem(const std::optional<ProfileStoreProblem> &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void ProfileStore::tellNews()
{
    if (!std::exchange(m_hasNews, false))
        return;
    Q_EMIT changed();
    Q_EMIT changedElsewhere();
}

// Replacing a file ends the watch on it; a file that is written in place makes no notice in its
// folder. So both are watched, and the file anew after each replacement.
void ProfileStore::watch()
{
    if (!m_watcher.directories().contains(m_file.folder()) && QFileInfo(m_file.folder()).isDir())
        m_watcher.addPath(m_file.folder());
    if (!m_watcher.files().contains(m_file.path()) && QFileInfo(m_file.path()).isFile())
        m_watcher.addPath(m_file.path());
}

} // namespace desk
