// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientrun.h"

#include "batch/batchmappingstore.h"
#include "batch/batchplan.h"
#include "batch/batchrun.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace desk {

/*!
 * batch: makes a link for each row of a table. Nothing is sent while any row has a problem, or
 * seems to be connected already. The same command goes on with a run that was ended before its
 * time. What --column has said of a table is remembered for the next one with such columns.
 */
class BatchVerbRun final : public ClientRun {
    Q_OBJECT

public:
    using ClientRun::ClientRun;

    //! Waits a few seconds for the answers that are on their way.
    void interrupt() override;

protected:
    void begin(KomboClient &client) override;
    void timeIsUp() override;

private:
    bool readTable();
    bool chooseColumns();
    void recallColumns();
    void keepColumns();
    void makePlan();
    bool refusesPlan();
    bool refusesDuplicates();
    bool refusesLinksElsewhere();
    void concludeDryRun();
    void run(KomboClient &client);
    void showState();
    void showProgress();
    void concludePaused();
    void concludeEnded();
    QByteArray report() const;

    CsvReading m_reading;
    ColumnMapping m_mapping;
    std::optional<BatchMappingStore> m_mappings;
    BatchPlan m_plan;
    std::unique_ptr<BatchRun> m_run;
    QElapsedTimer m_sinceTold;
    bool m_isTimeUp = false;
};

} // namespace desk
