// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "picturestore.h"

#include "picturefetch.h"
#include "picturefiles.h"
#include "webaddress.h"

#include "api/outsideproxies.h"

#include <QDir>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr int mostDrawings = 2; // at once
// Each of them holds a thread for ever.
constexpr int mostAbandoned = 6;
constexpr qsizetype mostWaiting = 200;
constexpr qsizetype mostSizes = 8;
constexpr qsizetype mostFailures = 2'000;
constexpr int largestSide = 1'024; // pixels
constexpr int cacheKiB = 16 * 1024;
constexpr int writesBetweenTrims = 32;
constexpr std::chrono::milliseconds longestGoodbye = 100ms;

QString cacheKey(const QString &url, QSize pixels)
{
    return u"%1x%2 %3"_s.arg(
        QString::number(pixels.width()), QString::number(pixels.height()), url);
}

QSize pixelsOf(QSize size, qreal devicePixelRatio)
{
    const QSize pixels = (QSizeF(size) * std::clamp(devicePixelRatio, 0.5, 8.0)).toSize();
    return pixels.boundedTo({largestSide, largestSide}).expandedTo({1, 1});
}

} // namespace

//! One address somebody wants to see.
struct PictureStore::Job {
    QList<QSize> sizes;
    std::optional<QByteArray> bytes; // once they were fetched
    bool isDrawing = false;
};

//! What came of drawing the sizes of a job.
struct PictureStore::Drawing {
    bool wasThere = false; // the bytes were fetched, or on disk
    bool isOld = false;
    QList<std::pair<QSize, QImage>> images; // none is null
};

//! The way back from a drawing that may outlive the store.
struct PictureStore::Mailbox {
    QMutex mutex;
    PictureStore *store = nullptr; // null once it is gone
};

PictureStore::PictureStore(const QString &cacheFolder, QObject *parent)
    : PictureStore(cacheFolder, Options(), parent)
{
}

