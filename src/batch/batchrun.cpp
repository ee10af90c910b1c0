// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchrun.h"

#include "batchmails.h"
#include "runvalues.h"

#include "api/createlink.h"
#include "session/linkvalidity.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

using Status = BatchRowStatus;

constexpr milliseconds progressPace = 100ms;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

bool isNetworkTrouble(const ApiError &error)
{
    return error.kind == ApiError::Kind::Transport || error.kind == ApiError::Kind::Timeout
        || error.kind == ApiError::Kind::Tls;
}

bool isKeyRefused(const ApiError &error)
{
    return error.kind == ApiError::Kind::Unauthorized
        || error.kind == ApiError::Kind::NetworkNotAllowed;
}

} // namespace

BatchRun::BatchRun(KomboClient &client, BatchPlan plan, BatchMemory memory, BatchSentence sentence,
    Options options, QObject *parent)
    : BatchRun(client, std::move(plan), std::move(memory), std::move(sentence), std::move(options),
        Pace(), parent)
{
}

BatchRun::BatchRun(KomboClient &client, BatchPlan plan, BatchMemory memory, BatchSentence sentence,
    Options options, Pace pace, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_plan(std::move(plan))
    , m_memory(std::move(memory))
    , m_sentence(std::move(sentence))
    , m_options(std::move(options))
    , m_pace(pace)
    , m_output(m_options.output, m_plan.dialect())
    , m_past(m_memory, m_plan, m_output)
    , m_scribe(m_output, m_memory.ownBooks, m_plan.dialect().separator)
{
    m_options.concurrency = std::clamp(m_options.concurrency, 1, mostAtOnce);
    for (const PlannedRow &row : m_plan.rows()) {
        m_indexOf.insert(row.number, m_rows.size());
        m_rows.append({row.number, Status::Planned, row.details.linkType, {}, {}, {}});
    }
    m_counts[size_t(Status::Planned)] = m_rows.size();
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &BatchRun::pump);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &BatchRun::giveUpWaiting);
    m_progress.setSingleShot(true);
    m_progress.setInterval(progressPace);
    connect(&m_progress, &QTimer::timeout, this, &BatchRun::progressChanged);
    connect(&m_scribe, &BatchScribe::done, this, &BatchRun::noteWritten);
}

BatchRun::~BatchRun()
{
    const QSignalBlocker nobodyIsTold(this);
    if (!m_batch.isNull() && m_state != State::Ended) {
        m_state = State::Cancelling; // so that nothing more is sent
        m_scribe.waitUntilDone();
    }
    if (!m_batch.isNull() && m_state != State::Ended) { // that may have been the last of it
        takeAnswers();
        writeOrLeave();
    }
    for (const Work &work : std::as_const(m_work))
        delete work.call;
}

bool BatchRun::isToRetry(Status status) const
{
    return (status == Status::Failed && m_options.retryFailed)
        || (status == Status::NotKnown && m_options.retryUnknown);
}

void BatchRun::takeRows(const Batch &batch, const QHash<int, BatchLine> &lines)
{
    for (const BatchRow &row : batch.rows) {
        const auto index = m_indexOf.constFind(row.number);
        if (index != m_indexOf.constEnd())
            takeRow(*index, row, lines);
    }
}

void BatchRun::takeRow(qsizetype index, const BatchRow &known, const QHash<int, BatchLine> &lines)
{
    if (!known.attempt.isNull())
        m_attempts.insert(index, known.attempt);
    if (const auto line = lines.constFind(known.number); line != lines.constEnd()) {
        m_rows[index].expiresAt = line->expiresAt;
        setStatus(index, Status::Done);
        return;
    }
    QString error = known.error;
    Status status = known.status;
    const auto isUnknownBecause = [&](BatchUnknown reason) {
        status = Status::NotKnown;
        error = m_sentence(reason);
    };
    if (known.status == Status::Done)
        isUnknownBecause(BatchUnknown::LinkLost);
    if (known.status == Status::Sending)
        isUnknownBecause(BatchUnknown::Killed);
    if (isToRetry(status))
        setStatus(index, Status::Planned);
    else
        setStatus(index, status, error);
}

