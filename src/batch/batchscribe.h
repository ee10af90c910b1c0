// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchmemory.h"
#include "batchoutput.h"

#include "ledger/batchledger.h"
#include "ledger/ledgerstep.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSemaphore>
#include <QString>
#include <QThread>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class BatchScribeWork;

/*!
 * Writes what a run hands it in a thread of its own, for a disk may take its time: links into the
 * file, rows and attempts into the ledger, one entry after the other. While it is busy nobody else
 * touches the file. Orders are given, and answers come, in the thread that it lives in. On its own
 * end it waits for the entry that is being written.
 */
class BatchScribe final : public QObject {
    Q_OBJECT

public:
    //! Rows of a batch as they stand now, and what their attempts have come to.
    struct Notes {
        QList<BatchRow> rows;
        QList<LedgerStep> steps;

        bool isEmpty() const { return rows.isEmpty() && steps.isEmpty(); }
    };

    struct Entry {
        QUuid batch;
        QList<BatchOutputLink> links;
        Notes notes;
        Notes notesWithLinks; //!< only if all the links are on the disk
        bool isForFileOnly = false; //!< the notes wait

        bool isEmpty() const
        {
            return links.isEmpty() && notes.isEmpty() && notesWithLinks.isEmpty();
        }
    };

    //! The end of a run.
    struct Conclusion {
        QUuid batch;
        QList<BatchOutputRow> rows;
        QString mails; //!< a folder; empty: no mail texts
        QDateTime at;
    };

    //! What went wrong; nothing, if everything is on the disk.
    struct Outcome {
        std::optional<BatchOutputProblem> output; //!< none of the links is written
        std::optional<LedgerError> ledger; //!< none of the notes is written
        std::optional<BatchOutputProblem> mails; //!< some may be missing
    };

    //! The file must outlive it.
    BatchScribe(BatchOutput &output, std::function<BatchMemory::OwnBooks()> ownBooks,
        CsvSeparator separator, QObject *parent = nullptr);
    ~BatchScribe() override;

    bool isBusy() const { return m_isBusy; }
    //! When nothing else is being written; done() tells how it went.
    void write(Entry entry);
    void conclude(Conclusion conclusion);
    //! The same, and waits for the disk.
    Outcome writeNow(Entry entry);
    //! Waits for what is being written, and tells of it before it returns.
    void waitUntilDone();
    //! Opens the ledger already, or lets go of it.
    void openBooks();
    void closeBooks();

Q_SIGNALS:
    void done(const desk::BatchScribe::Outcome &outcome);

private:
    using Job = std::function<Outcome()>;

    void start(Job job);
    void post(std::function<void()> order);
    void tell();
    Outcome takeOutcome();

    QThread m_thread;
    BatchScribeWork *m_work; // lives in the thread
    bool m_isBusy = false;
    QSemaphore m_written;
    Outcome m_outcome; // filled in that thread; there for this one once it is written
};

} // namespace desk
