// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledger.h"
#include "ledger/ledgerexport.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace desk {

/*!
 * What people order about the ledger as a whole, each done in another thread with a connection of
 * its own, one at a time. Ends with finished(), whatever happened; a second order before that is
 * refused. On its own end it cancels and waits.
 */
class LedgerChores final : public QObject {
    Q_OBJECT

public:
    enum class Chore { BackUp, Restore, Export, Count, Forget, Clean };

    struct Report {
        Chore chore = Chore::Clean;
        std::optional<LedgerError> error = {};
        bool wasCancelled = false; //!< nothing was left behind
        QString file = {}; //!< that was written or read
        qint64 attempts = 0; //!< exported, or cleaned away
        Forgotten forgotten = {}; //!< or would be, for Count
        std::optional<QString> keptAs = {}; //!< where the ledger before a restoration lies
    };

    //! The folder is that of openLedger().
    explicit LedgerChores(QString folder, QObject *parent = nullptr);
    ~LedgerChores() override;

    bool isBusy() const { return m_chore.has_value(); }
    const std::optional<Chore> &chore() const { return m_chore; }

    // Each gives false, and does nothing, while another is under way.

    //! A file that is there is replaced once the copy is whole.
    bool backUp(const QString &file);
    //! releaseRequested() comes first: whoever has the ledger open lets go of it.
    bool restore(const QString &file);
    bool exportAttempts(const QString &file, LedgerFormat format, const AttemptQuery &query);
    //! What forget() would take, as far as it is in sight.
    bool count(const PersonToForget &person);
    bool forget(const PersonToForget &person);
    //! What is too old by a clock that is believable, see CleaningClock.
    bool clean(const Retention &retention);

    //! Exporting and counting stop soon; the others are done or not done as a whole.
    void cancel();
    bool canCancel() const;

Q_SIGNALS:
    void started(desk::LedgerChores::Chore chore);
    //! So many rows are done.
    void progressed(qint64 rows);
    //! Nobody else may have the ledger open while it is replaced.
    void releaseRequested();
    void finished(const desk::LedgerChores::Report &report);

private:
    using Work = std::function<Report()>;

    bool start(Chore chore, Work work);
    void run(const Work &work);
    void take(const Report &report);
    //! Told from the other thread.
    std::function<void(qint64)> progress();

    QString m_folder;
    std::optional<Chore> m_chore;
    Work m_work; // to be done again while the ledger is still held by others
    int m_triesLeft = 0;
    QTimer m_nextTry;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    QThread m_thread;
    QObject *m_worker; // lives in the thread
};

} // namespace desk

Q_DECLARE_METATYPE(desk::LedgerChores::Report)