Result<QList<int>, BatchRun::Refusal> BatchRun::rowsToSend()
{
    const Result<BatchPast::Found, Refusal> found = m_past.look();
    if (!found)
        return Unexpected{found.error()};
    if (found->batch) {
        const QString file =
            found->beginning == Beginning::GoesOn ? m_output.partialFile() : m_output.file();
        takeRows(*found->batch, BatchOutput::linesOf(file, m_plan.dialect().separator));
    }
    QList<int> numbers;
    for (const BatchRunRow &row : std::as_const(m_rows)) {
        if (row.status == Status::Planned)
            numbers.append(row.number);
    }
    return numbers;
}

Result<BatchRun::Beginning, BatchRun::Refusal> BatchRun::prepare()
{
    if (const auto problem = m_output.lock())
        return Unexpected{Refusal(*problem)};
    const Result<BatchPast::Found, Refusal> found = m_past.look();
    if (!found) {
        m_output.close();
        return Unexpected{found.error()};
    }
    Beginning beginning = found->beginning;
    if (beginning == Beginning::AlreadyEnded) {
        takeRows(*found->batch, BatchOutput::linesOf(m_output.file(), m_plan.dialect().separator));
        if (m_counts[size_t(Status::Planned)] == 0) {
            m_output.removePartial(); // a run that was killed at its very end has left it
            m_isPrepared = true;
            return beginning;
        }
    }
    if (const auto problem = m_output.open(found->journal)) {
        m_output.close();
        return Unexpected{Refusal(*problem)};
    }
    m_scribe.openBooks(); // while this thread goes on
    if (beginning == Beginning::GoesOn) {
        m_batch = found->batch->id;
        takeRows(*found->batch, m_output.lines());
        for (const BatchRow &row : found->batch->rows) {
            const qsizetype index = m_indexOf.value(row.number, -1);
            if (index < 0 || m_rows.at(index).status == row.status)
                continue;
            // What the last process could not say any more.
            const Work work{nullptr, row.attempt, {}, {}};
            if (row.status == Status::Sending && m_rows.at(index).status == Status::Done)
                noteEnd(work, AttemptOutcome::LinkCreated);
            else if (row.status == Status::Sending)
                noteEnd(work, AttemptOutcome::Unknown, m_sentence(BatchUnknown::Killed));
            mark(index, row.attempt);
        }
        if (!writeNow()) {
            m_output.close();
            return Unexpected{Refusal(*m_ledgerError)};
        }
    } else if (const auto refusal = beginBatch()) {
        m_output.close();
        return Unexpected{*refusal};
    }
    fillQueue();
    m_isPrepared = true;
    return beginning == Beginning::AlreadyEnded ? Beginning::GoesOn : beginning;
}

Batch BatchRun::newBatch() const
{
    Batch batch;
    batch.id = QUuid::createUuid();
    batch.profileId = m_memory.profile.id;
    batch.sourceName = m_options.sourceName;
    batch.fingerprint = BatchPast::fingerprintOf(m_plan, m_output.file());
    batch.createdAt = now();
    batch.concurrency = m_options.concurrency;
    batch.columns = m_options.columns;
    batch.commonValues = toJson(RunValues{m_options.common, m_output.file()});
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        const BatchRunRow &row = m_rows.at(index);
        batch.rows.append({row.number, row.status, m_attempts.value(index), row.error});
    }
    return batch;
}

std::optional<BatchRun::Refusal> BatchRun::beginBatch()
{
    const Batch batch = newBatch();
    BatchLedger *books = m_memory.books();
    const auto begun = books ? books->begin(batch) : Unexpected{LedgerError()};
    if (!begun)
        return Refusal(begun.error());
    m_batch = batch.id;
    return std::nullopt;
}

void BatchRun::fillQueue()
{
    m_queue.clear();
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        if (m_rows.at(index).status == Status::Planned)
            m_queue.push_back(index);
    }
}

void BatchRun::start()
{
    if (!m_isPrepared || m_state != State::Idle)
        return;
    if (m_batch.isNull()) { // it had ended before
        if (!m_options.mails.isEmpty()) {
            m_mailProblem = writeBatchMails(
                m_options.mails, m_output.file(), m_plan.dialect().separator, outputRows());
        }
        QMetaObject::invokeMethod(
            this, [this] { end(false); }, Qt::QueuedConnection);
        return;
    }
    m_rate.start();
    setState(State::Running);
    pumpSoon();
}

void BatchRun::pause()
{
    if (m_state == State::Running || m_state == State::Waiting)
        pauseBecause(PauseReason::Asked);
}

