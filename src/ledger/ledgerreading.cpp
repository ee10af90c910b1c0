// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerreading.h"

#include "attemptrows.h"
#include "facets.h"
#include "instancelocks.h"
#include "ledgerguard.h"

#include "core/organizationname.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostRowsOfAPage = 1'000;
constexpr int mostFollowUps = 5'000;
constexpr qsizetype mostDuplicates = 20;

// A part of a question: the conditions with the values that they wait for.
struct Conditions {
    QStringList texts;
    QVariantList values;

    void add(const QString &text, const QVariant &value)
    {
        texts.append(text);
        values.append(value);
    }
    QString where() const
    {
        return texts.isEmpty() ? QString() : u" WHERE "_s + texts.join(" AND "_L1);
    }
};

// Rows that had to give way to others of the same millisecond lie a little behind their time.
void addPeriod(Conditions &conditions, const AttemptQuery &query, const QString &row)
{
    constexpr qint64 drift = 60'000;
    if (query.from.isValid()) {
        const qint64 from = query.from.toMSecsSinceEpoch();
        conditions.add(row + u" >= ?"_s, from);
        conditions.add(u"a.started_at >= ?"_s, from);
    }
    if (query.until.isValid()) {
        const qint64 until = query.until.toMSecsSinceEpoch();
        conditions.add(row + u" < ?"_s, until + drift);
        conditions.add(u"a.started_at < ?"_s, until);
    }
}

// From one word of the index to the next, past the rows that have it.
QStringList wordsBeginningWith(LedgerDatabase &database, const QString &beginning)
{
    constexpr qsizetype few = 16;
    database.run(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words"
                 " USING fts5vocab (main, attempts_search, instance)"_s);
    QStringList words;
    QString from = beginning;
    while (words.size() <= few) {
        const QString word =
            database.single(u"SELECT term FROM temp.words WHERE term >= ? LIMIT 1"_s, {from})
                .toString();
        if (!word.startsWith(beginning))
            return words;
        words.append(word);
        from = word + QChar(1);
    }
    return {};
}

QList<Attempt> attemptsFrom(LedgerDatabase &database, QSqlQuery query)
{
    QList<Attempt> attempts;
    while (database.next(query))
        attempts.append(attemptFrom(query));
    return attempts;
}

QList<KnownIntegration> integrationsFrom(LedgerDatabase &database, QSqlQuery query)
{
    QList<KnownIntegration> integrations;
    while (database.next(query))
        integrations.append(integrationFrom(query));
    return integrations;
}

// The rows first and their columns then: so the index is asked for no more than a page.
AttemptPage pageOf(
    LedgerDatabase &database, const QString &rows, const Conditions &conditions, int most)
{
    AttemptPage page;
    page.attempts = attemptsFrom(database,
        database.run(selectAttempts() + u" WHERE a.row IN ("_s + rows + u") ORDER BY a.row DESC"_s,
            conditions.values));
    page.isLast = page.attempts.size() <= most;
    while (page.attempts.size() > most)
        page.attempts.removeLast();
    return page;
}

} // namespace

AttemptPage readPage(LedgerDatabase &database, const AttemptQuery &query, const PageMark &mark)
{
    const std::optional<QString> expression = searchExpression(
        query, [&database](const QString &word) { return wordsBeginningWith(database, word); });
    if (!expression)
        return {};
    const int most = std::clamp(mark.rows, 1, mostRowsOfAPage);
    const qint64 before = mark.before > 0 ? mark.before : std::numeric_limits<qint64>::max();
    const bool searches = !expression->isEmpty();
    const bool hasPeriod = query.from.isValid() || query.until.isValid();
    const QString row = searches ? u"s.rowid"_s : u"a.row"_s;
    Conditions conditions;
    if (searches)
        conditions.add(u"attempts_search MATCH ?"_s, *expression);
    else
        conditions.texts.append(u"a.hidden_at IS NULL"_s);
    conditions.add(row + u" < ?"_s, before);
    addPeriod(conditions, query, row);
    const QString from = !searches ? u"attempts a"_s
        : hasPeriod                ? u"attempts_search s JOIN attempts a ON a.row = s.rowid"_s
                                   : u"attempts_search s"_s;
    conditions.values.append(most + 1);
    return pageOf(database,
        u"SELECT "_s + row + u" FROM "_s + from + conditions.where() + u" ORDER BY "_s + row
            + u" DESC LIMIT ?"_s,
        conditions, most);
}

