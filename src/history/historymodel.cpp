// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "historymodel.h"

#include <algorithm>
#include <limits>

namespace desk {

namespace {

using PageAnswer = Ledger::Answer<AttemptPage>;

// More new rows than these since the last look, such as after a batch of another window, and the
// list begins anew.
constexpr int mostPagesOfNews = 10;

// The newest pages, as far down as the row that is known already.
Ledger::Answer<QList<AttemptPage>> readNews(Ledger &ledger, const AttemptQuery &query, qint64 known)
{
    QList<AttemptPage> pages;
    PageMark mark{0, HistoryModel::pageSize};
    for (int i = 0; i < mostPagesOfNews; ++i) {
        const PageAnswer page = ledger.attempts(query, mark);
        if (!page)
            return Unexpected{page.error()};
        pages.append(*page);
        if (page->isLast || page->attempts.isEmpty() || page->attempts.constLast().row <= known)
            break;
        mark.before = page->attempts.constLast().row;
    }
    return pages;
}

AttemptPage joined(const QList<AttemptPage> &pages)
{
    AttemptPage whole;
    for (const AttemptPage &page : pages) {
        whole.attempts += page.attempts;
        whole.isLast = page.isLast;
    }
    return whole;
}

} // namespace

HistoryModel::HistoryModel(LedgerReader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{
}

HistoryModel::~HistoryModel() = default;

void HistoryModel::setDescription(Description description)
{
    m_description = std::move(description);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(size() - 1));
}

void HistoryModel::setQuery(const AttemptQuery &query)
{
    if (query == m_query && (m_searching || (m_isAnswered && !m_problem)))
        return;
    m_query = query;
    m_total.reset();
    search();
}

void HistoryModel::reload()
{
    search();
}

void HistoryModel::search()
{
    m_fetching.reset();
    m_updating.reset();
    m_counting.reset();
    m_isUpdateDue = false;
    m_searching = m_reader.ask<AttemptPage>(
        [query = m_query](Ledger &ledger) {
            return ledger.attempts(query, {0, pageSize});
        },
        [this](const PageAnswer &answer) { takeFirst(answer); });
    Q_EMIT stateChanged();
}

void HistoryModel::count()
{
    m_counting =
        m_reader.ask<qint64>([query = m_query](Ledger &ledger) { return ledger.count(query); },
            [this](const Ledger::Answer<qint64> &answer) {
                m_counting.reset();
                if (answer)
                    m_total = *answer;
                Q_EMIT stateChanged();
            });
}

void HistoryModel::takeFirst(const PageAnswer &answer)
{
    m_searching.reset();
    m_isAnswered = true;
    const bool isUpdateDue = std::exchange(m_isUpdateDue, false);
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_problem.reset();
    show(*answer);
    if (m_isComplete) {
        m_counting.reset();
        m_total = size();
    } else {
        count();
    }
    Q_EMIT stateChanged();
    if (isUpdateDue)
        update();
}

void HistoryModel::show(const AttemptPage &page)
{
    beginResetModel();
    const QList<HistoryEntry> entries = entriesOf(page.attempts);
    m_entries.assign(entries.cbegin(), entries.cend());
    m_isComplete = page.isLast;
    m_firstVisible = 0;
    m_lastVisible = 0;
    endResetModel();
}

void HistoryModel::fail(const LedgerError &error)
{
    m_problem = error;
    Q_EMIT stateChanged();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_entries.empty() && !m_fetching && !m_searching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const PageMark mark{m_entries.back().row, pageSize};
    m_fetching = m_reader.ask<AttemptPage>(
        [query = m_query, mark](Ledger &ledger) { return ledger.attempts(query, mark); },
        [this](const PageAnswer &answer) { takeMore(answer); });
}

void HistoryModel::takeMore(const PageAnswer &answer)
{
    m_fetching.reset();
    if (!answer) {
        fail(answer.error());
        return;
    }
    if (m_problem) {
        m_problem.reset();
        Q_EMIT stateChanged();
    }
    m_isComplete = answer->isLast;
    // An update may have brought some of them meanwhile.
    QList<HistoryEntry> entries = entriesOf(answer->attempts);
    if (!m_entries.empty())
        entries.removeIf(
            [last = m_entries.back().row](const HistoryEntry &e) { return e.row >= last; });
    insert(size(), entries);
}

void HistoryModel::setVisible(int first, int last)
{
    m_firstVisible = std::max(first, 0);
    m_lastVisible = std::max(last, m_firstVisible);
}

void HistoryModel::update()
{
    if (m_searching) {
        m_isUpdateDue = true; // it may have been read before
        return;
    }
    if (!m_isAnswered)
        return;
    if (m_problem || m_updating) {
        m_isUpdateDue = bool(m_updating);
        if (m_problem)
            reload();
        return;
    }
    const qint64 known = m_entries.empty() ? -1 : m_entries.front().row;
    const bool isBelow = m_firstVisible > 0 && m_firstVisible < size();
    const qint64 before = isBelow ? entryAt(m_firstVisible - 1).row : 0;
    const PageMark inSight{before, std::min(m_lastVisible - m_firstVisible + 2, pageSize)};
    m_updating = m_reader.ask<QList<AttemptPage>>(
        [query = m_query, known, inSight](Ledger &ledger) -> Ledger::Answer<QList<AttemptPage>> {
            const auto news = readNews(ledger, query, known);
            if (!news)
                return Unexpected{news.error()};
            QList<AttemptPage> pages{joined(*news)};
            if (inSight.before == 0)
                return pages;
            const PageAnswer page = ledger.attempts(query, inSight);
            if (!page)
                return Unexpected{page.error()};
            pages.append(*page);
            return pages;
        },
        [this, before](const auto &answer) { takeUpdate(answer, before); });
}

void HistoryModel::takeUpdate(
    const Ledger::Answer<QList<AttemptPage>> &answer, qint64 visibleBefore)
{
    m_updating.reset();
    if (!answer) {
        fail(answer.error());
        return;
    }
    const AttemptPage &news = answer->constFirst();
    const bool leavesGap = !m_entries.empty() && !news.isLast && !news.attempts.isEmpty()
        && news.attempts.constLast().row > m_entries.front().row;
    if (leavesGap)
        show(news);
    else
        merge(news, std::numeric_limits<qint64>::max());
    if (!leavesGap && answer->size() > 1)
        merge(answer->constLast(), visibleBefore);
    if (m_isComplete) {
        m_total = size();
        Q_EMIT stateChanged();
    } else {
        count();
    }
    if (std::exchange(m_isUpdateDue, false))
        update();
}

void HistoryModel::merge(const AttemptPage &page, qint64 before)
{
    const QList<HistoryEntry> read = entriesOf(page.attempts);
    const qint64 down = page.isLast || read.isEmpty() ? -1 : read.constLast().row;
    int place = placeOf(before - 1);
    qsizetype next = 0;
    while (next < read.size() || (place < size() && entryAt(place).row > down)) {
        const qint64 have = place < size() ? entryAt(place).row : -1;
        const qint64 want = next < read.size() ? read.at(next).row : -1;
        if (have > want) {
            int end = place + 1;
            while (end < size() && entryAt(end).row > std::max(want, down))
                ++end;
            remove(place, end - place);
        } else if (have == want) {
            if (entryAt(place) != read.at(next)) {
                m_entries[size_t(place)] = read.at(next);
                Q_EMIT dataChanged(index(place), index(place));
            }
            ++place;
            ++next;
        } else {
            qsizetype end = next + 1;
            while (end < read.size() && read.at(end).row > have)
                ++end;
            insert(place, read.sliced(next, end - next));
            place += static_cast<int>(end - next);
            next = end;
        }
    }
    m_isComplete = m_isComplete || page.isLast;
}

int HistoryModel::placeOf(qint64 row) const
{
    const auto place = std::lower_bound(m_entries.cbegin(), m_entries.cend(), row,
        [](const HistoryEntry &entry, qint64 sought) { return entry.row > sought; });
    return static_cast<int>(place - m_entries.cbegin());
}

void HistoryModel::insert(int place, const QList<HistoryEntry> &entries)
{
    if (entries.isEmpty())
        return;
    beginInsertRows({}, place, place + static_cast<int>(entries.size()) - 1);
    m_entries.insert(m_entries.begin() + place, entries.cbegin(), entries.cend());
    endInsertRows();
}

void HistoryModel::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_entries.erase(m_entries.begin() + first, m_entries.begin() + first + count);
    endRemoveRows();
}