void BatchRun::pauseBecause(PauseReason reason)
{
    if (m_state == State::Cancelling || m_state == State::Ended)
        return;
    m_pauseReason = reason;
    setState(State::Paused);
}

void BatchRun::resume()
{
    m_scribe.waitUntilDone();
    if (m_state != State::Paused)
        return;
    m_ledgerError.reset();
    m_outputProblem.reset();
    m_pauseError.reset();
    m_networkFailures = 0;
    m_rateLimits = 0;
    m_rate.start();
    m_pauseReason = PauseReason::None;
    if (!writeNow())
        return; // paused again, for the same reason
    setState(State::Running);
    pumpSoon();
}

void BatchRun::cancel()
{
    if (m_isConcluding)
        m_scribe.waitUntilDone();
    if (m_state == State::Cancelling || m_state == State::Ended)
        return;
    setState(State::Cancelling);
    m_queue.clear();
    const QList<qsizetype> atWork = m_work.keys();
    for (const qsizetype index : atWork) {
        // Nothing has happened at the API while the client waits to send it.
        const Work work = m_work.value(index);
        if (!work.waits)
            continue;
        m_work.remove(index);
        work.call->cancel();
        work.call->deleteLater();
        putBack(index, work);
    }
    m_grace.start(m_pace.graceAtCancel);
    pumpSoon();
}

void BatchRun::retry(const QList<int> &numbers)
{
    if (m_isConcluding)
        m_scribe.waitUntilDone();
    QList<qsizetype> again;
    for (const int number : numbers) {
        const qsizetype index = m_indexOf.value(number, -1);
        if (index < 0)
            continue;
        const Status status = m_rows.at(index).status;
        if (status == Status::Failed || status == Status::NotKnown || status == Status::Skipped)
            again.append(index);
    }
    if (again.isEmpty() || m_state == State::Cancelling)
        return;
    const bool hasEnded = m_state == State::Ended || (m_state == State::Idle && m_batch.isNull());
    if (hasEnded) {
        const bool wasWhole = !m_wasCancelled;
        if (const auto problem = m_output.lock())
            m_outputProblem = problem;
        else
            m_outputProblem = m_output.open(
                wasWhole ? BatchOutput::Journal::FromFile : BatchOutput::Journal::GoOn);
        if (m_outputProblem) {
            Q_EMIT stateChanged(m_state);
            return;
        }
    }
    for (const qsizetype index : again)
        setStatus(index, Status::Planned);
    if (hasEnded && !m_wasCancelled) {
        if (beginBatch()) {
            m_ledgerError = LedgerError();
            m_output.close();
            return;
        }
    } else {
        for (const qsizetype index : again)
            mark(index, m_attempts.value(index));
    }
    if (hasEnded) {
        fillQueue();
        m_wasCancelled = false;
        m_rate.start();
        m_ledgerError.reset();
        setState(State::Running);
    } else {
        m_queue.insert(m_queue.end(), again.cbegin(), again.cend());
    }
    pumpSoon();
}

void BatchRun::skip(const QList<int> &numbers)
{
    for (const int number : numbers) {
        const qsizetype index = m_indexOf.value(number, -1);
        if (index < 0 || m_rows.at(index).status != Status::Planned || m_work.contains(index))
            continue;
        setStatus(index, Status::Skipped);
        if (!m_batch.isNull())
            mark(index, m_attempts.value(index));
    }
    if (m_state == State::Ended) { // no turn does it
        m_ledgerError.reset();
        writeNow();
        m_scribe.closeBooks();
    }
    std::erase_if(
        m_queue, [this](qsizetype index) { return m_rows.at(index).status == Status::Skipped; });
    pumpSoon();
}

void BatchRun::setConcurrency(int atOnce)
{
    m_options.concurrency = std::clamp(atOnce, 1, mostAtOnce);
    pumpSoon();
}

void BatchRun::pumpSoon()
{
    m_pump.start(0ms);
}

bool BatchRun::mayBegin() const
{
    // While the API asks one request for patience, others would only be asked as well.
    return (m_state == State::Running || m_state == State::Waiting) && m_heldUntil.hasExpired()
        && std::none_of(m_work.cbegin(), m_work.cend(),
            [](const Work &work) { return work.waits.has_value(); });
}

// One turn: what has come is written, and what goes next, and only then does that go.
void BatchRun::pump()
{
    if (m_state == State::Idle || m_state == State::Ended || m_scribe.isBusy())
        return;
    takeAnswers();
    BatchScribe::Entry entry = beginTurn(true);
    if (entry.isEmpty()) {
        m_turn = {};
        goOn();
        return;
    }
    m_scribe.write(std::move(entry));
}

