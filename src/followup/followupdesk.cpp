// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followupdesk.h"

#include "integrationreading.h"
#include "keptlinks.h"
#include "reminder.h"

#include "api/komboclient.h"
#include "handover/handovermessage.h"
#include "secrets/secretcall.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

// Many steps may be written one after the other.
constexpr std::chrono::milliseconds reloadDelay = 100ms;

// A clock that is years ahead for a moment must not take every link for dead. Until something is
// recorded again, a dead one in the keychain does no harm.
bool isLeap(Ledger &ledger, const QDateTime &now)
{
    constexpr int leapDays = 7;
    const auto newest = ledger.attempts({}, {0, 1});
    return !newest || newest->attempts.isEmpty()
        || newest->attempts.constFirst().startedAt.addDays(leapDays) < now;
}

bool isSettled(const Attempt &attempt)
{
    return attempt.followedUpAt.isValid() || attempt.outcome == AttemptOutcome::Connected;
}

} // namespace

FollowUpDesk::FollowUpDesk(Parts parts, QObject *parent, std::chrono::milliseconds grace)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadDelay);
    connect(&m_reload, &QTimer::timeout, this, &FollowUpDesk::load);
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, &FollowUpDesk::endGrace);
    if (m_parts.kept) {
        connect(m_parts.kept, &KeptLinks::changed, this, &FollowUpDesk::reload);
        connect(m_parts.kept, &KeptLinks::notForgotten, this,
            [this](const QUuid &attempt) { m_forgetting.remove(attempt); });
        connect(m_parts.kept, &KeptLinks::forgotten, this,
            [this](const QUuid &attempt) { m_forgetting.remove(attempt); });
    }
    connectRefresh();
}

FollowUpDesk::~FollowUpDesk()
{
    endGrace();
}

void FollowUpDesk::connectRefresh()
{
    connect(&m_refresh, &FollowUpRefresh::integrationRead, this,
        [this](const IntegrationDetails &details) {
            ++m_tally.read;
            m_missing.remove(details.id);
            m_readingErrors.remove(details.id);
            m_parts.ledger.tell(IntegrationRead{
                knownIntegration(m_refreshProfileId, details, QDateTime::currentDateTimeUtc())});
            reload();
        });
    connect(&m_refresh, &FollowUpRefresh::integrationMissing, this, [this](const QString &id) {
        ++m_tally.missing;
        m_missing.insert(id);
        m_readingErrors.remove(id);
        reload();
    });
    connect(&m_refresh, &FollowUpRefresh::readingFailed, this,
        [this](const QString &id, const ApiError &error) {
            ++m_tally.failed;
            m_readingErrors.insert(id, error);
            reload();
        });
    connect(&m_refresh, &FollowUpRefresh::progressed, this, &FollowUpDesk::refreshProgressed);
    connect(&m_refresh, &FollowUpRefresh::waiting, this, &FollowUpDesk::refreshWaiting);
    connect(&m_refresh, &FollowUpRefresh::finished, this,
        [this](FollowUpRefresh::End, const std::optional<ApiError> &error) {
            Q_EMIT refreshFinished(m_tally.read, m_tally.missing, m_tally.failed, error);
        });
}

void FollowUpDesk::setProfile(const QString &profileId, const QDateTime &since)
{
    if (m_profileId != profileId) {
        m_refresh.cancel();
        endGrace();
        m_missing.clear();
        m_readingErrors.clear();
        m_rows.clear();
        m_state = State::Loading;
    }
    m_profileId = profileId;
    m_since = since;
    reload();
    Q_EMIT changed();
}

void FollowUpDesk::setToolLabels(ToolLabels labels)
{
    m_toolLabels = std::move(labels);
}

QString FollowUpDesk::toolLabel(const FollowUpRow &row) const
{
    return m_toolLabels && !row.tool().isEmpty() ? m_toolLabels(row.tool(), row.category())
                                                 : QString();
}

const FollowUpRow *FollowUpDesk::row(const QString &key) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [&key](const FollowUpRow &row) { return row.key() == key; });
    return found == m_rows.cend() ? nullptr : &*found;
}

std::optional<ApiError> FollowUpDesk::readingError(const QString &integrationId) const
{
    const auto found = m_readingErrors.constFind(integrationId);
    return found == m_readingErrors.cend() ? std::nullopt : std::optional(*found);
}