qint64 readCount(LedgerDatabase &database, const AttemptQuery &query)
{
    const std::optional<QString> expression = searchExpression(
        query, [&database](const QString &word) { return wordsBeginningWith(database, word); });
    if (!expression)
        return 0;
    const bool searches = !expression->isEmpty();
    const bool hasPeriod = query.from.isValid() || query.until.isValid();
    Conditions conditions;
    if (searches)
        conditions.add(u"attempts_search MATCH ?"_s, *expression);
    else
        conditions.texts.append(u"a.hidden_at IS NULL"_s);
    addPeriod(conditions, query, searches ? u"s.rowid"_s : u"a.row"_s);
    const QString from = !searches ? u"attempts a"_s
        : hasPeriod                ? u"attempts_search s JOIN attempts a ON a.row = s.rowid"_s
                                   : u"attempts_search s"_s;
    return database
        .single(u"SELECT count(*) FROM "_s + from + conditions.where(), conditions.values)
        .toLongLong();
}

std::optional<Attempt> readAttempt(LedgerDatabase &database, const QUuid &id)
{
    QSqlQuery query = database.run(selectAttempts() + u" WHERE a.id = ?"_s, {toColumn(id)});
    return database.next(query) ? std::optional(attemptFrom(query)) : std::nullopt;
}

AttemptRecord readRecord(LedgerDatabase &database, const QUuid &id)
{
    QSqlQuery query = database.run(u"SELECT r.timeline, r.exchanges FROM attempt_records r"
                                   " JOIN attempts a ON a.row = r.attempt WHERE a.id = ?"_s,
        {toColumn(id)});
    if (!database.next(query))
        return {};
    return {ledgerguard::unpacked(query.value(0).toByteArray()),
        ledgerguard::unpacked(query.value(1).toByteArray())};
}

LedgerChoices readChoices(LedgerDatabase &database)
{
    LedgerChoices choices;
    QSet<QString> seen;
    QSqlQuery profiles = database.run(
        u"SELECT id, name, kind, (SELECT max(row) FROM attempts WHERE profile = key) AS latest"
        " FROM profiles WHERE latest IS NOT NULL ORDER BY latest DESC"_s);
    while (database.next(profiles)) {
        const QString id = profiles.value(0).toString();
        const int kind = profiles.value(2).toInt();
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const bool isKnown = kind >= 0 && kind <= int(ProfileKind::Production);
        choices.profiles.append(
            {id, profiles.value(1).toString(), isKnown ? ProfileKind(kind) : ProfileKind::AdHoc});
    }
    // From one tool to the next in the index, past the thousands of rows that each has.
    QSqlQuery tools =
        database.run(u"WITH RECURSIVE t (tool) AS (SELECT min(tool) FROM attempts WHERE tool <> ''"
                     " UNION ALL SELECT (SELECT min(a.tool) FROM attempts a WHERE a.tool <> ''"
                     " AND a.tool > t.tool) FROM t WHERE t.tool IS NOT NULL)"
                     " SELECT tool FROM t WHERE tool IS NOT NULL"_s);
    while (database.next(tools))
        choices.tools.append(tools.value(0).toString());
    return choices;
}

