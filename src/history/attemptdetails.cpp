// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptdetails.h"

#include "pastexchanges.h"

#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto pauseInTyping = 1s;

template <typename Value, typename Parse>
AttemptDetails::Kept<Value> parsed(const QByteArray &document, Parse parse)
{
    if (document.isEmpty())
        return {};
    Result<Value, QString> result = parse(document);
    if (!result)
        return {{}, result.error()};
    return {std::move(result).value(), {}};
}

} // namespace

AttemptDetails::AttemptDetails(LedgerReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &AttemptDetails::saveNotes);
}

AttemptDetails::~AttemptDetails()
{
    saveNotes();
}

void AttemptDetails::open(const QUuid &id)
{
    if (id == m_id) {
        refresh();
        return;
    }
    saveNotes();
    m_id = id;
    m_attempt.reset();
    m_isUnderWay = false;
    m_isGone = false;
    m_problem.reset();
    m_timeline.reset();
    m_exchanges.reset();
    m_readingRecord.reset();
    m_reading.reset();
    m_notes.clear();
    m_notesState = NotesState::Saved;
    if (!m_id.isNull())
        read();
    Q_EMIT changed();
}

void AttemptDetails::close()
{
    open({});
}

void AttemptDetails::setDeleted(const QUuid &id, bool isDeleted)
{
    if (isDeleted)
        m_deleted.insert(id);
    else
        m_deleted.remove(id);
    if (id != m_id)
        return;
    m_isGone = isDeleted;
    Q_EMIT changed();
}

void AttemptDetails::refresh()
{
    if (!m_id.isNull())
        read();
}

void AttemptDetails::read()
{
    m_reading = m_reader.ask<std::optional<Attempt>>(
        [id = m_id](Ledger &ledger) { return ledger.attempt(id); },
        [this](const Ledger::Answer<std::optional<Attempt>> &answer) { take(answer); });
}

void AttemptDetails::take(const Ledger::Answer<std::optional<Attempt>> &answer)
{
    m_reading.reset();
    m_problem.reset();
    m_isGone = m_deleted.contains(m_id);
    if (!answer)
        m_problem = answer.error();
    else if (!answer->has_value())
        m_isGone = true;
    else
        takeAttempt(**answer);
    Q_EMIT changed();
}

void AttemptDetails::takeAttempt(const Attempt &attempt)
{
    // The record comes with the end.
    const bool wantsRecord = !m_timeline || !m_attempt || m_attempt->endedAt != attempt.endedAt;
    m_attempt = attempt;
    m_isUnderWay =
        attempt.outcome == AttemptOutcome::Unfinished && m_isAlive && m_isAlive(attempt.instance);
    takeNotes(attempt.notes);
    if (wantsRecord)
        readRecord();
}

void AttemptDetails::takeNotes(const QString &notes)
{
    // What is being typed counts more than what another window has written.
    if (m_notesState == NotesState::Typing)
        return;
    if (m_notesState == NotesState::Told && notes != m_notes)
        return;
    m_notes = notes;
    setNotesState(NotesState::Saved);
}

void AttemptDetails::readRecord()
{
    m_readingRecord = m_reader.ask<Record>(
        [id = m_id](Ledger &ledger) -> Ledger::Answer<Record> {
            const auto record = ledger.record(id);
            if (!record)
                return Unexpected{record.error()};
            return Record{parsed<PastTimeline>(record->timeline, pastTimelineFromJson),
                parsed<QList<Exchange>>(record->exchanges, exchangesFromHar)};
        },
        [this](const Ledger::Answer<Record> &answer) {
            m_readingRecord.reset();
            if (!answer)
                return; // reading the attempt itself tells
            m_timeline = answer->timeline;
            m_exchanges = answer->exchanges;
            Q_EMIT recordRead();
        });
}

// Before a pair of surrogates, never within.
QString AttemptDetails::cut(const QString &notes)
{
    if (notes.size() <= longestNotes)
        return notes;
    const bool splitsAPair =
        notes.at(longestNotes - 1).isHighSurrogate() && notes.at(longestNotes).isLowSurrogate();
    return notes.first(longestNotes - (splitsAPair ? 1 : 0));
}

void AttemptDetails::typeNotes(const QString &notes)
{
    const QString kept = cut(notes);
    if (m_id.isNull() || kept == m_notes)
        return;
    m_notes = kept;
    setNotesState(NotesState::Typing);
    m_pause.start();
}

void AttemptDetails::saveNotes()
{
    m_pause.stop();
    if (m_notesState != NotesState::Typing)
        return;
    setNotesState(NotesState::Told);
    Q_EMIT stepOrdered(AttemptNoted{m_id, m_notes});
}

void AttemptDetails::setNotesState(NotesState state)
{
    if (std::exchange(m_notesState, state) != state)
        Q_EMIT notesStateChanged();
}

} // namespace desk
