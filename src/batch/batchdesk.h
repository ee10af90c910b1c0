// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchmappingstore.h"
#include "batchmemory.h"
#include "batchplan.h"
#include "batchrun.h"
#include "csvreader.h"

#include "core/prefill.h"
#include "ledger/knownintegration.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

/*!
 * What a person has said about one table, and the plan that comes of it: file, dialect, columns,
 * common values, rows left out. Sends nothing; makeRun() gives what does. Looks for duplicates in
 * the ledger bit by bit, and for a run of this very table that did not end. Lives in one thread
 * with an event loop; what its parts point to must outlive it.
 */
class BatchDesk final : public QObject {
    Q_OBJECT

public:
    using DuplicatesOf = std::function<QList<Duplicate>(const DuplicateQuestion &question)>;

    struct Parts {
        BatchMemory memory; //!< its profile is the one links are made under
        DuplicatesOf duplicates; //!< null: nobody knows of any, as in practice
        QString mappings; //!< the folder of the BatchMappingStore
        BatchSentence sentence;
    };

    explicit BatchDesk(Parts parts, QObject *parent = nullptr);

    //! Another profile, or another policy of the same one: the plan is made anew.
    void setProfile(
        const LedgerProfile &profile, OriginIdPolicy originIds, bool looksForDuplicates);
    const LedgerProfile &profile() const { return m_parts.memory.profile; }

    //! Reads the file; false if it cannot be read at all, which openProblem() explains.
    bool open(const QString &file);
    bool isOpen() const { return !m_file.isEmpty(); }
    const QString &file() const { return m_file; }
    const std::optional<CsvProblem> &openProblem() const { return m_openProblem; }

    // Each of these makes the plan anew.
    void setEncoding(std::optional<CsvEncoding> encoding);
    void setSeparator(std::optional<CsvSeparator> separator);
    //! A field has one column at most: another that had it loses it. nullopt: the column is not
    //! used.
    void setColumn(int column, std::optional<DetailsField> field);
    void setCommon(const Prefill &common);

    const CsvReading &reading() const { return m_reading; }
    const ColumnMapping &mapping() const { return m_mapping; }
    const Prefill &common() const { return m_common; }
    const BatchPlan &plan() const { return m_plan; }
    //! Whether the ledger is still being asked.
    bool isLooking() const { return m_looking.isActive(); }

    //! Duplicates are left out unless somebody wants them.
    bool isLeftOut(const PlannedRow &row) const;
    void setLeftOut(int number, bool leftOut);
    qsizetype leftOutCount() const;
    qsizetype linkCount() const { return m_plan.rows().size() - leftOutCount(); }
    bool isSendable() const { return m_plan.isSendable() && !isLooking(); }

    //! A run of this table under this profile into this file that did not end; as it was when it
    //! was looked for.
    const std::optional<Batch> &unfinished() const { return m_unfinished; }
    //! Where a run of this table that did not end has put its links, if that is not output().
    QString unfinishedElsewhere() const;
    //! Where the links go: where the unfinished run put them, or beside the table, until somebody
    //! says otherwise. Another file makes it another run.
    const QString &output() const { return m_output; }
    void setOutput(const QString &file);

    //! Remembers the columns and gives a run, which is not prepared. The client must outlive it.
    std::unique_ptr<BatchRun> makeRun(KomboClient &client, int concurrency) const;
    //! To be skipped by a new run once it is prepared.
    QList<int> leftOut() const;
    //! Writes a mail text for each link of a run of this plan that has ended.
    std::optional<BatchOutputProblem> saveMails(const QString &folder, const BatchRun &run) const;

Q_SIGNALS:
    //! Another table, or another plan of it.
    void planChanged();
    //! More is known of duplicates, or a row is left out or not; the plan's rows stay in place.
    void duplicatesChanged();
    //! output() or unfinished() is another.
    void outputChanged();

private:
    void read();
    void makePlan();
    void look();
    void askForUnfinished();
    void takeUpUnfinished();
    //! Takes over what that batch was made with if it was made of this table.
    bool takeUp(const Batch &batch);
    BatchPlan planWith(const ColumnMapping &mapping, const Prefill &common) const;
    QString outputBesideTable() const;

    Parts m_parts;
    OriginIdPolicy m_originIds = OriginIdPolicy::Optional;
    bool m_looksForDuplicates = true;
    BatchMappingStore m_mappings;
    QString m_file;
    QByteArray m_bytes;
    CsvChoice m_choice;
    std::optional<CsvProblem> m_openProblem;
    CsvReading m_reading;
    ColumnMapping m_mapping;
    Prefill m_common;
    BatchPlan m_plan;
    QString m_output;
    QString m_unfinishedOutput; // of this very plan
    std::optional<Batch> m_unfinished;
    QSet<int> m_wanted; // although they are duplicates
    QSet<int> m_unwanted; // although they are none
    qsizetype m_looked = 0;
    QTimer m_looking;
};

} // namespace desk