BatchScribe::Entry BatchRun::beginTurn(bool mayPlan)
{
    m_turn = {};
    m_turn.isForFileOnly = m_ledgerError.has_value();
    BatchScribe::Entry entry;
    entry.batch = m_batch;
    entry.isForFileOnly = m_turn.isForFileOnly;
    if (!m_outputProblem)
        m_turn.links = std::exchange(m_unwritten, {});
    for (const Unwritten &made : std::as_const(m_turn.links)) {
        entry.links.append({outputRow(made.index), made.link, made.expiry});
        const int number = m_rows.at(made.index).number;
        entry.notesWithLinks.rows.append({number, Status::Done, made.work.attempt, {}});
        entry.notesWithLinks.steps += stepsOf(made);
    }
    if (m_turn.isForFileOnly)
        return entry;
    m_turn.marked = std::exchange(m_unmarked, {});
    m_turn.steps = std::exchange(m_steps, {});
    entry.notes = {rowsOf(m_turn.marked), m_turn.steps};
    if (mayPlan)
        m_turn.next = planNext();
    for (const Next &row : std::as_const(m_turn.next)) {
        const int number = m_rows.at(row.index).number;
        entry.notesWithLinks.rows.append({number, Status::Sending, row.work.attempt, {}});
        entry.notesWithLinks.steps.append(AttemptBegun{attemptOf(row.index, row.work)});
    }
    return entry;
}

QList<BatchRun::Next> BatchRun::planNext()
{
    QList<Next> next;
    while (mayBegin() && !m_queue.empty() && m_work.size() + next.size() < m_options.concurrency) {
        const qsizetype index = m_queue.front();
        m_queue.pop_front();
        Work work{nullptr, QUuid::createUuid(), now(), {}};
        work.sinceAsked.start();
        next.append({index, work, m_attempts.value(index)});
        m_attempts.insert(index, work.attempt);
        setStatus(index, Status::Sending);
    }
    return next;
}

void BatchRun::noteWritten(const BatchScribe::Outcome &outcome)
{
    if (m_isConcluding) {
        noteConcluded(outcome);
        return;
    }
    endTurn(outcome);
    goOn();
}

void BatchRun::endTurn(const BatchScribe::Outcome &outcome)
{
    const Turn turn = std::exchange(m_turn, {});
    const bool isRecorded = !outcome.ledger && !turn.isForFileOnly;
    if (!isRecorded) {
        m_unmarked += turn.marked;
        m_steps = turn.steps + m_steps;
    }
    if (outcome.output) {
        m_unwritten = turn.links + m_unwritten;
        m_outputProblem = outcome.output;
        pauseBecause(PauseReason::Output);
    } else {
        takeWritten(turn.links, isRecorded);
    }
    if (outcome.ledger) {
        m_ledgerError = outcome.ledger;
        pauseBecause(PauseReason::Ledger);
    }
    if (!isRecorded || outcome.output) {
        takeBack(turn.next);
        return;
    }
    for (const Next &row : turn.next)
        begin(row);
}

void BatchRun::takeWritten(const QList<Unwritten> &links, bool isRecorded)
{
    for (const Unwritten &made : links) {
        m_rows[made.index].expiresAt = made.expiry;
        setStatus(made.index, Status::Done);
        if (isRecorded)
            continue;
        mark(made.index, made.work.attempt);
        m_steps += stepsOf(made);
    }
}

bool BatchRun::hasNews() const
{
    const bool hasLinks = !m_unwritten.isEmpty() && !m_outputProblem;
    const bool hasNotes = !(m_unmarked.isEmpty() && m_steps.isEmpty()) && !m_ledgerError;
    const bool hasNext = mayBegin() && !m_queue.empty() && m_work.size() < m_options.concurrency;
    return !m_answered.isEmpty() || hasLinks || hasNotes || hasNext;
}

// Who has paused it while the last were on their way has nothing to resume.
bool BatchRun::isWhole() const
{
    const bool mayEnd = m_state == State::Running
        || (m_state == State::Paused && m_pauseReason == PauseReason::Asked);
    return mayEnd && m_queue.empty() && m_work.isEmpty();
}

