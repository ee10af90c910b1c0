// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attemptbin.h"
#include "attemptdetails.h"
#include "historymodel.h"

namespace desk {

/*!
 * All that the history's sidebar and page show, over one reader: the list, the attempt that is
 * open, and the one that was just deleted. Whoever keeps the ledger takes the steps and says when
 * it has been written.
 */
class History final : public QObject {
    Q_OBJECT

public:
    explicit History(LedgerReader::Opener opener, QObject *parent = nullptr);

    LedgerReader &reader() { return m_reader; }
    HistoryModel &list() { return m_list; }
    AttemptDetails &details() { return m_details; }
    AttemptBin &bin() { return m_bin; }

    void setAliveTest(const HistoryModel::AliveTest &isAlive);

public Q_SLOTS:
    //! Somebody has written: reads anew what is shown.
    void update();
    //! The file is another one now: it was restored, or could not be made before.
    void reopen();

Q_SIGNALS:
    void stepOrdered(const desk::LedgerStep &step);

private:
    LedgerReader m_reader; // the others ask it until their end
    HistoryModel m_list;
    AttemptDetails m_details;
    AttemptBin m_bin;
};

} // namespace desk
