// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerreader.h"
#include "pasttimeline.h"

#include "api/exchange.h"
#include "ledger/ledgerstep.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace desk {

/*!
 * One attempt of the history with all that was kept of it, read in the reader's thread; and its
 * notes, which are told to the ledger after a pause in typing, when another attempt is opened and
 * at the latest at the end. The reader must outlive it.
 */
class AttemptDetails final : public QObject {
    Q_OBJECT

public:
    using AliveTest = std::function<bool(const QString &instance)>;

    //! A part of the record. Nothing in it: none was kept.
    template <typename Value> struct Kept {
        Value value;
        QString problem; //!< technical, with field and reason; empty: none
    };
    using Timeline = Kept<PastTimeline>;
    using Exchanges = Kept<QList<Exchange>>;

    //! Told: on its way into the ledger, which keeps it even if it cannot write just now.
    enum class NotesState { Saved, Typing, Told };

    static constexpr qsizetype longestNotes = 10'000;

    explicit AttemptDetails(LedgerReader &reader, QObject *parent = nullptr);
    ~AttemptDetails() override;

    void setAliveTest(AliveTest isAlive) { m_isAlive = std::move(isAlive); }
    //! How long a pause in typing is; for tests.
    void setNotesPause(std::chrono::milliseconds pause) { m_pause.setInterval(pause); }

    //! The one that was open is let go, its notes told.
    void open(const QUuid &id);
    void close();
    //! A person has deleted it, or brought it back: the ledger answers for hidden ones, too.
    void setDeleted(const QUuid &id, bool isDeleted);
    //! Reads anew what may have changed; the record only if there was none.
    void refresh();

    const QUuid &id() const { return m_id; } //!< null: none is open
    bool isReading() const { return bool(m_reading); }
    const std::optional<LedgerError> &problem() const { return m_problem; }
    //! The ledger does not have it, or not any more, or a person has deleted it.
    bool isGone() const { return m_isGone; }
    const std::optional<Attempt> &attempt() const { return m_attempt; }
    //! In an application that is alive.
    bool isUnderWay() const { return m_isUnderWay; }

    //! Nullopt until it was read.
    const std::optional<Timeline> &timeline() const { return m_timeline; }
    const std::optional<Exchanges> &exchanges() const { return m_exchanges; }

    //! As they were typed last, or as the ledger has them.
    const QString &notes() const { return m_notes; }
    NotesState notesState() const { return m_notesState; }
    //! What is kept of them: at most longestNotes, and no half of a pair of surrogates at the end.
    static QString cut(const QString &notes);
    void typeNotes(const QString &notes);
    //! Tells what was typed, if anything was.
    void saveNotes();

Q_SIGNALS:
    //! Another attempt, or this one has changed.
    void changed();
    //! timeline() and exchanges() are there.
    void recordRead();
    void notesStateChanged();
    //! For the ledger.
    void stepOrdered(const desk::LedgerStep &step);

private:
    struct Record {
        Timeline timeline;
        Exchanges exchanges;
    };

    void read();
    void readRecord();
    void take(const Ledger::Answer<std::optional<Attempt>> &answer);
    void takeAttempt(const Attempt &attempt);
    void takeNotes(const QString &notes);
    void setNotesState(NotesState state);

    LedgerReader &m_reader;
    AliveTest m_isAlive;
    QUuid m_id;
    QSet<QUuid> m_deleted;
    std::optional<Attempt> m_attempt;
    bool m_isUnderWay = false;
    bool m_isGone = false;
    std::optional<LedgerError> m_problem;
    std::optional<Timeline> m_timeline;
    std::optional<Exchanges> m_exchanges;
    QString m_notes;
    NotesState m_notesState = NotesState::Saved;
    QTimer m_pause;
    LedgerReader::Ticket m_reading;
    LedgerReader::Ticket m_readingRecord;
};

} // namespace desk