PictureStore::PictureStore(const QString &cacheFolder, Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_folder(cacheFolder.isEmpty() ? QString() : QDir(cacheFolder).filePath(u"pictures"_s))
    , m_pictures(cacheKiB)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_pool(std::make_unique<QThreadPool>())
{
    m_mailbox->store = this;
    m_pool->setMaxThreadCount(mostDrawings);
}

PictureStore::~PictureStore()
{
    {
        const QMutexLocker locker(&m_mailbox->mutex);
        m_mailbox->store = nullptr;
    }
    m_pool->clear();
    // The destructor of a pool waits for its tasks, and one that was given up may never end. Such a
    // pool is left to the end of the process.
    if (!m_pool->waitForDone(static_cast<int>(longestGoodbye.count())))
        static_cast<void>(m_pool.release());
}

QImage PictureStore::picture(const QString &url, QSize size, qreal devicePixelRatio)
{
    const QSize pixels = pixelsOf(size, devicePixelRatio);
    if (const QImage *known = m_pictures.object(cacheKey(url, pixels))) {
        QImage image = *known;
        image.setDevicePixelRatio(devicePixelRatio);
        return image;
    }
    if (!url.isEmpty() && !hasFailed(url))
        want(url, pixels);
    return {};
}

void PictureStore::want(const QString &url, QSize pixels)
{
    const auto job = m_jobs.find(url);
    if (job != m_jobs.end()) {
        if (!job->sizes.contains(pixels) && job->sizes.size() < mostSizes)
            job->sizes.append(pixels);
        return;
    }
    if (webAddress(url).isEmpty()) {
        fail(url);
        return;
    }
    m_jobs.insert(url, {{pixels}, std::nullopt, false});
    m_toDraw.append(url);
    if (m_toDraw.size() > mostWaiting)
        m_jobs.remove(m_toDraw.takeFirst()); // asked for again once it is painted again
    // Not at once, since a view asks while it paints.
    QMetaObject::invokeMethod(this, &PictureStore::startDrawings, Qt::QueuedConnection);
}

void PictureStore::startDrawings()
{
    while (!m_toDraw.isEmpty() && m_drawings.size() < mostDrawings && m_abandoned < mostAbandoned)
        startDrawing(m_toDraw.takeLast());
}

void PictureStore::startDrawing(const QString &url)
{
    const int number = ++m_lastDrawing;
    m_drawings.insert(number, url);
    Job &job = m_jobs[url];
    job.isDrawing = true;
    const bool isTimeToTrim = job.bytes && m_writes++ % writesBetweenTrims == 0;
    m_pool->start(
        [mailbox = m_mailbox, number, url, job = std::as_const(job), isTimeToTrim,
            files = PictureFiles(m_folder, m_options.largestPicture), draw = m_options.draw,
            mostFiles = m_options.mostFiles, mostBytes = m_options.mostFileBytes] {
            Drawing drawing;
            std::optional<PictureFiles::Found> found;
            if (job.bytes)
                found = PictureFiles::Found{*job.bytes, false};
            else
                found = files.read(url);
            if (found) {
                drawing.wasThere = true;
                drawing.isOld = found->isOld;
                for (const QSize size : job.sizes) {
                    if (const QImage image = draw(found->bytes, size); !image.isNull())
                        drawing.images.append({size, image});
                }
            }
            if (job.bytes && !drawing.images.isEmpty())
                files.write(url, *job.bytes);
            if (isTimeToTrim)
                files.trim(mostFiles, mostBytes);
            const QMutexLocker locker(&mailbox->mutex);
            if (PictureStore *const store = mailbox->store) {
                QMetaObject::invokeMethod(
                    store, [store, number, drawing] { store->takeDrawing(number, drawing); },
                    Qt::QueuedConnection);
            }
        });
    QTimer::singleShot(m_options.longestDrawing, this, [this, number] { giveUpDrawing(number); });
}

void PictureStore::takeDrawing(int number, const Drawing &drawing)
{
    if (!m_drawings.contains(number)) { // it was given up, and comes to an end after all
        --m_abandoned;
        m_pool->setMaxThreadCount(mostDrawings + m_abandoned);
        startDrawings();
        return;
    }
    const QString url = m_drawings.take(number);
    const bool wasFetched = m_jobs.value(url).bytes.has_value();
    if (!drawing.images.isEmpty()) {
        keep(url, drawing);
        if (!drawing.isOld)
            m_jobs.remove(url);
    } else if (wasFetched) {
        fail(url);
    }
    if (!wasFetched && (drawing.images.isEmpty() || drawing.isOld))
        wantFetch(url);
    startDrawings();
    if (!drawing.images.isEmpty())
        Q_EMIT arrived(url);
}

void PictureStore::giveUpDrawing(int number)
{
    if (!m_drawings.contains(number))
        return;
    const QString url = m_drawings.take(number);
    ++m_abandoned;
    m_pool->setMaxThreadCount(mostDrawings + m_abandoned);
    fail(url);
    startDrawings();
}

void PictureStore::keep(const QString &url, const Drawing &drawing)
{
    for (const auto &[size, image] : drawing.images) {
        const auto cost = std::max<qsizetype>(1, image.sizeInBytes() / 1024);
        m_pictures.insert(cacheKey(url, size), new QImage(image), cost);
    }
}

void PictureStore::wantFetch(const QString &url)
{
    Job &job = m_jobs[url];
    job.isDrawing = false;
    m_toFetch.append(url);
    if (m_toFetch.size() > mostWaiting)
        m_jobs.remove(m_toFetch.takeFirst());
    startFetches();
}

void PictureStore::startFetches()
{
    while (!m_toFetch.isEmpty() && m_fetches.size() < m_options.mostFetches) {
        const QString url = m_toFetch.takeLast();
        if (!m_network) {
            m_network = std::make_unique<QNetworkAccessManager>();
            m_network->setProxyFactory(new OutsideProxies); // which it owns
        }
        auto *fetch = new PictureFetch(*m_network, webAddress(url),
            {m_options.longestFetch, m_options.largestPicture, 3}, this);
        m_fetches.insert(fetch);
        connect(fetch, &PictureFetch::finished, this,
            [this, fetch, url](
                const std::optional<QByteArray> &bytes) { takeFetched(fetch, url, bytes); });
    }
}

void PictureStore::takeFetched(
    PictureFetch *fetch, const QString &url, const std::optional<QByteArray> &bytes)
{
    m_fetches.remove(fetch);
    fetch->deleteLater();
    if (bytes && m_jobs.contains(url)) {
        m_jobs[url].bytes = bytes;
        m_toDraw.append(url);
        startDrawings();
    } else {
        fail(url);
    }
    startFetches();
}

void PictureStore::fail(const QString &url)
{
    m_jobs.remove(url);
    if (m_failures.size() >= mostFailures)
        m_failures.clear();
    m_failures.insert(url, std::chrono::steady_clock::now() + m_options.failureMemory);
}

bool PictureStore::hasFailed(const QString &url)
{
    const auto failure = m_failures.constFind(url);
    if (failure == m_failures.cend())
        return false;
    if (std::chrono::steady_clock::now() < *failure)
        return true;
    m_failures.erase(failure);
    return false;
}

} // namespace desk
