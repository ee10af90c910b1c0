// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgererror.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <optional>

namespace desk {

/*!
 * One connection to an SQLite file. The first statement that fails is remembered, and those after
 * it do nothing until the error is taken; so a function runs its statements one after another and
 * asks once. Belongs to the thread that made it.
 */
class LedgerDatabase {
public:
    enum class Mode {
        ReadWrite, //!< makes the file
        ReadOnly,
        Unchanging, //!< read-only, where not even a lock can be left; what is in the -wal is not
                    //!< seen
        InMemory,
    };

    static constexpr int patienceMilliseconds = 3'000;

    LedgerDatabase(const QString &path, Mode mode);
    ~LedgerDatabase();
    Q_DISABLE_COPY_MOVE(LedgerDatabase)

    const QString &path() const { return m_path; }
    //! The path, or that of the log beside it, leads to another file than the one that is open.
    bool isReplaced() const;
    Mode mode() const { return m_mode; }
    bool isReadOnly() const { return m_mode != Mode::ReadWrite; }

    //! Executed; inactive if it, or one before it, failed. Each "?" has a value of its own: Qt
    //! miscounts those that are numbered.
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    //! How many rows the last run() changed; 0 after an error.
    qint64 changedRows() const { return m_changedRows; }
    //! Steps on; an error on the way is remembered, too.
    bool next(QSqlQuery &query);
    //! The first column of the first row; invalid if there is none.
    QVariant single(const QString &sql, const QVariantList &values = {});

    void fail(LedgerError::Reason reason, const QString &detail);
    //! About another file than the database.
    void fail(const LedgerError &error);
    bool hasFailed() const { return m_error.has_value(); }
    //! The error, which is forgotten; a value stands for success.
    template <typename T> Result<T, LedgerError> answer(T value)
    {
        if (!m_error)
            return value;
        LedgerError error = *m_error;
        m_error.reset();
        return Unexpected{std::move(error)};
    }

    //! Between the two everything happens or nothing. Replaced, if it happened in a file that
    //! nobody finds any more.
    void begin();
    void commit();

private:
    void remember(const QSqlError &error);
    void noteLog();
    QSqlDatabase connection() const;

    QString m_path;
    Mode m_mode;
    QString m_name;
    QByteArray m_identity; //!< see ledgerfiles::identityOf()
    QByteArray m_logIdentity; //!< empty before there is a log
    qint64 m_changedRows = 0;
    bool m_isInTransaction = false;
    std::optional<LedgerError> m_error;
};

} // namespace desk
