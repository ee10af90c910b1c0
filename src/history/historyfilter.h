// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "historyperiod.h"

#include "ledger/ledgerquery.h"

namespace desk {

//! What the history is narrowed down to, besides what is searched for.
struct HistoryFilter {
    QString profileId;
    QList<AttemptOutcome> outcomes; //!< none: all
    QString tool;
    QString category; //!< wire name
    HistoryPeriod period = HistoryPeriod::AnyTime;

    bool isActive() const { return *this != HistoryFilter(); }

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

//! The text is cut at AttemptQuery::longestText.
AttemptQuery queryOf(const HistoryFilter &filter, const QString &text, const QDateTime &now);

} // namespace desk
