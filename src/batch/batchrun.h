// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchfailure.h"
#include "batchmemory.h"
#include "batchoutput.h"
#include "batchpast.h"
#include "batchplan.h"
#include "batchrate.h"
#include "batchscribe.h"

#include "api/komboclient.h"
#include "core/prefill.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <optional>
#include <variant>

namespace desk {

//! What is known of one row of a run. Never its link.
struct BatchRunRow {
    int number = 0;
    BatchRowStatus status = BatchRowStatus::Planned;
    LinkType linkType = LinkType::MagicLink;
    QDateTime expiresAt; //!< reckoned; valid once there is a link
    QString error; //!< one sentence, if it failed or is not known
    std::optional<BatchRowFailure> failure; //!< the same as a fact; not after a restart
};

/*!
 * Makes the links of a plan: so many at a time, each one written down before it is asked for and
 * after it has come, so that no row that is known to be done is ever sent again, even if this
 * process is killed. A row that was sent and of which nothing came back is not known; it is sent
 * again only if somebody says so. What has come while the disk was at work is written together in a
 * thread of its own, for a disk takes as long for one row as for many.
 *
 * prepare() takes up a run that was killed or paused, if input, profile and file are the same. The
 * client must outlive the run; what it is pointed to by the memory, too. Lives in one thread with
 * an event loop. Deleting it leaves a journal with which the next one goes on.
 */
class BatchRun final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostAtOnce = 16;

    enum class State {
        Idle, //!< prepared or not, nothing sent
        Running,
        Paused, //!< nothing new is begun; see pauseReason()
        Waiting, //!< the API has asked for patience; see waitsUntil()
        Cancelling, //!< nothing new is begun, and answers are awaited for a few seconds
        Ended, //!< see wasCancelled()
    };
    Q_ENUM(State)

    enum class PauseReason {
        None,
        Asked,
        KeyRefused, //!< or the network it was used from; see pauseError()
        Network, //!< so many failures in a row that it is not the rows; see pauseError()
        RateLimited, //!< asked to come back later than we wait by ourselves; see pauseError()
        Ledger, //!< cannot be written, so nothing may be sent
        Output, //!< the file cannot be written; see outputProblem()
    };
    Q_ENUM(PauseReason)

    struct Options {
        QString output; //!< the file for the links
        QString mails; //!< a folder; empty: no mail texts
        QString sourceName; //!< of the input, without its folder
        QJsonObject columns; //!< for the ledger only
        Prefill common; //!< for the ledger only
        int concurrency = 4; //!< 1 to mostAtOnce
        bool retryFailed = false;
        bool retryUnknown = false;
    };

