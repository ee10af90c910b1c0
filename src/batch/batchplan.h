// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "columnmapping.h"
#include "csvreader.h"

#include "core/connectdetails.h"
#include "core/detailscheck.h"
#include "core/prefill.h"
#include "ledger/knownintegration.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

//! What is wrong with one cell of a row, or with a field that no cell gives.
struct BatchProblem {
    Q_GADGET
public:
    enum class Kind {
        Details, //!< see details
        UnknownValue, //!< of a field that knows a few values only
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Details;
    int row = 0; //!< as in CsvProblem
    int column = 0; //!< from 1; 0: no column gives the field
    QString columnName; //!< may be empty
    DetailsField field = DetailsField::Email;
    DetailsProblem details = DetailsProblem::Missing;
    QString value; //!< of an UnknownValue, bounded and harmless

    friend bool operator==(const BatchProblem &, const BatchProblem &) = default;
};

//! One link that is to be made.
struct PlannedRow {
    //! Why another row of the same file seems to be the same client's.
    enum class Likeness { OriginId, Email, Organization };

    int number = 0; //!< in the file, as in CsvProblem
    ConnectDetails details;
    QList<BatchProblem> problems;
    QList<Duplicate> duplicates; //!< what checkDuplicates() found
    int sameAs = 0; //!< the number of the earlier row; 0: there is none
    Likeness likeness = Likeness::OriginId;

    bool isDuplicate() const { return sameAs != 0 || !duplicates.isEmpty(); }
};

//! Asks Ledger::duplicatesOf(), with the profile filled in by whoever knows it.
using DuplicateQuery = std::function<QList<Duplicate>(const ConnectDetails &details)>;

/*!
 * What a run would do: the links, in the order of the file, and everything that is wrong. A value;
 * nothing is sent before isSendable().
 */
class BatchPlan {
public:
    BatchPlan() = default;
    /*!
     * A cell that is not empty counts before the common value of its field. A link whose type
     * neither of them tells is a magic link, since an embedded one is good for an hour only.
     */
    BatchPlan(const CsvReading &reading, const ColumnMapping &mapping, const Prefill &common,
        OriginIdPolicy originIds = OriginIdPolicy::Optional);

    const QList<PlannedRow> &rows() const { return m_rows; }
    const QList<CsvProblem> &fileProblems() const { return m_fileProblems; }
    const CsvDialect &dialect() const { return m_dialect; }
    //! The fields that no column and no common value gives, and that no link goes without.
    const QList<DetailsField> &missingFields() const { return m_missing; }

    //! Looks for rows begin to end - 1 in the ledger; in pieces, so that a window stays alive.
    void checkDuplicates(const DuplicateQuery &ask, qsizetype begin, qsizetype end);
    void checkDuplicates(const DuplicateQuery &ask) { checkDuplicates(ask, 0, m_rows.size()); }

    qsizetype problemCount() const { return m_problemCount; }
    qsizetype duplicateCount() const;
    qsizetype embeddedCount() const;
    bool isSendable() const;
    //! Without the rows of these numbers, which somebody wants to leave out.
    BatchPlan without(const QList<int> &numbers) const;

    //! Of the rows and what they would send, whatever the file looked like: 32 bytes.
    QByteArray fingerprint() const;

private:
    void lookForTwins();

    QList<PlannedRow> m_rows;
    QList<CsvProblem> m_fileProblems;
    QList<DetailsField> m_missing;
    CsvDialect m_dialect;
    qsizetype m_problemCount = 0;
};

} // namespace desk