void HistoryModel::takeAway(const QUuid &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    remove(row, 1);
    if (m_total && *m_total > 0)
        --*m_total;
    Q_EMIT stateChanged();
}

void HistoryModel::readChoices()
{
    m_choosing = m_reader.ask<LedgerChoices>([](Ledger &ledger) { return ledger.choices(); },
        [this](const Ledger::Answer<LedgerChoices> &answer) {
            m_choosing.reset();
            if (!answer)
                return; // the list says what is wrong
            m_choices = *answer;
            Q_EMIT choicesChanged();
        });
}

int HistoryModel::rowOf(const QUuid &id) const
{
    if (id.isNull())
        return -1;
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
        [&id](const HistoryEntry &known) { return known.id == id; });
    return entry == m_entries.cend() ? -1 : static_cast<int>(entry - m_entries.cbegin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : size();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_description ? m_description(entry) : entry.organization;
    case EntryRole:
        return QVariant::fromValue(entry);
    case IdRole:
        return entry.id;
    case OutcomeRole:
        return static_cast<int>(entry.outcome);
    case StartedAtRole:
        return entry.startedAt;
    case ProfileKindRole:
        return static_cast<int>(entry.profile.kind);
    default:
        return {};
    }
}

HistoryEntry HistoryModel::entryOf(const Attempt &attempt) const
{
    const bool isUnderWay =
        attempt.outcome == AttemptOutcome::Unfinished && m_isAlive && m_isAlive(attempt.instance);
    return {attempt.row, attempt.id, attempt.profile, attempt.purpose, attempt.linkType,
        attempt.organization, attempt.email, attempt.originId, attempt.tool, attempt.integrationId,
        attempt.startedAt, attempt.outcome, isUnderWay};
}

QList<HistoryEntry> HistoryModel::entriesOf(const QList<Attempt> &attempts) const
{
    QList<HistoryEntry> entries;
    entries.reserve(attempts.size());
    for (const Attempt &attempt : attempts)
        entries.append(entryOf(attempt));
    return entries;
}

} // namespace desk
