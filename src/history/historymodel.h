// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "historyentry.h"
#include "ledgerreader.h"

#include <QAbstractListModel>

#include <deque>
#include <functional>
#include <optional>

namespace desk {

/*!
 * The attempts that a query finds, the newest first, read page by page in the reader's thread. What
 * is shown stays until something newer is there to show, also when reading fails. The reader must
 * outlive it.
 */
class HistoryModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole, //!< HistoryEntry
        IdRole, //!< QUuid
        OutcomeRole, //!< AttemptOutcome as int
        StartedAtRole, //!< QDateTime in UTC
        ProfileKindRole, //!< ProfileKind as int
    };
    static constexpr int pageSize = 100;

    //! Whether the application of that instance is still there.
    using AliveTest = std::function<bool(const QString &instance)>;
    //! A row in words, for Qt::DisplayRole and for screen readers.
    using Description = std::function<QString(const HistoryEntry &entry)>;

    explicit HistoryModel(LedgerReader &reader, QObject *parent = nullptr);
    ~HistoryModel() override;

    void setAliveTest(AliveTest isAlive) { m_isAlive = std::move(isAlive); }
    void setDescription(Description description);

    const AttemptQuery &query() const { return m_query; }
    //! Searches, unless it is the same as before and was answered.
    void setQuery(const AttemptQuery &query);
    //! From the beginning; nothing is asked before the first of these two.
    void reload();
    //! Takes over what is new or has changed among the newest rows and those in sight; keeps the
    //! rest, so that selection and scroll position stay. For when somebody has written.
    void update();
    //! Which rows are in sight; for update().
    void setVisible(int first, int last);
    //! A row goes at once, before the ledger has been told; update() brings it back if it is still
    //! there.
    void takeAway(const QUuid &id);

    //! The first page of the query is under way.
    bool isSearching() const { return bool(m_searching); }
    //! The last thing that was asked was answered, so an empty list means that there is nothing.
    bool isAnswered() const { return m_isAnswered; }
    const std::optional<LedgerError> &problem() const { return m_problem; }
    //! How many the query finds in all; nullopt until they are counted.
    std::optional<qint64> total() const { return m_total; }

    const LedgerChoices &choices() const { return m_choices; }
    //! choicesChanged follows.
    void readChoices();

    //! The row must exist.
    const HistoryEntry &entryAt(int row) const { return m_entries.at(size_t(row)); }
    //! -1 if it is not among those read so far.
    int rowOf(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    //! Searching, the problem, or the total.
    void stateChanged();
    void choicesChanged();

private:
    HistoryEntry entryOf(const Attempt &attempt) const;
    QList<HistoryEntry> entriesOf(const QList<Attempt> &attempts) const;
    void search();
    void count();
    void takeFirst(const Ledger::Answer<AttemptPage> &answer);
    void takeMore(const Ledger::Answer<AttemptPage> &answer);
    void takeUpdate(const Ledger::Answer<QList<AttemptPage>> &answer, qint64 visibleBefore);
    void show(const AttemptPage &page);
    //! The page holds everything older than `before` down to its own last row.
    void merge(const AttemptPage &page, qint64 before);
    int size() const { return static_cast<int>(m_entries.size()); }
    void insert(int place, const QList<HistoryEntry> &entries);
    void remove(int first, int count);
    int placeOf(qint64 row) const;
    void fail(const LedgerError &error);

    LedgerReader &m_reader;
    AliveTest m_isAlive;
    Description m_description;
    AttemptQuery m_query;
    // Descending rows. Not a list, which moves all of a million entries for a new one.
    std::deque<HistoryEntry> m_entries;
    bool m_isComplete = false;
    bool m_isAnswered = false;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    std::optional<qint64> m_total;
    std::optional<LedgerError> m_problem;
    LedgerChoices m_choices;
    LedgerReader::Ticket m_searching;
    LedgerReader::Ticket m_fetching;
    LedgerReader::Ticket m_updating;
    LedgerReader::Ticket m_counting;
    LedgerReader::Ticket m_choosing;
    bool m_isUpdateDue = false;
};

} // namespace desk
