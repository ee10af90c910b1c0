// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace desk {

/*!
 * One GET of a picture, without key or cookie. Follows a few redirects by itself, each of them
 * checked as the first address was, and none to another scheme. Ends with one finished(), not
 * before the event loop was entered; deleting it drops the request. The manager may go first.
 */
class PictureFetch final : public QObject {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds time{5'000}; //!< from the first request to the last byte
        qsizetype bytes = qsizetype{256} * 1024; //!< as unpacked
        int redirects = 3;
    };

    //! The address must be one that isWebAddress() lets through.
    PictureFetch(
        QNetworkAccessManager &network, const QUrl &url, Limits limits, QObject *parent = nullptr);
    ~PictureFetch() override;

Q_SIGNALS:
    //! Nothing if there was no whole answer 200 within the limits.
    void finished(const std::optional<QByteArray> &bytes);

private:
    void send(const QUrl &url);
    void readMore();
    void finishReply();
    void follow(const QUrl &target);
    void end(const std::optional<QByteArray> &bytes);
    void dropReply();

    QPointer<QNetworkAccessManager> m_network;
    Limits m_limits;
    QUrl m_url;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_bytes;
    QTimer m_deadline;
    int m_redirects = 0;
};

} // namespace desk
