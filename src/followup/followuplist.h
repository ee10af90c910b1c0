// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followuprow.h"

#include "ledger/ledgerquery.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUuid>

#include <chrono>

/*!
 * What waits for somebody, sorted by what needs a person first: clients that are cut off, then
 * those who cannot go on by themselves, then those who may have forgotten, then those who are at
 * it.
 */
namespace desk::FollowUpList {

//! A link that works for no longer than that is said to expire soon.
constexpr std::chrono::days soon{14};
//! A client who was sent a link younger than that is not reminded yet.
constexpr std::chrono::days patience{3};

struct Source {
    FollowUps followUps;
    QDateTime now;
    //! Links and integrations of the practice server end with it: those of this profile that are
    //! older than practiceSince are left out. Invalid: nothing is.
    QString practiceProfileId;
    QDateTime practiceSince;
    QSet<QUuid> keptLinks; //!< attempts whose link is in the keychain
    QHash<QString, KnownIntegration> known; //!< by id: integrations that links are for
    QSet<QString> missing; //!< ids that the API did not know when it was asked last
};

//! An integration for which a link is on its way has no row besides that link's.
QList<FollowUpRow> rows(const Source &source);

} // namespace desk::FollowUpList
