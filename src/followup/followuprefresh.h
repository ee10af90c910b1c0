// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integrationdetails.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace desk {

class ApiCallBase;
class KomboClient;

/*!
 * Reads integrations again, two at a time, one run at a time. A rate limit holds back the client's
 * queue as a whole, so it is obeyed without any doing of ours. What goes wrong with one integration
 * does not stop the others; what would go wrong with each of them, such as a key that is not
 * accepted, ends the run. Lives in the thread of its client. Slots may destroy it.
 */
class FollowUpRefresh final : public QObject {
    Q_OBJECT

public:
    static constexpr int atOnce = 2;

    enum class End { Done, Cancelled, Refused };
    Q_ENUM(End)

    explicit FollowUpRefresh(QObject *parent = nullptr);
    ~FollowUpRefresh() override;

    //! Ids that are no sane tokens (core/tokencheck.h) are left out. Nothing happens while it runs.
    void start(std::shared_ptr<KomboClient> client, const QStringList &integrationIds);
    //! What was read stays read.
    void cancel();

    bool isRunning() const { return m_client != nullptr; }
    int done() const { return m_done; }
    int total() const { return m_total; }

Q_SIGNALS:
    void integrationRead(const desk::IntegrationDetails &details);
    //! The API does not know this id in this environment; it may be known in another one.
    void integrationMissing(const QString &integrationId);
    void readingFailed(const QString &integrationId, const desk::ApiError &error);
    void progressed(int done, int total);
    //! A rate limit holds the run back for so long; zero once it goes on.
    void waiting(std::chrono::milliseconds remaining);
    //! The error is there only for End::Refused.
    void finished(desk::FollowUpRefresh::End end, const std::optional<desk::ApiError> &error);

private:
    void startNext();
    void read(const QString &integrationId);
    void take(const QString &integrationId, const IntegrationDetails &details);
    void fail(const QString &integrationId, const ApiError &error);
    void settle(const QString &integrationId);
    void finish(End end, const std::optional<ApiError> &error = {});

    std::shared_ptr<KomboClient> m_client; // null: not running
    QStringList m_waiting;
    QMap<QString, QPointer<ApiCallBase>> m_running;
    int m_done = 0;
    int m_total = 0;
};

} // namespace desk
