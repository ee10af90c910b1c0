// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgererror.h"
#include "ledgerstep.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

//! What is known of one row of a batch. The numbers are kept in the ledger.
enum class BatchRowStatus {
    Planned = 0,
    Sending = 1, //!< the request may have left; after a restart nobody knows
    Done = 2, //!< the API has answered with a link
    Failed = 3, //!< the API has refused, or the request never left
    NotKnown = 4, //!< the request left and no answer came
    Skipped = 5, //!< a person left it out
};

struct BatchRow {
    int number = 0; //!< of the row in the file, as the person sees it; unique in its batch
    BatchRowStatus status = BatchRowStatus::Planned;
    QUuid attempt; //!< null before there is one; an attempt of the ledger
    QString error; //!< one sentence without secrets, if it failed

    friend bool operator==(const BatchRow &, const BatchRow &) = default;
};

//! A run over a file of clients. Never holds a link, nor the values of its rows. Times are UTC.
struct Batch {
    QUuid id;
    QString profileId;
    QString sourceName; //!< of the file, without its folder
    QByteArray fingerprint; //!< of the input: file, columns, common values; chosen by the caller
    QDateTime createdAt;
    QDateTime finishedAt; //!< invalid: not finished
    int concurrency = 1;
    QJsonObject columns; //!< which column is which field, as the caller wrote it
    QJsonObject commonValues; //!< of all rows, as the caller wrote them
    QList<BatchRow> rows; //!< by number; empty where only the batch was asked for
};

/*!
 * What the ledger remembers of batches, so that a killed run makes no link twice. Thread, errors
 * and wholeness are as with Ledger. A change is on the disk when the call returns: record a row as
 * Sending before its request leaves.
 */
class BatchLedger {
public:
    template <typename T> using Answer = Result<T, LedgerError>;

    virtual ~BatchLedger() = default;

    //! The batch with all its rows, at once.
    virtual Answer<Done> begin(const Batch &batch) = 0;
    //! Rows of that batch as they stand now, and what its attempts have come to, in this order: all
    //! of it at once, so that many cost the disk as much as one.
    virtual Answer<Done> record(
        const QUuid &batch, const QList<BatchRow> &rows, const QList<LedgerStep> &steps) = 0;
    virtual Answer<Done> finish(const QUuid &batch, const QDateTime &at) = 0;
    //! With its rows, as they were marked last; nullopt: there is none.
    virtual Answer<std::optional<Batch>> batch(const QUuid &id) = 0;
    //! The newest that is not finished, with its rows.
    virtual Answer<std::optional<Batch>> unfinished(
        const QString &profileId, const QByteArray &fingerprint) = 0;
    //! The newest first, without their rows; of one profile or of all if it is empty.
    virtual Answer<QList<Batch>> batches(const QString &profileId) = 0;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Batch)
