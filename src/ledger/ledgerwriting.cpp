// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerwriting.h"

#include "attemptrows.h"
#include "facets.h"
#include "ledgerguard.h"

#include "core/organizationname.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using ledgerguard::name;
using ledgerguard::sentence;

// QString() would be NULL.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QString named(const QString &value)
{
    return text(name(value));
}

qint64 profileKey(LedgerDatabase &database, const LedgerProfile &profile)
{
    const QVariantList values{named(profile.id), named(profile.name), int(profile.kind)};
    database.run(u"INSERT OR IGNORE INTO profiles (id, name, kind) VALUES (?, ?, ?)"_s, values);
    return database
        .single(u"SELECT key FROM profiles WHERE id = ? AND name = ? AND kind = ?"_s, values)
        .toLongLong();
}

// One for each origin ID, or where there is none for each e-mail address and organization.
QVariant customerKey(LedgerDatabase &database, const QString &profileId,
    const QString &organization, const QString &email, const QString &originId)
{
    if (organization.isEmpty() && email.isEmpty() && originId.isEmpty())
        return {};
    const QString identity = originId.isEmpty()
        ? u"e:"_s + email.toLower() + u'\n' + foldedOrganization(organization)
        : u"o:"_s + originId;
    database.run(u"INSERT INTO customers (profile_id, identity, organization, email, origin_id)"
                 " VALUES (?, ?, ?, ?, ?) ON CONFLICT (profile_id, identity) DO UPDATE SET"
                 " organization = excluded.organization, email = excluded.email"_s,
        {text(profileId), identity, text(organization), text(email), text(originId)});
    return database.single(u"SELECT key FROM customers WHERE profile_id = ? AND identity = ?"_s,
        {text(profileId), identity});
}

// The time of the start, or the next millisecond that nobody has.
qint64 freeRow(LedgerDatabase &database, const QDateTime &startedAt)
{
    const qint64 wanted = std::max<qint64>(startedAt.toMSecsSinceEpoch(), 1);
    return database
        .single(u"SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM attempts WHERE row = ?) THEN ?"
                " ELSE (SELECT a.row + 1 FROM attempts a WHERE a.row >= ? AND NOT EXISTS"
                " (SELECT 1 FROM attempts b WHERE b.row = a.row + 1) ORDER BY a.row LIMIT 1) END"_s,
            {wanted, wanted, wanted})
        .toLongLong();
}

void write(LedgerDatabase &database, const AttemptBegun &step)
{
    const Attempt &attempt = step.attempt;
    if (database.single(u"SELECT 1 FROM attempts WHERE id = ?"_s, {toColumn(attempt.id)}).isValid())
        return; // told twice
    const QDateTime startedAt =
        attempt.startedAt.isValid() ? attempt.startedAt : QDateTime::currentDateTimeUtc();
    QVariant customer = customerKey(database, name(attempt.profile.id), name(attempt.organization),
        name(attempt.email), name(attempt.originId));
    database.run(
        u"INSERT INTO attempts (row, id, profile, customer, purpose, source, organization, email,"
        " origin_id, category, tool, request, link_type, started_at, step, outcome,"
        " integration_id, notes, instance, facets)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {freeRow(database, startedAt), toColumn(attempt.id), profileKey(database, attempt.profile),
            customer, int(attempt.purpose), int(attempt.source), named(attempt.organization),
            named(attempt.email), named(attempt.originId), named(attempt.category),
            named(attempt.tool), ledgerguard::document(attempt.request), int(attempt.linkType),
            toColumn(startedAt), int(AttemptStep::Requested), int(AttemptOutcome::Unfinished),
            named(attempt.integrationId), text(sentence(attempt.notes)), named(attempt.instance),
            facetsOf({name(attempt.profile.id), AttemptOutcome::Unfinished, name(attempt.tool),
                name(attempt.category)})});
}

void write(LedgerDatabase &database, const AttemptLinked &step)
{
    database.run(u"UPDATE attempts SET link_created_at = ?, link_expires_at = ?,"
                 " step = max(step, ?) WHERE id = ?"_s,
        {toColumn(step.createdAt), toColumn(step.expiresAt), int(AttemptStep::LinkCreated),
            toColumn(step.attempt)});
}

void write(LedgerDatabase &database, const AttemptReached &step)
{
    database.run(u"UPDATE attempts SET step = max(step, ?) WHERE id = ?"_s,
        {int(step.step), toColumn(step.attempt)});
}

struct FoundAttempt {
    QVariant row;
    Facets facets;
};

std::optional<FoundAttempt> found(LedgerDatabase &database, const QUuid &id)
{
    QSqlQuery query =
        database.run(u"SELECT a.row, p.id, a.outcome, a.tool, a.category, a.hidden_at IS NOT NULL"
                     " FROM attempts a JOIN profiles p ON p.key = a.profile WHERE a.id = ?"_s,
            {toColumn(id)});
    if (!database.next(query))
        return std::nullopt;
    return FoundAttempt{query.value(0),
        {query.value(1).toString(), AttemptOutcome(query.value(2).toInt()),
            query.value(3).toString(), query.value(4).toString(), query.value(5).toBool()}};
}

// A clock that was set back meanwhile tells no duration.
QVariant durationColumn(std::chrono::milliseconds duration)
{
    return duration.count() < 0 ? QVariant() : QVariant(qint64(duration.count()));
}

