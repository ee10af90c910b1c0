// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchscribe.h"

#include "batchmails.h"

#include <utility>

namespace desk {

//! The half that lives in the thread, with a ledger of its own.
class BatchScribeWork final : public QObject {
    Q_OBJECT

public:
    BatchScribeWork(BatchOutput &output, std::function<BatchMemory::OwnBooks()> ownBooks,
        CsvSeparator separator)
        : m_output(output)
        , m_ownBooks(std::move(ownBooks))
        , m_separator(separator)
    {
    }

    BatchScribe::Outcome write(const BatchScribe::Entry &entry)
    {
        BatchScribe::Outcome outcome;
        if (!entry.links.isEmpty())
            outcome.output = m_output.append(entry.links);
        if (entry.isForFileOnly)
            return outcome;
        BatchScribe::Notes notes = entry.notes;
        if (!outcome.output) {
            notes.rows += entry.notesWithLinks.rows;
            notes.steps += entry.notesWithLinks.steps;
        }
        if (!notes.isEmpty()) {
            outcome.ledger = tellLedger([&](BatchLedger &books) {
                return books.record(entry.batch, notes.rows, notes.steps);
            });
        }
        return outcome;
    }

    BatchScribe::Outcome conclude(const BatchScribe::Conclusion &conclusion)
    {
        BatchScribe::Outcome outcome;
        outcome.output = m_output.writeFile(conclusion.rows);
        if (outcome.output)
            return outcome;
        if (!conclusion.mails.isEmpty()) {
            outcome.mails =
                writeBatchMails(conclusion.mails, m_output.file(), m_separator, conclusion.rows);
        }
        outcome.ledger = tellLedger(
            [&](BatchLedger &books) { return books.finish(conclusion.batch, conclusion.at); });
        return outcome;
    }

    void openBooks() { static_cast<void>(books()); }
    void closeBooks() { m_books = nullptr; }

private:
    BatchLedger::Answer<BatchLedger *> books()
    {
        if (!m_books && m_ownBooks)
            m_books = m_ownBooks();
        if (!m_books)
            return Unexpected{LedgerError()};
        return m_books();
    }

    template <typename Change> std::optional<LedgerError> tellLedger(Change change)
    {
        const auto found = books();
        if (!found)
            return found.error();
        const auto changed = change(**found);
        return changed ? std::nullopt : std::optional(changed.error());
    }

    BatchOutput &m_output;
    std::function<BatchMemory::OwnBooks()> m_ownBooks;
    CsvSeparator m_separator;
    BatchMemory::OwnBooks m_books;
};

BatchScribe::BatchScribe(BatchOutput &output, std::function<BatchMemory::OwnBooks()> ownBooks,
    CsvSeparator separator, QObject *parent)
    : QObject(parent)
    , m_work(new BatchScribeWork(output, std::move(ownBooks), separator))
{
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
}

BatchScribe::~BatchScribe()
{
    if (!m_thread.isRunning()) {
        delete m_work;
        return;
    }
    if (m_isBusy)
        m_written.acquire(); // what has not begun when a loop ends never will
    m_thread.quit();
    m_thread.wait();
}

void BatchScribe::write(Entry entry)
{
    start([work = m_work, entry = std::move(entry)] { return work->write(entry); });
}

void BatchScribe::conclude(Conclusion conclusion)
{
    start(
        [work = m_work, conclusion = std::move(conclusion)] { return work->conclude(conclusion); });
}

void BatchScribe::start(Job job)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    post([this, job = std::move(job)] {
        m_outcome = job();
        m_written.release();
        QMetaObject::invokeMethod(this, &BatchScribe::tell, Qt::QueuedConnection);
    });
}

void BatchScribe::post(std::function<void()> order)
{
    // A thread costs something; a run that is only looked at writes nothing.
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_work, std::move(order), Qt::QueuedConnection);
}

// Somebody may have waited for it already, and have given the next order since then.
void BatchScribe::tell()
{
    if (m_isBusy && m_written.available() > 0)
        waitUntilDone();
}

void BatchScribe::waitUntilDone()
{
    if (m_isBusy)
        Q_EMIT done(takeOutcome());
}

BatchScribe::Outcome BatchScribe::writeNow(Entry entry)
{
    write(std::move(entry));
    return takeOutcome();
}

BatchScribe::Outcome BatchScribe::takeOutcome()
{
    m_written.acquire();
    m_isBusy = false;
    return std::exchange(m_outcome, {});
}

void BatchScribe::openBooks()
{
    post([work = m_work] { work->openBooks(); });
}

void BatchScribe::closeBooks()
{
    if (m_thread.isRunning())
        post([work = m_work] { work->closeBooks(); });
}

} // namespace desk

#include "batchscribe.moc"
