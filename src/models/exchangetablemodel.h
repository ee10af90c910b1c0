// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QList>
#include <QPointer>

namespace desk {

class ExchangeLog;

/*!
 * The exchanges of a log, oldest first, as raw values; words for them are the view's business. It
 * follows the log without resets: what is appended becomes a row, what the log drops leaves at the
 * front. Keeps the records (they share their bytes with the log) and stays as it is if the log
 * goes.
 */
class ExchangeTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Time, Method, Endpoint, Outcome, Duration, Size, Attempt };
    static constexpr int columns = Attempt + 1;

    enum Role {
        //! The column's value: quint64, QDateTime (UTC), QString, QString, int (HTTP status, 0 if
        //! none arrived), qint64 (milliseconds), qint64 (bytes), int.
        RawRole = Qt::UserRole,
        NumberRole, //!< quint64; the name of a row that outlives its position
        FailedRole, //!< bool, see isFailed()
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Null: nothing to show.
    void setLog(ExchangeLog *log);
    ExchangeLog *log() const;

    //! The row must exist.
    const Exchange &exchangeAt(int row) const { return m_rows.at(row).exchange; }
    //! -1 if the log has dropped it.
    int rowOf(quint64 number) const;
    //! Endpoint, URL, outcome and bodies in one, case-folded UTF-8; made when first asked for.
    const QByteArray &searchTextAt(int row) const;

    //! No answer, not all of one, or one that is an error.
    static bool isFailed(const Exchange &exchange);
    static constexpr std::chrono::milliseconds slowFrom{1000};
    static bool isSlow(const Exchange &exchange);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole is the raw value, too.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Exchange exchange;
        mutable QByteArray searchText; // null until it is wanted
    };

    void readAll();
    void append(const Exchange &exchange);
    void dropWhatTheLogDropped();

    QPointer<ExchangeLog> m_log;
    QList<Row> m_rows;
};

} // namespace desk
