// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integrationdetails.h"

#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace desk {

class ApiCallBase;
class KomboClient;

/*!
 * What is known about one integration, and what can be done to it (kombo-api.md 5.5 to 5.10). Holds
 * on to its client, so a page that is open goes on with the profile and key it was opened with.
 *
 * Says only what the API said: after a change, done or perhaps done, the state is read again. The
 * same action never runs twice at once, and neither do two of Pause, Resume and Delete; asking for
 * one that may not start does nothing. Lives in the thread of its client. Destroying it drops what
 * is under way without a signal; a change may have been made all the same. Slots may destroy it.
 */
class IntegrationCare final : public QObject {
    Q_OBJECT

public:
    enum class Action { Read, Pause, Resume, Sync, Delete };
    Q_ENUM(Action)

    enum class Presence {
        NotRead, //!< nothing was read yet, or nothing but errors
        Present,
        Missing, //!< the API does not know this id: deleted, or of another environment
        Deleted, //!< by this object
    };
    Q_ENUM(Presence)

    //! The id must be a sane token (core/tokencheck.h).
    IntegrationCare(
        std::shared_ptr<KomboClient> client, QString integrationId, QObject *parent = nullptr);
    ~IntegrationCare() override;

    const QString &integrationId() const { return m_integrationId; }
    Presence presence() const { return m_presence; }
    //! As last read; they stay when a later reading fails or finds nothing.
    const std::optional<IntegrationDetails> &details() const { return m_details; }
    //! When details() were read, UTC; invalid before.
    const QDateTime &readAt() const { return m_readAt; }
    //! What the last successful Sync was answered; wasQueuedAlready is no error.
    const std::optional<StartedSync> &lastSync() const { return m_lastSync; }
    //! Why the action failed when it ran last; nothing once it runs again.
    std::optional<ApiError> error(Action action) const;
    //! The error that came last of all, whatever has succeeded since; for support.
    const std::optional<ApiError> &lastError() const { return m_lastError; }

    bool isBusy(Action action) const;
    bool isBusy() const { return !m_running.isEmpty(); }
    //! Whether asking for the action now would start it.
    bool canStart(Action action) const;

    //! Joins a reading that is under way.
    void refresh();
    void pause();
    void resume();
    void syncNow(SyncType type);
    //! Final; see DeletionCall for an answer that does not tell whether it was done.
    void remove();
    //! Asks for the action as it was asked for last.
    void repeat(Action action);

Q_SIGNALS:
    //! Anything of the above: what is known, what is running, what failed.
    void changed();
    void actionSucceeded(desk::IntegrationCare::Action action);
    void actionFailed(desk::IntegrationCare::Action action, const desk::ApiError &error);
    void deleted();
    //! A rate limit holds the action back; comes each second with what remains.
    void waiting(desk::IntegrationCare::Action action, std::chrono::milliseconds remaining);
    void waitIsOver(desk::IntegrationCare::Action action);

private:
    void readAgain();
    void setEnabled(Action action, bool enabled);
    void follow(Action action, ApiCallBase *call);
    void succeed(Action action);
    void fail(Action action, const ApiError &error);
    void takeDetails(const IntegrationDetails &details);

    std::shared_ptr<KomboClient> m_client;
    QString m_integrationId;
    Presence m_presence = Presence::NotRead;
    std::optional<IntegrationDetails> m_details;
    QDateTime m_readAt;
    std::optional<StartedSync> m_lastSync;
    SyncType m_syncType = SyncType::Full; // asked for last
    QMap<Action, QPointer<ApiCallBase>> m_running;
    QMap<Action, ApiError> m_errors;
    std::optional<ApiError> m_lastError;
    bool m_isReadOutdated = false; // something changed while a reading was under way
};

} // namespace desk
