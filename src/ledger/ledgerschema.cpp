// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerschema.h"

#include "facets.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace desk::ledgerschema {

namespace {

// Times are milliseconds since 1970, UTC. attempts.row is the time of the start, moved on to the
// next that is free, so that one order serves for time, paging and the search index.
const QStringList &first()
{
    static const QStringList statements{
        u"CREATE TABLE profiles (key INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,"
        " kind INTEGER NOT NULL, UNIQUE (id, name, kind))"_s,
        u"CREATE TABLE customers (key INTEGER PRIMARY KEY, profile_id TEXT NOT NULL,"
        " identity TEXT NOT NULL, organization TEXT NOT NULL, email TEXT NOT NULL,"
        " origin_id TEXT NOT NULL, UNIQUE (profile_id, identity))"_s,
        u"CREATE TABLE attempts (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
        " profile INTEGER NOT NULL REFERENCES profiles (key),"
        " customer INTEGER REFERENCES customers (key),"
        " purpose INTEGER NOT NULL, source INTEGER NOT NULL, organization TEXT NOT NULL,"
        " email TEXT NOT NULL, origin_id TEXT NOT NULL, category TEXT NOT NULL,"
        " tool TEXT NOT NULL, request TEXT NOT NULL, link_type INTEGER NOT NULL,"
        " started_at INTEGER NOT NULL, link_created_at INTEGER, link_expires_at INTEGER,"
        " ended_at INTEGER, step INTEGER NOT NULL, outcome INTEGER NOT NULL, duration INTEGER,"
        " error_title TEXT NOT NULL DEFAULT '', error_code TEXT NOT NULL DEFAULT '',"
        " integration_id TEXT NOT NULL, notes TEXT NOT NULL DEFAULT '', instance TEXT NOT NULL)"_s,
        u"CREATE INDEX attempts_profile ON attempts (profile)"_s,
        u"CREATE INDEX attempts_customer ON attempts (customer)"_s,
        u"CREATE INDEX attempts_tool ON attempts (tool) WHERE tool <> ''"_s,
        // 0: unfinished, 7: a sent link.
        u"CREATE INDEX attempts_open ON attempts (outcome) WHERE outcome IN (0, 7)"_s,
        u"CREATE TABLE attempt_records (attempt INTEGER PRIMARY KEY REFERENCES attempts (row)"
        " ON DELETE CASCADE, timeline BLOB NOT NULL, exchanges BLOB NOT NULL)"_s,
        u"CREATE TABLE integrations (key INTEGER PRIMARY KEY, profile_id TEXT NOT NULL,"
        " id TEXT NOT NULL, customer INTEGER REFERENCES customers (key), tool TEXT NOT NULL,"
        " category TEXT NOT NULL, organization TEXT NOT NULL, folded_organization TEXT NOT NULL,"
        " email TEXT NOT NULL, email_domain TEXT NOT NULL, origin_id TEXT NOT NULL,"
        " status TEXT NOT NULL, setup_status TEXT NOT NULL, first_seen_at INTEGER NOT NULL,"
        " last_read_at INTEGER NOT NULL, deleted_at INTEGER, UNIQUE (profile_id, id))"_s,
        u"CREATE INDEX integrations_customer ON integrations (customer)"_s,
        u"CREATE INDEX integrations_organization ON integrations (folded_organization, profile_id)"
        " WHERE folded_organization <> ''"_s,
        u"CREATE INDEX integrations_domain ON integrations (email_domain, profile_id)"
        " WHERE email_domain <> ''"_s,
        u"CREATE INDEX integrations_origin ON integrations (origin_id, profile_id)"
        " WHERE origin_id <> ''"_s,
    };
    return statements;
}

// Full text without positions, which nobody asks for: half the size, and twice as fast. The short
// prefixes are what is typed first and matches most.
const QStringList &search()
{
    static const QStringList statements{
        u"ALTER TABLE attempts ADD COLUMN facets TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE VIRTUAL TABLE attempts_search USING fts5 (organization, email, origin_id,"
        " integration_id, tool, notes, facets, content='attempts', content_rowid='row',"
        " detail=none, columnsize=0, prefix='1 2 3 4 5',"
        " tokenize='unicode61 remove_diacritics 2')"_s,
        u"CREATE TRIGGER attempts_inserted AFTER INSERT ON attempts BEGIN"
        " INSERT INTO attempts_search (rowid, organization, email, origin_id, integration_id, tool,"
        " notes, facets) VALUES (new.row, new.organization, new.email, new.origin_id,"
        " new.integration_id, new.tool, new.notes, new.facets); END"_s,
        u"CREATE TRIGGER attempts_deleted AFTER DELETE ON attempts BEGIN"
        " INSERT INTO attempts_search (attempts_search, rowid, organization, email, origin_id,"
        " integration_id, tool, notes, facets) VALUES ('delete', old.row, old.organization,"
        " old.email, old.origin_id, old.integration_id, old.tool, old.notes, old.facets); END"_s,
        u"CREATE TRIGGER attempts_updated AFTER UPDATE OF organization, email, origin_id,"
        " integration_id, tool, notes, facets ON attempts BEGIN"
        " INSERT INTO attempts_search (attempts_search, rowid, organization, email, origin_id,"
        " integration_id, tool, notes, facets) VALUES ('delete', old.row, old.organization,"
        " old.email, old.origin_id, old.integration_id, old.tool, old.notes, old.facets);"
        " INSERT INTO attempts_search (rowid, organization, email, origin_id, integration_id, tool,"
        " notes, facets) VALUES (new.row, new.organization, new.email, new.origin_id,"
        " new.integration_id, new.tool, new.notes, new.facets); END"_s,
    };
    return statements;
}

void fillSearch(LedgerDatabase &database)
{
    QSqlQuery rows =
        database.run(u"SELECT a.row, p.id, a.outcome, a.tool, a.category FROM attempts a"
                     " JOIN profiles p ON p.key = a.profile ORDER BY a.row"_s);
    while (database.next(rows)) {
        const auto outcome = AttemptOutcome(rows.value(2).toInt());
        const QString facets = facetsOf({rows.value(1).toString(), outcome,
            rows.value(3).toString(), rows.value(4).toString()});
        // Not by the trigger, which would take words out of the index that are not there yet.
        database.run(u"UPDATE attempts SET facets = ? WHERE row = ?"_s, {facets, rows.value(0)});
    }
    database.run(u"INSERT INTO attempts_search (attempts_search) VALUES ('rebuild')"_s);
}

const QStringList &batches()
{
    static const QStringList statements{
        u"CREATE TABLE batches (key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
        " profile_id TEXT NOT NULL, source_name TEXT NOT NULL, fingerprint BLOB NOT NULL,"
        " created_at INTEGER NOT NULL, finished_at INTEGER, concurrency INTEGER NOT NULL,"
        " columns TEXT NOT NULL, common_values TEXT NOT NULL)"_s,
        u"CREATE INDEX batches_unfinished ON batches (profile_id, fingerprint)"
        " WHERE finished_at IS NULL"_s,
        u"CREATE TABLE batch_rows (batch INTEGER NOT NULL REFERENCES batches (key)"
        " ON DELETE CASCADE, number INTEGER NOT NULL, status INTEGER NOT NULL, attempt BLOB,"
        " error TEXT NOT NULL, PRIMARY KEY (batch, number)) WITHOUT ROWID"_s,
        u"CREATE INDEX batch_rows_attempt ON batch_rows (attempt) WHERE attempt IS NOT NULL"_s,
    };
    return statements;
}

const QStringList &followUp()
{
    static const QStringList statements{
        u"ALTER TABLE attempts ADD COLUMN followed_up_at INTEGER"_s,
        u"ALTER TABLE attempts ADD COLUMN hidden_at INTEGER"_s,
        u"ALTER TABLE integrations ADD COLUMN followed_up_at INTEGER"_s,
        u"CREATE INDEX attempts_hidden ON attempts (hidden_at)"_s,
        u"DROP INDEX attempts_open"_s,
        u"CREATE INDEX attempts_open ON attempts (outcome)"
        " WHERE outcome IN (0, 7) AND followed_up_at IS NULL AND hidden_at IS NULL"_s,
        u"CREATE INDEX integrations_open ON integrations (profile_id) WHERE deleted_at IS NULL"
        " AND followed_up_at IS NULL AND (status NOT IN ('', 'ACTIVE')"
        " OR setup_status NOT IN ('', 'COMPLETED'))"_s,
    };
    return statements;
}

void apply(LedgerDatabase &database, const QStringList &statements)
{
    for (const QString &statement : statements)
        database.run(statement);
}

void makeSearch(LedgerDatabase &database)
{
    // The triggers come last, see fillSearch().
    apply(database, search().first(2));
    fillSearch(database);
    apply(database, search().sliced(2));
}

using Step = void (*)(LedgerDatabase &);
constexpr std::array<Step, 4> steps{
    [](LedgerDatabase &database) {
        database.run(u"PRAGMA application_id = "_s + QString::number(applicationId));
        apply(database, first());
    },
    makeSearch,
    [](LedgerDatabase &database) { apply(database, batches()); },
    [](LedgerDatabase &database) { apply(database, followUp()); },
};

} // namespace

int newest()
{
    return int(steps.size());
}

int versionOf(LedgerDatabase &database)
{
    return database.single(u"PRAGMA user_version"_s).toInt();
}

void migrate(LedgerDatabase &database, int version)
{
    while (!database.hasFailed() && versionOf(database) < version) {
        database.begin();
        // Asked again, now that nobody else can write.
        const int before = versionOf(database);
        if (before < version && !database.hasFailed()) {
            steps.at(size_t(before))(database);
            database.run(u"PRAGMA user_version = "_s + QString::number(before + 1));
        }
        database.commit();
    }
}

} // namespace desk::ledgerschema
