// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchmemory.h"
#include "batchoutput.h"
#include "batchplan.h"

#include "core/result.h"
#include "ledger/batchledger.h"
#include "ledger/ledgererror.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace desk {

/*!
 * What earlier runs have left of a plan, in the ledger and in files; looks only. All that it is
 * given must outlive it.
 */
class BatchPast {
public:
    //! How a run begins that takes up what is there.
    enum class Beginning {
        New,
        GoesOn, //!< with a run that did not end
        AlreadyEnded, //!< nothing is to be sent: this is how it ended then
    };
    //! Why no run may begin.
    using Refusal = std::variant<BatchOutputProblem, LedgerError>;

    struct Found {
        Beginning beginning = Beginning::New;
        std::optional<Batch> batch; //!< but for New
        BatchOutput::Journal journal = BatchOutput::Journal::New;
    };

    BatchPast(const BatchMemory &memory, const BatchPlan &plan, const BatchOutput &output);

    //! Batch::fingerprint: of a run there is one for each profile, input and file.
    static QByteArray fingerprintOf(const BatchPlan &plan, const QString &output);

    Result<Found, Refusal> look() const;
    //! Where a run of this plan that did not end has put links, if one into this file would be
    //! another. Empty: there is none.
    QString linksElsewhere() const;

private:
    Result<Found, Refusal> lookAtEnded(BatchLedger &books) const;
    Unexpected<Refusal> refusal(BatchOutputProblem::Kind kind) const;
    bool isOfThisPlan(const Batch &batch, const QString &output) const;

    const BatchMemory &m_memory;
    const BatchPlan &m_plan;
    const BatchOutput &m_output;
    QByteArray m_fingerprint;
};

} // namespace desk