void write(LedgerDatabase &database, const AttemptEnded &step)
{
    std::optional<FoundAttempt> attempt = found(database, step.attempt);
    if (!attempt)
        return;
    attempt->facets.outcome = step.outcome;
    const QDateTime endedAt =
        step.endedAt.isValid() ? step.endedAt : QDateTime::currentDateTimeUtc();
    database.run(u"UPDATE attempts SET step = ?, outcome = ?, ended_at = ?, duration = ?,"
                 " error_title = ?, error_code = ?, facets = ?, integration_id ="
                 " coalesce(nullif(?, ''), integration_id) WHERE row = ?"_s,
        {int(AttemptStep::Ended), int(step.outcome), toColumn(endedAt),
            durationColumn(step.duration), text(sentence(step.errorTitle)), named(step.errorCode),
            facetsOf(attempt->facets), named(step.integrationId), attempt->row});
    if (step.record.timeline.isEmpty() && step.record.exchanges.isEmpty())
        return;
    database.run(u"INSERT OR REPLACE INTO attempt_records (attempt, timeline, exchanges)"
                 " VALUES (?, ?, ?)"_s,
        {attempt->row, ledgerguard::packed(step.record.timeline),
            ledgerguard::packed(step.record.exchanges)});
}

void write(LedgerDatabase &database, const AttemptNoted &step)
{
    database.run(u"UPDATE attempts SET notes = ? WHERE id = ?"_s,
        {text(sentence(step.notes)), toColumn(step.attempt)});
}

void write(LedgerDatabase &database, const AttemptHidden &step)
{
    std::optional<FoundAttempt> attempt = found(database, step.attempt);
    if (!attempt || attempt->facets.isHidden == step.isHidden)
        return;
    attempt->facets.isHidden = step.isHidden;
    database.run(u"UPDATE attempts SET hidden_at = ?, facets = ? WHERE row = ?"_s,
        {step.isHidden ? toColumn(QDateTime::currentDateTimeUtc()) : QVariant(),
            facetsOf(attempt->facets), attempt->row});
}

void write(LedgerDatabase &database, const AttemptFollowedUp &step)
{
    database.run(u"UPDATE attempts SET followed_up_at = ? WHERE id = ?"_s,
        {toColumn(step.at), toColumn(step.attempt)});
}

// What was known, with what the API has told laid over it.
KnownIntegration merged(const KnownIntegration &known, const KnownIntegration &told)
{
    const auto newest = [](const QString &before, const QString &now) {
        return named(now.isEmpty() ? before : now);
    };
    KnownIntegration all = known;
    all.profileId = named(told.profileId);
    all.id = named(told.id);
    all.tool = newest(known.tool, told.tool);
    all.category = newest(known.category, told.category);
    all.organization = newest(known.organization, told.organization);
    all.email = newest(known.email, told.email);
    all.originId = newest(known.originId, told.originId);
    all.status = newest(known.status, told.status);
    all.setupStatus = newest(known.setupStatus, told.setupStatus);
    if (all.status != known.status || all.setupStatus != known.setupStatus)
        all.followedUpAt = {}; // it was done in another status
    all.lastReadAt = told.lastReadAt.isValid() ? told.lastReadAt : QDateTime::currentDateTimeUtc();
    if (!all.firstSeenAt.isValid())
        all.firstSeenAt = told.firstSeenAt.isValid() ? told.firstSeenAt : all.lastReadAt;
    all.deletedAt = told.deletedAt; // read again, so it is there
    return all;
}

KnownIntegration knownBefore(LedgerDatabase &database, const QString &profileId, const QString &id)
{
    QSqlQuery found = database.run(selectIntegrations() + u" WHERE profile_id = ? AND id = ?"_s,
        {named(profileId), named(id)});
    return database.next(found) ? integrationFrom(found) : KnownIntegration();
}

void write(LedgerDatabase &database, const IntegrationRead &step)
{
    const KnownIntegration known =
        knownBefore(database, step.integration.profileId, step.integration.id);
    const KnownIntegration all = merged(known, step.integration);
    const QVariant customer =
        customerKey(database, all.profileId, all.organization, all.email, all.originId);
    database.run(
        u"INSERT INTO integrations (profile_id, id, customer, tool, category, organization,"
        " folded_organization, email, email_domain, origin_id, status, setup_status, first_seen_at,"
        " last_read_at, deleted_at, followed_up_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (profile_id, id) DO UPDATE SET customer = excluded.customer,"
        " tool = excluded.tool, category = excluded.category,"
        " organization = excluded.organization,"
        " folded_organization = excluded.folded_organization, email = excluded.email,"
        " email_domain = excluded.email_domain, origin_id = excluded.origin_id,"
        " status = excluded.status, setup_status = excluded.setup_status,"
        " last_read_at = excluded.last_read_at, deleted_at = excluded.deleted_at,"
        " followed_up_at = excluded.followed_up_at"_s,
        {all.profileId, all.id, customer, all.tool, all.category, all.organization,
            text(foldedOrganization(all.organization)), all.email, text(emailDomain(all.email)),
            all.originId, all.status, all.setupStatus, toColumn(all.firstSeenAt),
            toColumn(all.lastReadAt), toColumn(all.deletedAt), toColumn(all.followedUpAt)});
}

void write(LedgerDatabase &database, const IntegrationDeleted &step)
{
    const QDateTime at = step.at.isValid() ? step.at : QDateTime::currentDateTimeUtc();
    database.run(u"UPDATE integrations SET deleted_at = ? WHERE profile_id = ? AND id = ?"_s,
        {toColumn(at), named(step.profileId), named(step.id)});
}

void write(LedgerDatabase &database, const IntegrationFollowedUp &step)
{
    database.run(u"UPDATE integrations SET followed_up_at = ? WHERE profile_id = ? AND id = ?"_s,
        {toColumn(step.at), named(step.profileId), named(step.id)});
}

} // namespace

void writeStep(LedgerDatabase &database, const LedgerStep &step)
{
    std::visit([&database](const auto &told) { write(database, told); }, step);
}

} // namespace desk
