// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptrows.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A number in the file that is none of ours, written by hand perhaps, must not become a value
// outside of the enumeration.
template <typename E> E enumFrom(const QVariant &column, E last, E otherwise)
{
    const int number = column.toInt();
    return number >= 0 && number <= int(last) ? E(number) : otherwise;
}

} // namespace

QVariant toColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFromColumn(const QVariant &column)
{
    return column.isNull() ? QDateTime()
                           : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

QVariant toColumn(const QUuid &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toRfc4122());
}

QUuid idFromColumn(const QVariant &column)
{
    return QUuid::fromRfc4122(column.toByteArray());
}

QString selectAttempts()
{
    return u"SELECT a.row, a.id, p.id, p.name, p.kind, a.purpose, a.source, a.organization, "
           u"a.email,"
           " a.origin_id, a.category, a.tool, a.request, a.link_type, a.started_at,"
           " a.link_created_at, a.link_expires_at, a.ended_at, a.step, a.outcome, a.duration,"
           " a.error_title, a.error_code, a.integration_id, a.notes, a.instance, a.followed_up_at"
           " FROM attempts a JOIN profiles p ON p.key = a.profile"_s;
}

Attempt attemptFrom(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    Attempt attempt;
    attempt.row = next().toLongLong();
    attempt.id = idFromColumn(next());
    attempt.profile.id = next().toString();
    attempt.profile.name = next().toString();
    attempt.profile.kind = enumFrom(next(), ProfileKind::Production, ProfileKind::AdHoc);
    attempt.purpose = enumFrom(next(), AttemptPurpose::Setup, AttemptPurpose::Connection);
    attempt.source = enumFrom(next(), AttemptSource::Batch, AttemptSource::Window);
    attempt.organization = next().toString();
    attempt.email = next().toString();
    attempt.originId = next().toString();
    attempt.category = next().toString();
    attempt.tool = next().toString();
    attempt.request = QJsonDocument::fromJson(next().toByteArray()).object();
    attempt.linkType = enumFrom(next(), LinkType::MagicLink, LinkType::Embedded);
    attempt.startedAt = timeFromColumn(next());
    attempt.linkCreatedAt = timeFromColumn(next());
    attempt.linkExpiresAt = timeFromColumn(next());
    attempt.endedAt = timeFromColumn(next());
    attempt.step = enumFrom(next(), AttemptStep::Ended, AttemptStep::Requested);
    attempt.outcome = enumFrom(next(), AttemptOutcome::Unknown, AttemptOutcome::Unknown);
    const QVariant duration = next();
    if (!duration.isNull() && duration.toLongLong() >= 0)
        attempt.duration = std::chrono::milliseconds(duration.toLongLong());
    attempt.errorTitle = next().toString();
    attempt.errorCode = next().toString();
    attempt.integrationId = next().toString();
    attempt.notes = next().toString();
    attempt.instance = next().toString();
    attempt.followedUpAt = timeFromColumn(next());
    return attempt;
}

QString selectIntegrations()
{
    return u"SELECT profile_id, id, tool, category, organization, email, origin_id, status,"
           " setup_status, first_seen_at, last_read_at, deleted_at, followed_up_at"
           " FROM integrations"_s;
}

KnownIntegration integrationFrom(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    KnownIntegration integration;
    integration.profileId = next().toString();
    integration.id = next().toString();
    integration.tool = next().toString();
    integration.category = next().toString();
    integration.organization = next().toString();
    integration.email = next().toString();
    integration.originId = next().toString();
    integration.status = next().toString();
    integration.setupStatus = next().toString();
    integration.firstSeenAt = timeFromColumn(next());
    integration.lastReadAt = timeFromColumn(next());
    integration.deletedAt = timeFromColumn(next());
    integration.followedUpAt = timeFromColumn(next());
    return integration;
}

} // namespace desk