void BatchRun::goOn()
{
    if (m_state == State::Idle || m_state == State::Ended)
        return;
    if (hasNews()) {
        pumpSoon();
        return;
    }
    if (m_state == State::Cancelling && m_work.isEmpty()) {
        end(true);
        return;
    }
    updateWaiting();
    const bool isGoingOn = m_state == State::Running || m_state == State::Waiting;
    if (isGoingOn && !m_heldUntil.hasExpired())
        m_pump.start(milliseconds(m_heldUntil.remainingTime()));
    else if (isWhole())
        finish();
}

// Nothing was sent, so there is nothing to be written of it either.
void BatchRun::takeBack(const QList<Next> &next)
{
    QList<qsizetype> rows;
    for (const Next &row : next) {
        m_attempts.insert(row.index, row.attemptBefore);
        setStatus(row.index, Status::Planned);
        rows.append(row.index);
    }
    if (m_state != State::Cancelling)
        m_queue.insert(m_queue.begin(), rows.cbegin(), rows.cend());
}

// Who has cancelled meanwhile does not want it any more.
void BatchRun::begin(const Next &row)
{
    if (m_state == State::Cancelling)
        putBack(row.index, row.work);
    else
        send(row);
}

void BatchRun::send(const Next &row)
{
    Work work = row.work;
    work.call = m_client.createConnectionLink(m_plan.rows().at(row.index).details);
    m_work.insert(row.index, work);
    follow(row.index, work.call);
    noteProgress();
}

void BatchRun::follow(qsizetype index, Call *call)
{
    connect(call, &ApiCallBase::succeeded, this, [this, index, call] {
        call->deleteLater();
        m_answered.append({index, m_work.take(index), call->value().link});
        pumpSoon();
    });
    connect(call, &ApiCallBase::failed, this, [this, index, call](const ApiError &error) {
        call->deleteLater();
        m_answered.append({index, m_work.take(index), error});
        pumpSoon();
    });
    connect(call, &ApiCallBase::waitingToRetry, this, [this, index](int, milliseconds delay) {
        if (const auto work = m_work.find(index); work != m_work.end())
            work->waits = QDeadlineTimer(delay);
        updateWaiting();
    });
    connect(call, &ApiCallBase::waitIsOver, this, [this, index] {
        if (const auto work = m_work.find(index); work != m_work.end())
            work->waits.reset();
        pumpSoon();
    });
}

void BatchRun::takeAnswers()
{
    const QList<Answered> answers = std::exchange(m_answered, {});
    for (const Answered &answered : answers) {
        if (const auto *error = std::get_if<ApiError>(&answered.answer))
            takeFailure(answered.index, answered.work, *error);
        else
            takeLink(answered.index, answered.work, std::get<Secret>(answered.answer));
    }
}

void BatchRun::takeLink(qsizetype index, const Work &work, const Secret &link)
{
    m_networkFailures = 0;
    m_rateLimits = 0;
    m_rate.noteAnswer();
    const Result<ConnectLink, LinkError> checked =
        ConnectLink::check(link.reveal(), m_client.access());
    if (!checked) {
        settle(index, work, checked.error());
        return;
    }
    const QDateTime expiry = linkExpiry(m_rows.at(index).linkType, work.asked);
    m_unwritten.append({index, link, work, expiry});
}

void BatchRun::takeFailure(qsizetype index, const Work &work, const ApiError &error)
{
    m_networkFailures = isNetworkTrouble(error) ? m_networkFailures + 1 : 0;
    m_rateLimits = error.kind == ApiError::Kind::RateLimited ? m_rateLimits + 1 : 0;
    if (mayGoBack(error)) {
        putBack(index, work);
    } else {
        m_rate.noteAnswer();
        settle(index, work, error);
    }
    judge(error);
}

// What the failure of one row means for the others.
void BatchRun::judge(const ApiError &error)
{
    PauseReason reason = PauseReason::None;
    if (isKeyRefused(error)) {
        reason = PauseReason::KeyRefused;
    } else if (m_networkFailures >= m_pace.networkFailures) {
        reason = PauseReason::Network;
    } else if (error.kind == ApiError::Kind::RateLimited) {
        const milliseconds asked = error.retryAfter.value_or(m_pace.holdUnasked);
        if (asked > m_pace.longestHold || m_rateLimits >= m_pace.rateLimits)
            reason = PauseReason::RateLimited;
        else
            hold(asked);
    }
    if (reason == PauseReason::None || m_state == State::Paused)
        return;
    m_pauseError = error;
    pauseBecause(reason);
}

