// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgererror.h"
#include "ledgerstep.h"
#include "openledger.h"
#include "stepsunderway.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace desk {

/*!
 * The one who writes into the ledger for this application, on the thread that it lives in. What it
 * is told is written before tell() returns; if that fails, the step and all after it wait in
 * memory, in order, and are tried again by a timer and with each new step. problem() says what is
 * wrong. The ledger is opened at once; where it cannot be, steps wait as well. When another file
 * takes its place, restored by somebody else or begun after damage, that one is opened, and is told
 * of the attempts that are under way; replaced() says so.
 */
class LedgerKeeper final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype mostWaiting = 10'000;
    static constexpr std::chrono::milliseconds usualPace{2'000};

    //! Later: with the first step or tryAgain(), so that a window can be there before.
    enum class Opening { AtOnce, Later };

    //! The folder is the ledger's own, see openLedger().
    explicit LedgerKeeper(const QString &folder, QObject *parent = nullptr,
        std::chrono::milliseconds pace = usualPace, Opening opening = Opening::AtOnce);
    ~LedgerKeeper() override;

    //! True if it is written; false if it waits, or if too many wait already and it was dropped.
    bool tell(const LedgerStep &step);
    //! Whether everything is written now.
    bool tryAgain();

    //! Null while it cannot be opened; do not keep it beyond this call, for it may be opened anew.
    Ledger *ledger() const { return m_opening.ledger.get(); }
    //! Null as the ledger, which is opened anew if another file has taken its place.
    BatchLedger *batches();
    const QString &folder() const { return m_folder; }

    //! What keeps the ledger from being opened or written.
    const std::optional<LedgerError> &problem() const { return m_problem; }
    qsizetype waiting() const { return qsizetype(m_waiting.size()); }
    //! Steps that were dropped because too many waited.
    qsizetype dropped() const { return m_dropped; }
    //! Where a damaged ledger was put, if that happened in the life of this object.
    const std::optional<QString> &keptAside() const { return m_keptAside; }
    bool isReadOnly() const { return m_opening.isReadOnly; }

    //! Names this running application in Attempt::instance.
    const QString &instance() const { return m_instance; }
    //! Whether the application of that name still runs.
    bool isAlive(const QString &instance) const;

    //! Lets go of the file, for restoreLedger(); tryAgain() opens it again.
    void close();

Q_SIGNALS:
    //! Something was written, by us or by somebody else.
    void changed();
    void problemChanged();
    //! The ledger is another file now: what was read of the one before is to be read anew.
    void replaced();

private:
    bool open(LedgerCheck check);
    void noteFile();
    bool isReady();
    std::optional<LedgerError> writeWaiting();
    void look();
    void noteFailure(const LedgerError &error);
    void setProblem(const std::optional<LedgerError> &problem);

    QString m_folder;
    QString m_instance;
    std::unique_ptr<QLockFile> m_instanceLock;
    LedgerOpening m_opening;
    std::optional<QString> m_keptAside;
    QByteArray m_file; // the identity of the one that was written last
    std::deque<LedgerStep> m_waiting;
    StepsUnderWay m_underWay;
    bool m_wasReplaced = false; // and nobody has been told
    qint64 m_written = 0;
    qsizetype m_dropped = 0;
    std::optional<LedgerError> m_problem;
    qint64 m_version = 0;
    QTimer m_pace;
};

} // namespace desk