void FollowUpDesk::reload()
{
    if (!m_reload.isActive())
        m_reload.start();
}

void FollowUpDesk::load()
{
    if (m_profileId.isEmpty())
        return;
    Ledger *ledger = m_parts.ledger.ledger();
    if (!ledger) {
        fail({});
        return;
    }
    const Ledger::Answer<FollowUps> answer = ledger->followUps(m_profileId);
    if (!answer) {
        fail(answer.error());
        return;
    }
    FollowUpList::Source source;
    source.followUps = *answer;
    source.now = QDateTime::currentDateTimeUtc();
    source.practiceProfileId = m_profileId;
    source.practiceSince = m_since;
    source.keptLinks = m_parts.kept ? m_parts.kept->attempts() : QSet<QUuid>();
    source.known = knownOf(*ledger, *answer);
    source.missing = m_missing;
    m_rows = FollowUpList::rows(source);
    m_state = State::Ready;
    m_error.reset();
    tidyLinks(*ledger);
    Q_EMIT changed();
}

void FollowUpDesk::fail(const std::optional<LedgerError> &error)
{
    m_state = State::Failed;
    m_error = error;
    Q_EMIT changed();
}

QHash<QString, KnownIntegration> FollowUpDesk::knownOf(
    Ledger &ledger, const FollowUps &followUps) const
{
    QHash<QString, KnownIntegration> known;
    const QList<Attempt> attempts = followUps.sentLinks + followUps.unfinished;
    for (const Attempt &attempt : attempts) {
        if (attempt.integrationId.isEmpty() || known.contains(attempt.integrationId))
            continue;
        const auto answer = ledger.integration(m_profileId, attempt.integrationId);
        if (answer && *answer)
            known.insert(attempt.integrationId, **answer);
    }
    return known;
}

// Also what was left behind when the application went away before its link was forgotten.
void FollowUpDesk::tidyLinks(Ledger &ledger)
{
    if (!m_parts.kept)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isClockBelieved = !isLeap(ledger, now);
    const QSet<QUuid> kept = m_parts.kept->attempts();
    for (const QUuid &id : kept) {
        if (m_undoable && m_undoable->attempt && m_undoable->attempt->id == id)
            continue;
        const auto attempt = ledger.attempt(id);
        // One that the ledger does not know may be about to be written.
        if (!attempt || !*attempt)
            continue;
        const QDateTime &expiry = (*attempt)->linkExpiresAt;
        const bool isDead = isClockBelieved && expiry.isValid() && expiry <= now;
        if (isDead || isSettled(**attempt))
            forgetLink(id);
    }
}

void FollowUpDesk::forgetLostLinks()
{
    Ledger *const ledger = m_parts.ledger.ledger();
    if (!ledger || !m_parts.kept)
        return;
    const QSet<QUuid> kept = m_parts.kept->attempts();
    for (const QUuid &id : kept) {
        const auto attempt = ledger->attempt(id);
        if (attempt && !*attempt)
            forgetLink(id);
    }
}

void FollowUpDesk::forgetLink(const QUuid &attempt)
{
    if (!m_parts.kept || m_forgetting.contains(attempt) || !m_parts.kept->isKept(attempt))
        return;
    m_forgetting.insert(attempt);
    m_parts.kept->forget(attempt);
}

QStringList FollowUpDesk::integrationIds() const
{
    QStringList ids;
    for (const FollowUpRow &row : m_rows) {
        const QString id = row.integrationId();
        if (!id.isEmpty())
            ids.append(id);
    }
    ids.removeDuplicates();
    return ids;
}

bool FollowUpDesk::canRefresh() const
{
    return !m_refresh.isRunning()
        && std::any_of(m_rows.cbegin(), m_rows.cend(),
            [](const FollowUpRow &row) { return !row.integrationId().isEmpty(); });
}

void FollowUpDesk::refresh()
{
    if (!canRefresh())
        return;
    m_parts.client([this, profileId = m_profileId](const std::shared_ptr<KomboClient> &client) {
        if (profileId != m_profileId || !canRefresh())
            return;
        m_refreshProfileId = m_profileId;
        m_tally = {};
        m_refresh.start(client, integrationIds());
    });
}

