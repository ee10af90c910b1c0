// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "toolcatalogue.h"

#include "api/komboclient.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A list with full coverage takes some megabytes.
constexpr qsizetype mostListsInMemory = 8;

} // namespace

ToolCatalogue::ToolCatalogue(const QString &cacheFolder, QObject *parent)
    : QObject(parent)
    , m_folder(cacheFolder.isEmpty() ? QString() : QDir(cacheFolder).filePath(u"tools"_s))
{
    m_disk.setMaxThreadCount(1); // a file is written before it is read or removed
}

ToolCatalogue::~ToolCatalogue()
{
    for (const Refresh &refresh : std::as_const(m_refreshes)) {
        if (!refresh.call)
            continue;
        refresh.call->disconnect(this);
        refresh.call->cancel();
        refresh.call->deleteLater();
    }
    m_disk.waitForDone(); // what waits to be written is still written
}

std::optional<CachedTools> ToolCatalogue::cached(const QString &environment, Category category)
{
    const Key key{environment, category};
    if (const auto known = m_lists.constFind(key); known != m_lists.cend()) {
        m_latest.removeOne(key);
        m_latest.append(key);
        return *known;
    }
    if (!m_folder.isEmpty() && !m_loading.contains(key) && !m_notOnDisk.contains(key))
        load(key);
    return std::nullopt;
}

bool ToolCatalogue::isLoading(const QString &environment, Category category) const
{
    return m_loading.contains({environment, category});
}

void ToolCatalogue::load(const Key &key)
{
    m_loading.insert(key);
    m_disk.start([this, key, path = fileOf(key)] {
        const std::optional<CachedTools> found = ToolFile::read(path, key.category);
        QMetaObject::invokeMethod(
            this, [this, key, found] { finishLoading(key, found); }, Qt::QueuedConnection);
    });
}

void ToolCatalogue::finishLoading(const Key &key, const std::optional<CachedTools> &found)
{
    if (!m_loading.remove(key))
        return; // forgotten, or the API was faster
    if (found)
        keep(key, *found);
    else
        m_notOnDisk.insert(key);
    Q_EMIT changed(key.environment, key.category);
}

void ToolCatalogue::refresh(
    const std::shared_ptr<KomboClient> &client, const QString &environment, Category category)
{
    if (!client || isRefreshing(environment, category))
        return;
    const Key key{environment, category};
    ApiCall<ToolList> *const call = client->getTools(category);
    m_refreshes.insert(key, {client, call});
    connect(call, &ApiCallBase::succeeded, this, [this, key, call] { finishRefresh(key, call); });
    connect(call, &ApiCallBase::failed, this,
        [this, key](const ApiError &error) { failRefresh(key, error); });
}

bool ToolCatalogue::isRefreshing(const QString &environment, Category category) const
{
    // A call that somebody cancelled ends without a signal.
    const auto refresh = m_refreshes.constFind({environment, category});
    return refresh != m_refreshes.cend() && refresh->call && !refresh->call->isFinished();
}

void ToolCatalogue::finishRefresh(const Key &key, ApiCall<ToolList> *call)
{
    const Refresh ended = m_refreshes.take(key);
    call->deleteLater();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_loading.remove(key);
    m_notOnDisk.remove(key);
    keep(key, {call->value().tools, now});
    if (!m_folder.isEmpty()) {
        m_disk.start([path = fileOf(key), category = key.category, data = call->value().data, now] {
            ToolFile::write(path, category, data, now);
        });
    }
    Q_EMIT changed(key.environment, key.category);
}

void ToolCatalogue::failRefresh(const Key &key, const ApiError &error)
{
    const Refresh ended = m_refreshes.take(key);
    if (ended.call)
        ended.call->deleteLater();
    Q_EMIT refreshFailed(key.environment, key.category, error);
}

void ToolCatalogue::forget(const QString &environment)
{
    for (const Category category : allCategories()) {
        const Key key{environment, category};
        m_lists.remove(key);
        m_latest.removeOne(key);
        m_loading.remove(key);
        m_notOnDisk.remove(key);
        const Refresh dropped = m_refreshes.take(key);
        if (dropped.call) {
            dropped.call->disconnect(this);
            dropped.call->cancel();
            dropped.call->deleteLater();
        }
        if (!m_folder.isEmpty())
            m_disk.start([path = fileOf(key)] { QFile::remove(path); });
    }
}

void ToolCatalogue::keep(const Key &key, const CachedTools &tools)
{
    m_lists.insert(key, tools);
    m_latest.removeOne(key);
    m_latest.append(key);
    if (m_latest.size() > mostListsInMemory)
        m_lists.remove(m_latest.takeFirst());
}

QString ToolCatalogue::fileOf(const Key &key) const
{
    const QByteArray hash =
        QCryptographicHash::hash(key.environment.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(m_folder).filePath(
        u"%1-%2.json"_s.arg(QString::fromLatin1(hash), wireName(key.category).toLower()));
}

} // namespace desk
