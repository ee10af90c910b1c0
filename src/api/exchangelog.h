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

    using QObject::QObject;

    //! Whether e-mail addresses are taken out of what is recorded from now on, too.
    bool hidesEmail() const { return m_hidesEmail; }
    void setHidesEmail(bool hides) { m_hidesEmail = hides; }

    const QList<Exchange> &exchanges() const { return m_exchanges; }
    //! Numbers it.
    void append(Exchange exchange);
    void clear();

Q_SIGNALS:
    void appended(const desk::Exchange &exchange);
    void cleared();

private:
    void makeRoom();

    QList<Exchange> m_exchanges;
    quint64 m_count = 0;
    qsizetype m_bytes = 0;
    bool m_hidesEmail = false;
};

} // namespace desk
