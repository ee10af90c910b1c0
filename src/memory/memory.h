// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/duplicatewatch.h"
#include "followup/followupdesk.h"
#include "followup/keptlinks.h"
#include "history/history.h"
#include "history/ledgerchores.h"
#include "history/ledgersettings.h"
#include "ledger/ledgerkeeper.h"
#include "workspace/clientwait.h"

#include <QObject>
#include <QString>

namespace desk {

class Workspace;

/*!
 * All that is remembered in one data folder, put together: who writes, the history, what waits for
 * a person, the look-out for duplicates, the links that are kept. Nothing is opened before start().
 * Lives in the main thread; keychain and workspace must outlive it.
 */
class Memory final : public QObject {
    Q_OBJECT

public:
    Memory(const QString &dataFolder, SecretStore &keychain, Workspace &workspace,
        QObject *parent = nullptr);

    //! Opens the ledger and cleans up what people do not want to keep.
    void start();

    LedgerKeeper &ledger() { return m_ledger; }
    LedgerChores &chores() { return m_chores; }
    LedgerSettings &settings() { return m_settings; }
    History &history() { return m_history; }
    KeptLinks &keptLinks() { return m_keptLinks; }
    FollowUpDesk &followUps() { return m_followUps; }
    DuplicateWatch &duplicates() { return m_duplicates; }

    //! The folder of the ledger.
    const QString &folder() const { return m_folder; }

    //! The practice server began then; what it made before is gone with the one before it.
    void setPracticeSince(const QDateTime &time);

private:
    QList<Duplicate> duplicatesOf(const DuplicateQuestion &question);
    void connectLedger();
    void connectChores();
    void followProfile();

    Workspace &m_workspace;
    QString m_folder;
    QDateTime m_practiceSince;
    LedgerKeeper m_ledger;
    LedgerChores m_chores;
    LedgerSettings m_settings;
    History m_history;
    KeptLinks m_keptLinks;
    ClientWait m_wait;
    FollowUpDesk m_followUps;
    DuplicateWatch m_duplicates;
};

} // namespace desk