QList<Duplicate> readDuplicates(LedgerDatabase &database, const DuplicateQuestion &question)
{
    struct Likeness {
        QString column;
        QString value;
        Duplicate::Reason reason;
    };
    using ledgerguard::name; // as it was written
    const QList<Likeness> likenesses{
        {u"origin_id"_s, name(question.originId), Duplicate::Reason::OriginId},
        {u"folded_organization"_s, foldedOrganization(name(question.organization)),
            Duplicate::Reason::Organization},
        {u"email_domain"_s, emailDomain(name(question.email)), Duplicate::Reason::EmailDomain},
    };
    const QString tool = question.tool.isNull() ? u""_s : question.tool;
    QList<Duplicate> duplicates;
    QSet<QString> seen;
    for (const Likeness &likeness : likenesses) {
        if (likeness.value.isEmpty())
            continue;
        // <> '' is what the partial index asks for.
        QSqlQuery query = database.run(selectIntegrations() + u" WHERE "_s + likeness.column
                + u" = ? AND "_s + likeness.column
                + u" <> '' AND profile_id = ? AND deleted_at IS NULL"
                  " AND ((? <> '' AND tool = ?) OR ((? = '' OR tool = '') AND (category = ? OR "
                  "category = '')))"
                  " ORDER BY last_read_at DESC LIMIT ?"_s,
            {likeness.value, question.profileId, tool, tool, tool, question.category,
                mostDuplicates});
        while (duplicates.size() < mostDuplicates && database.next(query)) {
            const KnownIntegration integration = integrationFrom(query);
            if (!seen.contains(integration.id))
                duplicates.append({integration, likeness.reason});
            seen.insert(integration.id);
        }
    }
    return duplicates;
}

std::optional<KnownIntegration> readIntegration(
    LedgerDatabase &database, const QString &profileId, const QString &id)
{
    QSqlQuery query =
        database.run(selectIntegrations() + u" WHERE profile_id = ? AND id = ?"_s, {profileId, id});
    return database.next(query) ? std::optional(integrationFrom(query)) : std::nullopt;
}

QList<KnownIntegration> readIntegrations(LedgerDatabase &database, const QString &profileId)
{
    const QString all = selectIntegrations() + u" WHERE deleted_at IS NULL"_s;
    const QString order = u" ORDER BY profile_id, id"_s;
    return integrationsFrom(database,
        profileId.isEmpty() ? database.run(all + order)
                            : database.run(all + u" AND profile_id = ?"_s + order, {profileId}));
}

FollowUps readFollowUps(
    LedgerDatabase &database, const QString &profileId, const QString &instancesFolder)
{
    // As the partial indexes have it.
    const QString open = u" AND a.outcome IN (0, 7) AND a.followed_up_at IS NULL"
                         " AND a.hidden_at IS NULL"_s;
    const QString newest = u" ORDER BY a.row DESC LIMIT "_s + QString::number(mostFollowUps);
    const auto attempts = [&](AttemptOutcome outcome, const QString &condition) {
        Conditions conditions;
        conditions.add(u"a.outcome = ?"_s, int(outcome));
        if (!profileId.isEmpty())
            conditions.add(u"p.id = ?"_s, profileId);
        return attemptsFrom(database,
            database.run(selectAttempts() + conditions.where() + open + condition + newest,
                conditions.values));
    };
    FollowUps all;
    all.sentLinks = attempts(AttemptOutcome::LinkCreated, {});
    all.unfinished = attempts(AttemptOutcome::Unfinished, {});
    InstanceLocks locks(instancesFolder);
    all.unfinished.removeIf(
        [&locks](const Attempt &attempt) { return locks.isAlive(attempt.instance); });
    const QString integrations = selectIntegrations()
        + u" WHERE deleted_at IS NULL AND followed_up_at IS NULL"
          " AND (status NOT IN ('', 'ACTIVE') OR setup_status NOT IN ('', 'COMPLETED'))"_s;
    const QString latest = u" ORDER BY last_read_at DESC LIMIT "_s + QString::number(mostFollowUps);
    all.integrations = integrationsFrom(database,
        profileId.isEmpty()
            ? database.run(integrations + latest)
            : database.run(integrations + u" AND profile_id = ?"_s + latest, {profileId}));
    return all;
}

} // namespace desk