void BatchRun::hold(milliseconds time)
{
    if (time > milliseconds(m_heldUntil.remainingTime()))
        m_heldUntil = QDeadlineTimer(time);
}

void BatchRun::settle(qsizetype index, const Work &work, const BatchRowFailure &failure)
{
    const bool unknown = isUnknown(failure);
    const QString sentence = m_sentence(failure);
    m_rows[index].failure = failure;
    setStatus(index, unknown ? Status::NotKnown : Status::Failed, sentence);
    mark(index, work.attempt);
    const auto *error = std::get_if<ApiError>(&failure);
    noteEnd(work, unknown ? AttemptOutcome::Unknown : AttemptOutcome::Failed, sentence,
        error ? error->code : QString());
}

void BatchRun::putBack(qsizetype index, const Work &work)
{
    setStatus(index, Status::Planned);
    mark(index, work.attempt);
    noteEnd(work, AttemptOutcome::Cancelled);
    if (m_state != State::Cancelling)
        m_queue.push_front(index);
}

void BatchRun::updateWaiting()
{
    if (m_state != State::Running && m_state != State::Waiting)
        return;
    const bool allWait = !m_work.isEmpty()
        && std::all_of(m_work.cbegin(), m_work.cend(),
            [](const Work &work) { return work.waits.has_value(); });
    const bool isHeld = m_work.isEmpty() && !m_queue.empty() && !m_heldUntil.hasExpired();
    if (!allWait && !isHeld) {
        m_waitsUntil = {};
        setState(State::Running);
        return;
    }
    qint64 remaining = isHeld ? m_heldUntil.remainingTime() : -1;
    for (const Work &work : std::as_const(m_work)) {
        if (allWait && (remaining < 0 || work.waits->remainingTime() < remaining))
            remaining = work.waits->remainingTime();
    }
    const QDateTime until = now().addMSecs(remaining);
    const bool isNews = !m_waitsUntil.isValid() || qAbs(m_waitsUntil.msecsTo(until)) > 500;
    if (isNews)
        m_waitsUntil = until;
    if (m_state != State::Waiting)
        setState(State::Waiting);
    else if (isNews)
        Q_EMIT stateChanged(m_state);
}

// Nobody waits for these answers any more.
void BatchRun::giveUpWaiting()
{
    const QList<qsizetype> atWork = m_work.keys();
    for (const qsizetype index : atWork)
        abandon(index);
    pumpSoon();
}

void BatchRun::abandon(qsizetype index)
{
    const Work work = m_work.take(index);
    work.call->cancel();
    work.call->deleteLater();
    settle(index, work, BatchUnknown::Cancelled);
}

void BatchRun::finish()
{
    m_isConcluding = true;
    m_scribe.conclude({m_batch, outputRows(), m_options.mails, now()});
}

void BatchRun::noteConcluded(const BatchScribe::Outcome &outcome)
{
    m_isConcluding = false;
    m_mailProblem = outcome.mails;
    if (outcome.output) {
        m_outputProblem = outcome.output;
        pauseBecause(PauseReason::Output);
    } else if (outcome.ledger) {
        m_ledgerError = outcome.ledger;
        pauseBecause(PauseReason::Ledger);
    } else {
        m_output.removePartial();
        end(false);
    }
}

void BatchRun::end(bool cancelled)
{
    if (cancelled)
        writeOrLeave();
    m_grace.stop();
    m_wasCancelled = cancelled;
    m_output.close();
    m_scribe.closeBooks();
    setState(State::Ended);
    m_progress.stop();
    Q_EMIT progressChanged();
    Q_EMIT ended();
}

void BatchRun::mark(qsizetype index, const QUuid &attempt)
{
    m_attempts.insert(index, attempt);
    m_unmarked.insert(index);
}

void BatchRun::noteEnd(
    const Work &work, AttemptOutcome outcome, const QString &error, const QString &code)
{
    AttemptEnded step;
    step.attempt = work.attempt;
    step.outcome = outcome;
    step.endedAt = now();
    if (work.sinceAsked.isValid())
        step.duration = milliseconds(work.sinceAsked.elapsed());
    step.errorTitle = error;
    step.errorCode = code;
    m_steps.append(step);
}

