// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchpast.h"

#include "runvalues.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace desk {

namespace {

using Kind = BatchOutputProblem::Kind;
using Journal = BatchOutput::Journal;

bool mayHaveLinks(const Batch &batch)
{
    return std::any_of(batch.rows.cbegin(), batch.rows.cend(), [](const BatchRow &row) {
        return row.status == BatchRowStatus::Sending || row.status == BatchRowStatus::Done
            || row.status == BatchRowStatus::NotKnown;
    });
}

} // namespace

BatchPast::BatchPast(const BatchMemory &memory, const BatchPlan &plan, const BatchOutput &output)
    : m_memory(memory)
    , m_plan(plan)
    , m_output(output)
    , m_fingerprint(fingerprintOf(plan, output.file()))
{
}

QByteArray BatchPast::fingerprintOf(const BatchPlan &plan, const QString &output)
{
    return QCryptographicHash::hash(
        plan.fingerprint() + BatchOutput(output, plan.dialect()).file().toUtf8(),
        QCryptographicHash::Sha256);
}

Unexpected<BatchPast::Refusal> BatchPast::refusal(Kind kind) const
{
    return {Refusal(BatchOutputProblem{kind, m_output.file(), {}})};
}

Result<BatchPast::Found, BatchPast::Refusal> BatchPast::look() const
{
    if (m_output.hasForeignPartial())
        return refusal(Kind::PartialExists);
    BatchLedger *const books = m_memory.books();
    if (!books)
        return Unexpected{Refusal(LedgerError())};
    const auto unfinished = books->unfinished(m_memory.profile.id, m_fingerprint);
    if (!unfinished)
        return Unexpected{Refusal(unfinished.error())};
    const bool hasPartial = QFile::exists(m_output.partialFile());
    if (*unfinished) {
        // Without its journal, a file that is there cannot be told from somebody else's.
        if (m_output.fileExists() && !hasPartial)
            return refusal(Kind::Exists);
        return Found{Beginning::GoesOn, *unfinished, Journal::GoOn};
    }
    if (m_output.fileExists())
        return lookAtEnded(*books);
    if (hasPartial && m_output.hasPartialLinks())
        return refusal(Kind::PartialExists);
    return Found{};
}

Result<BatchPast::Found, BatchPast::Refusal> BatchPast::lookAtEnded(BatchLedger &books) const
{
    const auto all = books.batches(m_memory.profile.id);
    if (!all)
        return Unexpected{Refusal(all.error())};
    const auto same = std::find_if(all->cbegin(), all->cend(),
        [this](const Batch &batch) { return batch.fingerprint == m_fingerprint; });
    if (same == all->cend())
        return refusal(Kind::Exists);
    const auto whole = books.batch(same->id);
    if (!whole)
        return Unexpected{Refusal(whole.error())};
    return Found{Beginning::AlreadyEnded, *whole, Journal::FromFile};
}

bool BatchPast::isOfThisPlan(const Batch &batch, const QString &output) const
{
    return !output.isEmpty() && batch.fingerprint == fingerprintOf(m_plan, output);
}

QString BatchPast::linksElsewhere() const
{
    const Result<Found, Refusal> found = look();
    if (!found || found->beginning != Beginning::New)
        return {};
    BatchLedger *const books = m_memory.books();
    const auto all = books->batches(m_memory.profile.id);
    if (!all)
        return {};
    for (const Batch &batch : *all) {
        QString output = runValuesFrom(batch.commonValues).output;
        if (batch.finishedAt.isValid() || !isOfThisPlan(batch, output))
            continue;
        const auto whole = books->batch(batch.id);
        if (whole && *whole && mayHaveLinks(**whole))
            return output;
    }
    return {};
}

} // namespace desk
