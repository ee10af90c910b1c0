// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangelog.h"

#include "core/redactor.h"

#include <utility>

namespace desk {

namespace {

qsizetype sizeOf(const HttpHeaders &headers)
{
    qsizetype size = 0;
    for (const auto &[name, value] : headers)
        size += name.size() + value.size();
    return size;
}

qsizetype sizeOf(const Exchange &exchange)
{
    return qsizetype(sizeof(Exchange)) + exchange.requestBody.size() + exchange.responseBody.size()
        + 2 * (exchange.url.size() + exchange.problem.size()) + sizeOf(exchange.requestHeaders)
        + sizeOf(exchange.responseHeaders);
}

QByteArray withoutEmail(const QByteArray &bytes)
{
    return Redactor::withoutEmail(QString::fromUtf8(bytes)).toUtf8();
}

} // namespace

ExchangeLog::ExchangeLog(QObject *parent)
    : ExchangeLog(maximumCount, maximumBytes, parent)
{
}

ExchangeLog::ExchangeLog(qsizetype mostExchanges, qsizetype mostBytes, QObject *parent)
    : QObject(parent)
    , m_mostExchanges(mostExchanges)
    , m_mostBytes(mostBytes)
{
}

void ExchangeLog::append(Exchange exchange)
{
    exchange.number = ++m_count;
    if (m_hidesEmail) {
        exchange.url = Redactor::withoutEmail(exchange.url);
        exchange.problem = Redactor::withoutEmail(exchange.problem);
        exchange.requestBody = withoutEmail(exchange.requestBody);
        exchange.responseBody = withoutEmail(exchange.responseBody);
    }
    m_bytes += sizeOf(exchange);
    m_exchanges.append(exchange);
    makeRoom();
    Q_EMIT appended(exchange);
}

void ExchangeLog::clear()
{
    m_exchanges.clear();
    m_bytes = 0;
    Q_EMIT cleared();
}

void ExchangeLog::putBack(const QList<Exchange> &earlier)
{
    for (const Exchange &exchange : earlier)
        m_bytes += sizeOf(exchange);
    m_exchanges = earlier + m_exchanges;
    makeRoom();
    Q_EMIT putBackDone();
}

void ExchangeLog::makeRoom()
{
    while (
        m_exchanges.size() > 1 && (m_exchanges.size() > m_mostExchanges || m_bytes > m_mostBytes))
        m_bytes -= sizeOf(m_exchanges.takeFirst());
}

} // namespace desk