    //! How patient a run is; tests have less time.
    struct Pace {
        std::chrono::milliseconds graceAtCancel{5'000};
        std::chrono::milliseconds holdUnasked{10'000}; //!< after a 429 to the end without a time
        std::chrono::milliseconds longestHold{15 * 60'000}; //!< who asks for more pauses the run
        int networkFailures = 5; //!< in a row
        int rateLimits = 6; //!< refusals for it in a row, after which the run pauses
    };

    struct Progress {
        qsizetype total = 0;
        qsizetype done = 0;
        qsizetype failed = 0;
        qsizetype notKnown = 0;
        qsizetype skipped = 0;
        qsizetype atWork = 0;
        double perMinute = 0; //!< rows with an answer; 0: not known yet
        std::optional<std::chrono::milliseconds> timeLeft; //!< nullopt: not known

        qsizetype left() const { return total - done - failed - notKnown - skipped; }
    };

    //! What prepare() found.
    using Beginning = BatchPast::Beginning;
    using Refusal = BatchPast::Refusal;

    //! The plan must be sendable.
    BatchRun(KomboClient &client, BatchPlan plan, BatchMemory memory, BatchSentence sentence,
        Options options, QObject *parent = nullptr);
    BatchRun(KomboClient &client, BatchPlan plan, BatchMemory memory, BatchSentence sentence,
        Options options, Pace pace, QObject *parent = nullptr);
    ~BatchRun() override;

    /*!
     * The numbers of the rows that prepare() and start() would send, as far as an earlier run is
     * known; looks only. Of the others it does not matter any more whether they are duplicates.
     */
    Result<QList<int>, Refusal> rowsToSend();
    //! See BatchPast.
    QString linksElsewhere() const { return m_past.linksElsewhere(); }
    //! Looks at the file and at the ledger, and writes the plan down; sends nothing.
    Result<Beginning, Refusal> prepare();
    //! After prepare().
    void start();
    //! Those at work are awaited.
    void pause();
    //! Also tries again what kept it paused.
    void resume();
    //! Ends it for now: the journal stays, and another run can take it up.
    void cancel();
    //! Sends these again, if they have failed, are not known or were left out; others stay.
    //! An ended run begins anew with them.
    void retry(const QList<int> &numbers);
    //! Leaves these out, if they are not sent yet.
    void skip(const QList<int> &numbers);

    State state() const { return m_state; }
    PauseReason pauseReason() const { return m_pauseReason; }
    const std::optional<ApiError> &pauseError() const { return m_pauseError; }
    const std::optional<LedgerError> &ledgerError() const { return m_ledgerError; }
    const std::optional<BatchOutputProblem> &outputProblem() const { return m_outputProblem; }
    //! Why the mail texts are not all there.
    const std::optional<BatchOutputProblem> &mailProblem() const { return m_mailProblem; }
    QDateTime waitsUntil() const { return m_waitsUntil; }
    bool wasCancelled() const { return m_wasCancelled; }

    //! In the order of the plan.
    const QList<BatchRunRow> &rows() const { return m_rows; }
    Progress progress() const;
    const QString &outputFile() const { return m_output.file(); }
    QString partialFile() const { return m_output.partialFile(); }
    int concurrency() const { return m_options.concurrency; }
    void setConcurrency(int atOnce);

Q_SIGNALS:
    void stateChanged(desk::BatchRun::State state);
    //! At most every tenth of a second, and at the end.
    void progressChanged();
    void rowChanged(qsizetype index);
    //! When Ended is reached; everything that could be written is on the disk.
    void ended();

private:
    using Call = ApiCall<CreatedLink>;

    //! A row whose request is on its way, or about to be.
    struct Work {
        QPointer<Call> call;
        QUuid attempt;
        QDateTime asked;
        std::optional<QDeadlineTimer> waits; //!< the client holds it back until then
        QElapsedTimer sinceAsked{}; //!< the clock may be set meanwhile
    };
    //! A link that has come and could not be written yet.
    struct Unwritten {
        qsizetype index = 0;
        Secret link;
        Work work;
        QDateTime expiry{};
    };
    //! A row that goes as soon as it is written down.
    struct Next {
        qsizetype index = 0;
        Work work;
        QUuid attemptBefore;
    };
    //! What is being written together.
    struct Turn {
        QList<Unwritten> links;
        QList<Next> next;
        QSet<qsizetype> marked;
        QList<LedgerStep> steps;
        bool isForFileOnly = false;
    };
    //! An answer that nobody has looked at yet.
    struct Answered {
        qsizetype index = 0;
        Work work;
        std::variant<Secret, ApiError> answer;
    };
    void takeRows(const Batch &batch, const QHash<int, BatchLine> &lines);
    void takeRow(qsizetype index, const BatchRow &known, const QHash<int, BatchLine> &lines);
    bool isToRetry(BatchRowStatus status) const;
    void fillQueue();
    Batch newBatch() const;
    std::optional<Refusal> beginBatch();

    void pumpSoon();
    void pump();
    bool mayBegin() const;
    bool hasNews() const;
    bool isWhole() const;
    BatchScribe::Entry beginTurn(bool mayPlan);
    QList<Next> planNext();
    void noteWritten(const BatchScribe::Outcome &outcome);
    void endTurn(const BatchScribe::Outcome &outcome);
    void takeWritten(const QList<Unwritten> &links, bool isRecorded);
    void goOn();
    void takeBack(const QList<Next> &next);
    void begin(const Next &row);
    void send(const Next &row);
    void follow(qsizetype index, Call *call);
    void takeAnswers();
    void takeLink(qsizetype index, const Work &work, const Secret &link);
    void takeFailure(qsizetype index, const Work &work, const ApiError &error);
    void settle(qsizetype index, const Work &work, const BatchRowFailure &failure);
    void putBack(qsizetype index, const Work &work);
    void judge(const ApiError &error);
    void hold(std::chrono::milliseconds time);
    void updateWaiting();
    void pauseBecause(PauseReason reason);
    void abandon(qsizetype index);
    void giveUpWaiting();
    void finish();
    void noteConcluded(const BatchScribe::Outcome &outcome);
    void end(bool cancelled);

    void mark(qsizetype index, const QUuid &attempt);
    bool writeNow();
    void writeOrLeave();
    QList<BatchRow> rowsOf(const QSet<qsizetype> &marked) const;
    QList<LedgerStep> stepsOf(const Unwritten &link) const;
    void noteEnd(const Work &work, AttemptOutcome outcome, const QString &error = {},
        const QString &code = {});
    Attempt attemptOf(qsizetype index, const Work &work) const;
    BatchOutputRow outputRow(qsizetype index) const;
    QList<BatchOutputRow> outputRows() const;
    void setStatus(qsizetype index, BatchRowStatus status, const QString &error = {});
    void setState(State state);
    void noteProgress();

    KomboClient &m_client;
    BatchPlan m_plan;
    BatchMemory m_memory;
    BatchSentence m_sentence;
    Options m_options;
    Pace m_pace;
    BatchOutput m_output;
    BatchPast m_past;
    QUuid m_batch;
    bool m_isPrepared = false;
    bool m_wasCancelled = false;

    QList<BatchRunRow> m_rows;
    QHash<int, qsizetype> m_indexOf; // by number
    QHash<qsizetype, QUuid> m_attempts;
    std::array<qsizetype, 6> m_counts{};
    std::deque<qsizetype> m_queue;
    QHash<qsizetype, Work> m_work;
    // What the next turn writes together: answers, the links of them, and what the ledger is told.
    QList<Answered> m_answered;
    QList<Unwritten> m_unwritten;
    QSet<qsizetype> m_unmarked;
    QList<LedgerStep> m_steps;
    Turn m_turn;
    bool m_isConcluding = false;
    BatchScribe m_scribe;

    State m_state = State::Idle;
    PauseReason m_pauseReason = PauseReason::None;
    std::optional<ApiError> m_pauseError;
    std::optional<LedgerError> m_ledgerError;
    std::optional<BatchOutputProblem> m_outputProblem;
    std::optional<BatchOutputProblem> m_mailProblem;
    QDateTime m_waitsUntil;
    QDeadlineTimer m_heldUntil{0};
    int m_networkFailures = 0;
    int m_rateLimits = 0;
    BatchRate m_rate;
    QTimer m_pump;
    QTimer m_grace;
    QTimer m_progress;
};

} // namespace desk
