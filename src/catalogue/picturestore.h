// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "picturedrawing.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>
#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QThreadPool;
QT_END_NAMESPACE

namespace desk {

class PictureFetch;

/*!
 * Pictures of tools by their address, fetched only when asked for, a few at a time, with limits on
 * everything, and without any key or cookie. Addresses other than https (or http on this machine)
 * have no picture. What was fetched is kept on disk, what was drawn in memory; a failure is
 * remembered for a while, so that a dead address is not asked again and again.
 *
 * Drawing happens in threads of its own. One that takes too long is given up: there is no picture
 * then, and neither the window nor the end of the program waits for it.
 */
class PictureStore final : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds longestFetch{5'000}; //!< redirects included
        std::chrono::milliseconds longestDrawing{3'000};
        std::chrono::milliseconds failureMemory{600'000};
        qsizetype largestPicture = qsizetype{256} * 1024; //!< bytes, as unpacked
        int mostFetches = 4; //!< at once
        int mostFiles = 1'000; //!< on disk
        qint64 mostFileBytes = qint64{24} * 1024 * 1024;
        //! Called in other threads.
        std::function<QImage(const QByteArray &bytes, QSize pixels)> draw = &drawnPicture;
    };

    //! An empty folder: nothing is kept on disk. The folder is made when it is first needed.
    explicit PictureStore(const QString &cacheFolder, QObject *parent = nullptr);
    PictureStore(const QString &cacheFolder, Options options, QObject *parent = nullptr);
    ~PictureStore() override;

    /*!
     * The picture, drawn to fit a box of that size in device-independent pixels; null if there is
     * none or not yet. Then arrived() follows if there is one after all. Never blocks; meant to be
     * called while painting, again and again.
     */
    QImage picture(const QString &url, QSize size, qreal devicePixelRatio);

Q_SIGNALS:
    void arrived(const QString &url);

private:
    struct Job;
    struct Drawing;
    struct Mailbox;

    void want(const QString &url, QSize pixels);
    void startDrawings();
    void startDrawing(const QString &url);
    void takeDrawing(int number, const Drawing &drawing);
    void giveUpDrawing(int number);
    void keep(const QString &url, const Drawing &drawing);
    void wantFetch(const QString &url);
    void startFetches();
    void takeFetched(
        PictureFetch *fetch, const QString &url, const std::optional<QByteArray> &bytes);
    void fail(const QString &url);
    bool hasFailed(const QString &url);

    Options m_options;
    QString m_folder;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QSet<PictureFetch *> m_fetches;
    QHash<QString, Job> m_jobs;
    QStringList m_toDraw; // urls
    QStringList m_toFetch; // urls, the one asked for last at the end
    QHash<int, QString> m_drawings; // under way: number to url
    int m_lastDrawing = 0;
    int m_abandoned = 0;
    int m_writes = 0;
    QCache<QString, QImage> m_pictures;
    QHash<QString, std::chrono::steady_clock::time_point> m_failures;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace desk
