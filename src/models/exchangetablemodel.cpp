// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangetablemodel.h"

#include "api/exchangelog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QVariant rawValue(const Exchange &exchange, int column)
{
    switch (column) {
    case ExchangeTableModel::Number:
        return exchange.number;
    case ExchangeTableModel::Time:
        return exchange.startedAt;
    case ExchangeTableModel::Method:
        return QString::fromLatin1(exchange.method);
    case ExchangeTableModel::Endpoint:
        return exchange.endpoint;
    case ExchangeTableModel::Outcome:
        return exchange.status;
    case ExchangeTableModel::Duration:
        return qint64{exchange.timings.done.count()};
    case ExchangeTableModel::Size:
        return qint64{exchange.responseSize};
    case ExchangeTableModel::Attempt:
        return exchange.attempt;
    default:
        return {};
    }
}

QByteArray folded(const Exchange &exchange)
{
    const QString parts = u"%1\n%2\n%3\n%4\n"_s.arg(exchange.endpoint, exchange.url,
        exchange.status == 0 ? QString() : QString::number(exchange.status), exchange.problem);
    return parts.toCaseFolded().toUtf8()
        + QString::fromUtf8(exchange.requestBody).toCaseFolded().toUtf8() + '\n'
        + QString::fromUtf8(exchange.responseBody).toCaseFolded().toUtf8();
}

} // namespace

void ExchangeTableModel::setLog(ExchangeLog *log)
{
    if (log == m_log)
        return;
    if (m_log)
        m_log->disconnect(this);
    m_log = log;
    if (log) {
        connect(log, &ExchangeLog::appended, this, &ExchangeTableModel::append);
        connect(log, &ExchangeLog::cleared, this, &ExchangeTableModel::readAll);
        connect(log, &ExchangeLog::putBackDone, this, &ExchangeTableModel::readAll);
    }
    readAll();
}

ExchangeLog *ExchangeTableModel::log() const
{
    return m_log;
}

int ExchangeTableModel::rowOf(quint64 number) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), number,
        [](const Row &row, quint64 wanted) { return row.exchange.number < wanted; });
    return found != m_rows.cend() && found->exchange.number == number
        ? static_cast<int>(found - m_rows.cbegin())
        : -1;
}

const QByteArray &ExchangeTableModel::searchTextAt(int row) const
{
    const Row &wanted = m_rows.at(row);
    if (wanted.searchText.isNull())
        wanted.searchText = folded(wanted.exchange);
    return wanted.searchText;
}

bool ExchangeTableModel::isFailed(const Exchange &exchange)
{
    constexpr int firstError = 400;
    return exchange.ending != Exchange::Ending::Answered || exchange.status >= firstError;
}

bool ExchangeTableModel::isSlow(const Exchange &exchange)
{
    return exchange.timings.done >= slowFrom;
}

int ExchangeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExchangeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ExchangeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Exchange &exchange = exchangeAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return rawValue(exchange, index.column());
    case NumberRole:
        return exchange.number;
    case FailedRole:
        return isFailed(exchange);
    default:
        return {};
    }
}

void ExchangeTableModel::readAll()
{
    beginResetModel();
    m_rows.clear();
    if (m_log) {
        m_rows.reserve(m_log->exchanges().size());
        for (const Exchange &exchange : m_log->exchanges())
            m_rows.append({exchange, {}});
    }
    endResetModel();
}

void ExchangeTableModel::append(const Exchange &exchange)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.append({exchange, {}});
    endInsertRows();
    dropWhatTheLogDropped();
}

void ExchangeTableModel::dropWhatTheLogDropped()
{
    const quint64 first = m_log->exchanges().isEmpty() ? 0 : m_log->exchanges().constFirst().number;
    int gone = 0;
    while (gone < m_rows.size() && m_rows.at(gone).exchange.number < first)
        ++gone;
    if (gone == 0)
        return;
    beginRemoveRows({}, 0, gone - 1);
    m_rows.remove(0, gone);
    endRemoveRows();
}

} // namespace desk
