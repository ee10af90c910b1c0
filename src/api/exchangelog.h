// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

#include <QList>
#include <QObject>

namespace desk {

/*!
 * The latest exchanges of one or several clients, in the order in which they ended; nothing of it
 * is ever written anywhere by itself. Bounded by count and bytes: the oldest go first. Lives in the
 * thread of its clients, and may go before them.
 */
class ExchangeLog : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maximumCount = 1000;
    static constexpr qsizetype maximumBytes = qsizetype{16} * 1024 * 1024;

    explicit ExchangeLog(QObject *parent = nullptr);
    //! With bounds of its own.
    ExchangeLog(qsizetype mostExchanges, qsizetype mostBytes, QObject *parent = nullptr);

    //! Whether e-mail addresses are taken out of what is recorded from now on, too.
    bool hidesEmail() const { return m_hidesEmail; }
    void setHidesEmail(bool hides) { m_hidesEmail = hides; }

    const QList<Exchange> &exchanges() const { return m_exchanges; }
    //! Numbers it.
    void append(Exchange exchange);
    void clear();
    /*!
     * Puts back what a clear() took away, in front of what has come since, with its old numbers.
     * What no longer fits stays away.
     */
    void putBack(const QList<Exchange> &earlier);

Q_SIGNALS:
    void appended(const desk::Exchange &exchange);
    void cleared();
    void putBackDone();

private:
    void makeRoom();

    qsizetype m_mostExchanges;
    qsizetype m_mostBytes;
    QList<Exchange> m_exchanges;
    quint64 m_count = 0;
    qsizetype m_bytes = 0;
    bool m_hidesEmail = false;
};

} // namespace desk