// All that has happened since the last time, at once: on the disk, or pausing the run.
bool BatchRun::writeNow()
{
    const BatchScribe::Entry entry = beginTurn(false);
    if (entry.isEmpty())
        m_turn = {};
    else
        endTurn(m_scribe.writeNow(entry));
    return !m_outputProblem && !m_ledgerError;
}

// At the very end, once more; then whoever keeps the ledger goes on trying. Why it was paused is
// still to be told.
void BatchRun::writeOrLeave()
{
    const auto outputBefore = std::exchange(m_outputProblem, std::nullopt);
    const auto ledgerBefore = std::exchange(m_ledgerError, std::nullopt);
    writeNow();
    const QList<Unwritten> lost = std::exchange(m_unwritten, {});
    for (const Unwritten &unwritten : lost)
        settle(unwritten.index, unwritten.work, BatchUnknown::LinkLost);
    if (!m_ledgerError)
        writeNow();
    const QList<LedgerStep> steps = std::exchange(m_steps, {});
    for (const LedgerStep &step : steps)
        m_memory.tell(step);
    if (!m_outputProblem)
        m_outputProblem = outputBefore;
    if (!m_ledgerError)
        m_ledgerError = ledgerBefore;
}

QList<BatchRow> BatchRun::rowsOf(const QSet<qsizetype> &marked) const
{
    QList<BatchRow> rows;
    for (const qsizetype index : marked) {
        const BatchRunRow &row = m_rows.at(index);
        rows.append({row.number, row.status, m_attempts.value(index), row.error});
    }
    return rows;
}

QList<LedgerStep> BatchRun::stepsOf(const Unwritten &link) const
{
    AttemptEnded end;
    end.attempt = link.work.attempt;
    end.outcome = AttemptOutcome::LinkCreated;
    end.endedAt = now();
    end.duration = milliseconds(link.work.sinceAsked.elapsed());
    return {AttemptLinked{link.work.attempt, link.work.asked, link.expiry}, end};
}

Attempt BatchRun::attemptOf(qsizetype index, const Work &work) const
{
    const ConnectDetails &details = m_plan.rows().at(index).details;
    Attempt attempt;
    attempt.id = work.attempt;
    attempt.profile = m_memory.profile;
    attempt.source = AttemptSource::Batch;
    attempt.organization = details.organization;
    attempt.email = details.email;
    attempt.originId = details.originId.value_or(QString());
    attempt.category = wireName(details.category);
    attempt.tool = details.tool.value_or(QString());
    attempt.request = CreateLink::body(details);
    attempt.linkType = details.linkType;
    attempt.startedAt = work.asked;
    attempt.instance = m_memory.instance;
    return attempt;
}

BatchOutputRow BatchRun::outputRow(qsizetype index) const
{
    const BatchRunRow &row = m_rows.at(index);
    return {row.number, m_plan.rows().at(index).details, row.status, row.error};
}

QList<BatchOutputRow> BatchRun::outputRows() const
{
    QList<BatchOutputRow> rows;
    rows.reserve(m_rows.size());
    for (qsizetype index = 0; index < m_rows.size(); ++index)
        rows.append(outputRow(index));
    return rows;
}

void BatchRun::setStatus(qsizetype index, Status status, const QString &error)
{
    BatchRunRow &row = m_rows[index];
    --m_counts[size_t(row.status)];
    ++m_counts[size_t(status)];
    row.status = status;
    row.error = error;
    if (status != Status::Failed && status != Status::NotKnown)
        row.failure.reset();
    noteProgress();
    Q_EMIT rowChanged(index);
}

void BatchRun::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (state != State::Waiting)
        m_waitsUntil = {};
    Q_EMIT stateChanged(state);
}

void BatchRun::noteProgress()
{
    if (!m_progress.isActive())
        m_progress.start();
}

BatchRun::Progress BatchRun::progress() const
{
    Progress progress;
    progress.total = m_rows.size();
    progress.done = m_counts[size_t(Status::Done)];
    progress.failed = m_counts[size_t(Status::Failed)];
    progress.notKnown = m_counts[size_t(Status::NotKnown)];
    progress.skipped = m_counts[size_t(Status::Skipped)];
    progress.atWork = m_work.size() + m_answered.size() + m_turn.next.size() + m_turn.links.size();
    if (!m_outputProblem)
        progress.atWork += m_unwritten.size();
    progress.perMinute = m_rate.perMinute();
    progress.timeLeft = m_rate.timeFor(progress.left());
    return progress;
}

} // namespace desk