void FollowUpDesk::tellDone(const FollowUpRow &row, const QDateTime &at) const
{
    if (row.attempt)
        m_parts.ledger.tell(AttemptFollowedUp{row.attempt->id, at});
    else
        m_parts.ledger.tell(IntegrationFollowedUp{row.profileId, row.integrationId(), at});
}

void FollowUpDesk::markDone(const QString &key)
{
    const FollowUpRow *found = row(key);
    if (!found)
        return;
    endGrace();
    m_undoable = *found;
    m_grace.start();
    tellDone(*m_undoable, QDateTime::currentDateTimeUtc());
    // Nobody should have to wait for the row to go.
    m_rows.removeIf([&key](const FollowUpRow &row) { return row.key() == key; });
    Q_EMIT changed();
    reload();
}

bool FollowUpDesk::undoDone()
{
    m_grace.stop();
    const std::optional<FollowUpRow> row = std::exchange(m_undoable, std::nullopt);
    if (!row)
        return false;
    tellDone(*row, {});
    m_reload.stop();
    load();
    return true;
}

void FollowUpDesk::endGrace()
{
    m_grace.stop();
    const std::optional<FollowUpRow> row = std::exchange(m_undoable, std::nullopt);
    if (!row)
        return;
    if (row->attempt)
        forgetLink(row->attempt->id);
    Q_EMIT undoEnded();
}

void FollowUpDesk::beginClaim(const QString &key, const ClaimTaker &taker)
{
    const FollowUpRow *found = row(key);
    if (!found || !found->attempt)
        return;
    m_parts.client(
        [this, taker, attempt = *found->attempt](const std::shared_ptr<KomboClient> &client) {
            if (attempt.profile.id == m_profileId)
                taker(std::make_unique<LinkClaim>(client, attempt));
        });
}

void FollowUpDesk::close(const QUuid &attempt, const ClaimFinding &finding)
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [&](const FollowUpRow &row) { return row.attempt && row.attempt->id == attempt; });
    const QDateTime now = QDateTime::currentDateTimeUtc();
    AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome = AttemptOutcome::Connected;
    ended.endedAt = now;
    ended.integrationId = finding.details.id;
    if (found != m_rows.cend())
        ended.duration = std::chrono::milliseconds(found->attempt->startedAt.msecsTo(now));
    m_parts.ledger.tell(IntegrationRead{knownIntegration(m_profileId, finding.details, now)});
    m_parts.ledger.tell(ended);
    m_parts.ledger.tell(AttemptFollowedUp{attempt, now});
    forgetLink(attempt);
    m_rows.removeIf(
        [&](const FollowUpRow &row) { return row.attempt && row.attempt->id == attempt; });
    Q_EMIT changed();
    reload();
}

void FollowUpDesk::makeReminder(const QString &key, FlowLanguage language)
{
    const FollowUpRow *found = row(key);
    const auto message =
        found ? Reminder::message(*found, language, toolLabel(*found)) : std::nullopt;
    if (!message)
        return;
    // The subject goes first, as people paste it into the mail's first line.
    const QString text = message->subject + QStringLiteral("\n\n") + message->body;
    if (!found->isLinkKept || !m_parts.kept) {
        Q_EMIT reminderReady(*found, language, Secret(text), false);
        return;
    }
    SecretRead *read = m_parts.kept->read(found->attempt->id);
    connect(read, &SecretCall::finished, this, [this, read, row = *found, language, text] {
        read->deleteLater();
        const bool hasLink = read->value().has_value();
        Q_EMIT reminderReady(row, language,
            hasLink ? HandOverMessages::withLink(text, *read->value()) : Secret(text), hasLink);
    });
}

void FollowUpDesk::readLink(const QString &key)
{
    const FollowUpRow *found = row(key);
    if (!found || !found->isLinkKept || !m_parts.kept)
        return;
    SecretRead *read = m_parts.kept->read(found->attempt->id);
    connect(read, &SecretCall::failed, this,
        [this, row = *found](const SecretError &error) { Q_EMIT linkUnavailable(row, error); });
    connect(read, &SecretCall::succeeded, this, [this, read, row = *found] {
        if (read->value())
            Q_EMIT linkReady(row, *read->value());
        else
            Q_EMIT linkUnavailable(row, std::nullopt);
    });
    connect(read, &SecretCall::finished, read, &QObject::deleteLater);
}

} // namespace desk
