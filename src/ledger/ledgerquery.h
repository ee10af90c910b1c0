// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"
#include "knownintegration.h"

#include <QList>

namespace desk {

//! Which attempts; each field that is set narrows it down.
struct AttemptQuery {
    static constexpr qsizetype longestText = 200;

    QString text; //!< beginnings of words, all of which must be there
    QString profileId;
    QString tool;
    QString category; //!< wire name
    QList<AttemptOutcome> outcomes; //!< any of these
    QDateTime from; //!< of the start, inclusive
    QDateTime until; //!< exclusive

    friend bool operator==(const AttemptQuery &, const AttemptQuery &) = default;
};

//! Where a page begins and how long it may be.
struct PageMark {
    qint64 before = 0; //!< rows older than this one; 0: from the newest
    int rows = 100;
};

struct AttemptPage {
    QList<Attempt> attempts;
    bool isLast = true;
};

struct LedgerChoices {
    QList<LedgerProfile> profiles; //!< under the name that each had last
    QList<QString> tools;
};

struct FollowUps {
    QList<Attempt> sentLinks; //!< magic links whose flow nobody has heard of since
    QList<Attempt> unfinished; //!< and not at work in a living application
    QList<KnownIntegration> integrations; //!< not COMPLETED, or not ACTIVE
};

//! How long to keep; nullopt: for ever.
struct Retention {
    std::optional<int> attemptDays = 90;
    std::optional<int> integrationDays;

    friend bool operator==(const Retention &, const Retention &) = default;
};

//! Each text that is not empty names the person or client; any of them is enough.
struct PersonToForget {
    QString email;
    QString originId;
    QString organization; //!< as a whole, folded as the duplicate guard does
    QString profileId; //!< empty: in all profiles
};

struct Forgotten {
    qint64 attempts = 0;
    qint64 integrations = 0;
    qint64 customers = 0;
    qint64 records = 0; //!< attempts of others whose timeline or exchanges named them, and went
};

} // namespace desk

Q_DECLARE_METATYPE(desk::AttemptPage)
