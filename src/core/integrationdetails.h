// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

/*!
 * What an integration may read or write, and why not (kombo-api.md 5.5). Fields have no label and
 * no fields of their own; those of an action have no setting either. coverage and setting are the
 * API's own words.
 */
struct IntegrationScope {
    QString id;
    QString label;
    bool isAvailable = false;
    QString coverage;
    QString setting;
    bool isOptedOut = false; //!< by the customer
    QList<IntegrationScope> fields;

    // Not defaulted: the list inside could not be compared before the type is complete.
    friend bool operator==(const IntegrationScope &one, const IntegrationScope &other);
};

/*!
 * Everything the API tells about one integration (kombo-api.md 5.5). category, status and
 * setupStatus are the API's own words, kept as text because new ones may come.
 */
struct IntegrationDetails {
    QString id;
    QString toolId;
    QString toolLabel;
    std::optional<QString> toolInternalLabel;
    QString category;
    QString status;
    QString setupStatus;
    QString organization;
    std::optional<QString> email;
    std::optional<QString> originId;
    QString scopeConfigId;
    std::optional<QString> scopeConfigName;
    std::optional<QDateTime> dataExpiredAt; //!< set while a change awaits its sync
    QDateTime createdAt; //!< UTC; invalid if the server sent something else
    bool isBeta = false;
    QList<IntegrationScope> readModels;
    QList<IntegrationScope> writeActions;
    QJsonObject data; //!< the answer's data as it came
};

//! What force-sync answers (kombo-api.md 5.10); type may differ from what was asked for.
struct StartedSync {
    QString syncId;
    QString type;
    bool wasQueuedAlready = false;
    QJsonObject data;
};

enum class SyncType { Full, Delta };
QString wireName(SyncType type);

//! What check-api-key answers (kombo-api.md 5.1).
struct EnvironmentInfo {
    QString environmentId;
    QJsonObject data;
};

//! The answer of a change that says no more than that it was made.
struct Done { };

} // namespace desk
