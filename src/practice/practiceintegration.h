// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "practicewords.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! What an integration is from its birth on. Absent texts are absent, never empty.
struct PracticeIntegrationFacts {
    QString toolId;
    Category category = Category::Hris;
    QString organization{};
    std::optional<QString> email{};
    std::optional<QString> originId{};
    std::optional<QString> scopeConfigId{}; //!< absent: the environment's default
    bool filtering = false; //!< the employee filter step is switched on
    bool fieldMapping = false; //!< the field mapping step is switched on
};

//! One run of a sync; over once the clock has reached endsAt.
struct PracticeSync {
    QString id;
    PracticeSyncType type = PracticeSyncType::Full;
    QDateTime startedAt;
    QDateTime endsAt;
};

/*!
 * One integration and how it moves (kombo-api.md 7). Nothing runs in it: every question and every
 * change is given the present moment, and what a sync has brought about follows from its times.
 */
class PracticeIntegration {
public:
    static constexpr qint64 syncSeconds = 5; // our choice: long enough to be seen

    //! Its setup is open if a step is switched on, else it is complete.
    PracticeIntegration(QString id, PracticeIntegrationFacts facts, QDateTime now);

    const QString &id() const { return m_id; }
    const PracticeIntegrationFacts &facts() const { return m_facts; }
    const QDateTime &createdAt() const { return m_createdAt; }
    bool hasSetupStep() const { return m_facts.filtering || m_facts.fieldMapping; }
    PracticeStatus status() const;
    PracticeSetupStatus setupStatus(const QDateTime &now) const;
    //! The last change of the configuration, until a sync that began after it has ended.
    std::optional<QDateTime> dataExpiredAt(const QDateTime &now) const;

    //! Off cancels every sync; on again, one that the setup still needs begins anew.
    void setEnabled(bool enabled, const QDateTime &now);
    void setStatus(PracticeStatus status, const QDateTime &now);
    void setSetupStatus(PracticeSetupStatus status, const QDateTime &now);
    //! New credentials: active again, and with another scope config if one is given.
    void reconnect(const std::optional<QString> &scopeConfigId, const QDateTime &now);
    //! The steps are done, the last sync begins.
    void finishSetup(const QDateTime &now);

    struct SyncStart {
        QString id;
        bool wasRunning = false;
    };
    //! One sync of each type at a time (kombo-api.md 5.10).
    SyncStart startSync(PracticeSyncType type, const QDateTime &now);

    //! What the setup flow or the API has set; the defaults are the caller's.
    std::optional<bool> passthrough(const QString &fieldId) const;
    void setPassthrough(const QString &fieldId, std::optional<bool> enabled, const QDateTime &now);
    std::optional<QString> mappedField(const QString &customFieldId) const;
    void mapField(
        const QString &customFieldId, const std::optional<QString> &fieldId, const QDateTime &now);
    const QStringList &groups() const { return m_groups; }
    void setGroups(const QStringList &groups, const QDateTime &now);

private:
    enum class Setup { StepsOpen, FinalSync, Done };

    void settle(const QDateTime &now);
    void beginSync(PracticeSyncType type, const QDateTime &now);
    const PracticeSync *syncOf(PracticeSyncType type) const;

    QString m_id;
    PracticeIntegrationFacts m_facts;
    QDateTime m_createdAt;
    bool m_enabled = true;
    bool m_hasGoodCredentials = true;
    Setup m_setup = Setup::Done;
    std::optional<QDateTime> m_finalSyncEndsAt; // absent while it is cancelled
    std::optional<QDateTime> m_changedAt;
    QList<PracticeSync> m_syncs; // at most one of each type, ended ones included
    QHash<QString, bool> m_passthrough;
    QHash<QString, QString> m_mappings;
    QStringList m_groups;
};

} // namespace desk
