// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangefiltermodel.h"

#include "exchangetablemodel.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace desk {

namespace {

// A quarter of a frame: the rest is for painting.
constexpr qint64 sliceNanoseconds = std::chrono::nanoseconds(4ms).count();

QByteArrayList foldedWords(const QString &text)
{
    QByteArrayList words;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(word.toCaseFolded().toUtf8());
    return words;
}

} // namespace

ExchangeFilterModel::ExchangeFilterModel(QObject *parent)
    : QAbstractProxyModel(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ExchangeFilterModel::continueFiltering);
}

void ExchangeFilterModel::setExchanges(ExchangeTableModel *exchanges)
{
    m_exchanges = exchanges;
    setSourceModel(exchanges);
    connect(exchanges, &QAbstractItemModel::modelReset, this, &ExchangeFilterModel::startOver);
    connect(
        exchanges, &QAbstractItemModel::rowsInserted, this, &ExchangeFilterModel::onRowsInserted);
    connect(exchanges, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int, int last) { onRowsAboutToBeRemoved(last); });
    connect(exchanges, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsRemoved(last - first + 1); });
    startOver();
}

void ExchangeFilterModel::setFilter(const ExchangeFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    const QByteArrayList words = foldedWords(filter.text);
    m_words = words;
    if (m_exchanges)
        startOver();
}

bool ExchangeFilterModel::isFiltering() const
{
    return m_exchanges && m_looked < end();
}

QModelIndex ExchangeFilterModel::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= m_accepted.size())
        return {};
    return m_exchanges->index(
        static_cast<int>(m_accepted.at(proxyIndex.row()) - m_gone), proxyIndex.column());
}

QModelIndex ExchangeFilterModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const qint64 position = m_gone + sourceIndex.row();
    const qsizetype row = leadingRowsBefore(position);
    if (row >= m_accepted.size() || m_accepted.at(row) != position)
        return {};
    return createIndex(static_cast<int>(row), sourceIndex.column());
}

QModelIndex ExchangeFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ExchangeFilterModel::parent(const QModelIndex &) const
{
    return {};
}

int ExchangeFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accepted.size());
}

int ExchangeFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ExchangeTableModel::columns;
}

void ExchangeFilterModel::startOver()
{
    beginResetModel();
    m_gone = 0;
    m_looked = 0;
    m_accepted = nextSlice();
    endResetModel();
    if (isFiltering()) {
        m_slices.start();
        return;
    }
    m_slices.stop();
    Q_EMIT filtered();
}

QList<qint64> ExchangeFilterModel::nextSlice()
{
    QList<qint64> found;
    QElapsedTimer timer;
    timer.start();
    while (m_looked < end() && timer.nsecsElapsed() < sliceNanoseconds) {
        if (accepts(static_cast<int>(m_looked - m_gone)))
            found.append(m_looked);
        ++m_looked;
    }
    return found;
}

void ExchangeFilterModel::continueFiltering()
{
    const QList<qint64> found = nextSlice();
    if (!found.isEmpty()) {
        const int row = rowCount();
        beginInsertRows({}, row, row + static_cast<int>(found.size()) - 1);
        m_accepted.append(found);
        endInsertRows();
    }
    if (isFiltering())
        return;
    m_slices.stop();
    Q_EMIT filtered();
}

void ExchangeFilterModel::onRowsInserted()
{
    if (!m_slices.isActive())
        continueFiltering();
    if (isFiltering())
        m_slices.start();
}

void ExchangeFilterModel::onRowsAboutToBeRemoved(int last)
{
    m_leaving = leadingRowsBefore(m_gone + last + 1);
    if (m_leaving > 0)
        beginRemoveRows({}, 0, static_cast<int>(m_leaving) - 1);
}

void ExchangeFilterModel::onRowsRemoved(int count)
{
    m_accepted.remove(0, m_leaving);
    m_gone += count;
    m_looked = std::max(m_looked, m_gone);
    if (m_leaving > 0)
        endRemoveRows();
    m_leaving = 0;
}

bool ExchangeFilterModel::accepts(int sourceRow) const
{
    const Exchange &exchange = m_exchanges->exchangeAt(sourceRow);
    if (m_filter.only == ExchangeFilter::Class::Failed && !ExchangeTableModel::isFailed(exchange))
        return false;
    if (m_filter.only == ExchangeFilter::Class::Slow && !ExchangeTableModel::isSlow(exchange))
        return false;
    if (m_words.isEmpty())
        return true;
    const QByteArray &text = m_exchanges->searchTextAt(sourceRow);
    return std::all_of(m_words.cbegin(), m_words.cend(),
        [&text](const QByteArray &word) { return text.contains(word); });
}

qint64 ExchangeFilterModel::end() const
{
    return m_gone + m_exchanges->rowCount();
}

qsizetype ExchangeFilterModel::leadingRowsBefore(qint64 position) const
{
    return std::lower_bound(m_accepted.cbegin(), m_accepted.cend(), position) - m_accepted.cbegin();
}

} // namespace desk
