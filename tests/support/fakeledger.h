// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/ledgerline.h"
#include "ledger/ledger.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <variant>

namespace desk::test {

//! A ledger in memory that holds what the test says and takes note of what it is told.
class FakeLedger final : public Ledger {
public:
    //! Told as by a keeper.
    LedgerLine line()
    {
        return {[this]() -> Ledger * { return isThere ? this : nullptr; },
            [this](const LedgerStep &step) { take(step); }};
    }

    template <typename Step> QList<Step> told() const
    {
        QList<Step> steps;
        for (const LedgerStep &step : all) {
            if (const auto *found = std::get_if<Step>(&step))
                steps.append(*found);
        }
        return steps;
    }

    bool isReadOnly() const override { return false; }
    qint64 version() override { return all.size(); }
    Answer<Done> write(const LedgerStep &step) override
    {
        take(step);
        return Done{};
    }
    //! The newest alone.
    Answer<AttemptPage> attempts(const AttemptQuery &, const PageMark &) override
    {
        const QList<Attempt> known = followed.sentLinks + followed.unfinished + settled;
        const auto newest = std::max_element(
            known.cbegin(), known.cend(), [](const Attempt &one, const Attempt &other) {
                return one.startedAt < other.startedAt;
            });
        return newest == known.cend() ? AttemptPage{} : AttemptPage{{*newest}, false};
    }
    // What follows is asked by nobody who is tested with this.
    BatchLedger &batches() override { Q_UNREACHABLE(); }
    Answer<qint64> count(const AttemptQuery &) override { return qint64{0}; }
    Answer<AttemptRecord> record(const QUuid &) override { return AttemptRecord{}; }
    Answer<LedgerChoices> choices() override { return LedgerChoices{}; }
    Answer<QList<KnownIntegration>> integrations(const QString &) override
    {
        return followed.integrations;
    }
    Answer<qint64> clean(const Retention &, const QDateTime &) override { return qint64{0}; }
    Answer<Forgotten> forget(const PersonToForget &) override { return Forgotten{}; }
    Answer<Done> backUpTo(const QString &) override { return Done{}; }

    Answer<std::optional<Attempt>> attempt(const QUuid &id) override
    {
        const QList<Attempt> known = followed.sentLinks + followed.unfinished + settled;
        for (const Attempt &attempt : known) {
            if (attempt.id == id)
                return std::optional(attempt);
        }
        return std::optional<Attempt>();
    }
    Answer<QList<Duplicate>> duplicatesOf(const DuplicateQuestion &question) override
    {
        questions.append(question);
        return duplicates;
    }
    Answer<std::optional<KnownIntegration>> integration(const QString &, const QString &id) override
    {
        for (const KnownIntegration &known : followed.integrations) {
            if (known.id == id)
                return std::optional(known);
        }
        return std::optional<KnownIntegration>();
    }
    Answer<FollowUps> followUps(const QString &profileId) override
    {
        if (error)
            return Unexpected{*error};
        return profileId == profile ? followed : FollowUps{};
    }

    bool isThere = true;
    QString profile = QStringLiteral("acme");
    FollowUps followed;
    QList<Attempt> settled; // known, but nobody has to care for them
    QList<Duplicate> duplicates;
    QList<DuplicateQuestion> questions;
    std::optional<LedgerError> error;
    QList<LedgerStep> all;

private:
    void take(const LedgerStep &step)
    {
        all.append(step);
        if (const auto *done = std::get_if<AttemptFollowedUp>(&step))
            settle(*done);
        else if (const auto *read = std::get_if<IntegrationRead>(&step))
            remember(read->integration);
    }
    void settle(const AttemptFollowedUp &step)
    {
        const auto moveTo = [&step](QList<Attempt> &from, QList<Attempt> &to) {
            const auto found = std::find_if(from.begin(), from.end(),
                [&step](const Attempt &attempt) { return attempt.id == step.attempt; });
            if (found == from.end())
                return;
            Attempt attempt = *found;
            from.erase(found);
            attempt.followedUpAt = step.at;
            to.append(attempt);
        };
        if (step.at.isValid())
            moveTo(followed.sentLinks, settled);
        else
            moveTo(settled, followed.sentLinks);
    }
    void remember(const KnownIntegration &read)
    {
        for (KnownIntegration &known : followed.integrations) {
            if (known.id == read.id)
                known = read;
        }
    }
};

} // namespace desk::test
