// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "forgetting.h"

#include "blotting.h"
#include "ledgerfiles.h"
#include "ledgerguard.h"
#include "ledgerschema.h"

#include "core/organizationname.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Whether a row is this person's, by the three columns that can tell.
class PersonMatch {
public:
    explicit PersonMatch(const PersonToForget &person)
        : m_email(ledgerguard::name(person.email).trimmed().toCaseFolded())
        , m_originId(ledgerguard::name(person.originId))
        , m_organization(foldedOrganization(ledgerguard::name(person.organization)))
    {
    }

    bool isAnybody() const
    {
        return !m_email.isEmpty() || !m_originId.isEmpty() || !m_organization.isEmpty();
    }

    bool matches(const QString &organization, const QString &email, const QString &originId)
    {
        if (!m_email.isEmpty() && email.toCaseFolded() == m_email)
            return true;
        if (!m_originId.isEmpty() && originId == m_originId)
            return true;
        return !m_organization.isEmpty() && isOrganization(organization);
    }

private:
    // Names come again and again, and folding one takes its time.
    bool isOrganization(const QString &name)
    {
        const auto known = m_known.constFind(name);
        if (known != m_known.constEnd())
            return *known;
        return *m_known.insert(name, foldedOrganization(name) == m_organization);
    }

    QString m_email;
    QString m_originId;
    QString m_organization;
    QHash<QString, bool> m_known;
};

// The rows to delete, and under which spellings the person appears in them.
struct Traces {
    QVariantList attempts;
    QVariantList integrations;
    QVariantList customers;
    QSet<QString> integrationIds; //!< with the profile before them
    NamesToBlot names;
};

QString idInProfile(const QString &profileId, const QString &id)
{
    return profileId + u'\n' + id;
}

QSqlQuery rowsOf(LedgerDatabase &database, const QString &select, const QString &profileColumn,
    const QString &profileId)
{
    return profileId.isEmpty()
        ? database.run(select)
        : database.run(select + u" WHERE "_s + profileColumn + u" = ?"_s, {profileId});
}

void noteSpellings(Traces &traces, const PersonToForget &person, const QString &organization,
    const QString &email, const QString &originId)
{
    using Kind = PersonTraces::Kind;
    if (!person.organization.isEmpty())
        traces.names.all.add(organization, Kind::Organization);
    const auto note = [&traces](const QString &asked, const QString &spelling, Kind kind) {
        if (asked.isEmpty())
            return;
        traces.names.all.add(spelling, kind);
        traces.names.identifiers.add(spelling, kind);
    };
    note(person.email, email, Kind::Other);
    note(person.originId, originId, Kind::OriginId);
}

void findIntegrations(
    LedgerDatabase &database, const PersonToForget &person, PersonMatch &match, Traces &traces)
{
    QSqlQuery query = rowsOf(database,
        u"SELECT key, profile_id, id, organization, email, origin_id FROM integrations"_s,
        u"profile_id"_s, person.profileId);
    while (database.next(query)) {
        const QString organization = query.value(3).toString();
        const QString email = query.value(4).toString();
        const QString originId = query.value(5).toString();
        if (!match.matches(organization, email, originId))
            continue;
        traces.integrations.append(query.value(0));
        traces.names.all.add(query.value(2).toString());
        traces.integrationIds.insert(
            idInProfile(query.value(1).toString(), query.value(2).toString()));
        noteSpellings(traces, person, organization, email, originId);
    }
}

void findAttempts(
    LedgerDatabase &database, const PersonToForget &person, PersonMatch &match, Traces &traces)
{
    QSqlQuery query = rowsOf(database,
        u"SELECT a.row, p.id, a.integration_id, a.organization, a.email, a.origin_id"
        " FROM attempts a JOIN profiles p ON p.key = a.profile"_s,
        u"p.id"_s, person.profileId);
    while (database.next(query)) {
        const QString organization = query.value(3).toString();
        const QString email = query.value(4).toString();
        const QString originId = query.value(5).toString();
        const QString integration =
            idInProfile(query.value(1).toString(), query.value(2).toString());
        const bool isOfTheirs = match.matches(organization, email, originId);
        if (!isOfTheirs && !traces.integrationIds.contains(integration))
            continue;
        traces.attempts.append(query.value(0));
        if (isOfTheirs)
            noteSpellings(traces, person, organization, email, originId);
    }
}

void findCustomers(
    LedgerDatabase &database, const PersonToForget &person, PersonMatch &match, Traces &traces)
{
    QSqlQuery query =
        rowsOf(database, u"SELECT key, organization, email, origin_id FROM customers"_s,
            u"profile_id"_s, person.profileId);
    while (database.next(query)) {
        if (match.matches(
                query.value(1).toString(), query.value(2).toString(), query.value(3).toString()))
            traces.customers.append(query.value(0));
    }
}

qint64 deleteAll(LedgerDatabase &database, const QString &statement, const QVariantList &keys)
{
    qint64 gone = 0;
    for (const QVariant &key : keys) {
        database.run(statement, {key});
        gone += database.changedRows();
    }
    return gone;
}

void deleteTraces(LedgerDatabase &database, const Traces &traces, Forgotten &forgotten)
{
    deleteAll(database,
        u"UPDATE batch_rows SET error = '', attempt = NULL WHERE attempt ="
        " (SELECT id FROM attempts WHERE row = ?)"_s,
        traces.attempts);
    forgotten.attempts =
        deleteAll(database, u"DELETE FROM attempts WHERE row = ?"_s, traces.attempts);
    forgotten.integrations =
        deleteAll(database, u"DELETE FROM integrations WHERE key = ?"_s, traces.integrations);
    // Attempts of somebody else at the same client's.
    deleteAll(
        database, u"UPDATE attempts SET customer = NULL WHERE customer = ?"_s, traces.customers);
    deleteAll(database, u"UPDATE integrations SET customer = NULL WHERE customer = ?"_s,
        traces.customers);
    forgotten.customers =
        deleteAll(database, u"DELETE FROM customers WHERE key = ?"_s, traces.customers);
    database.run(u"DELETE FROM customers WHERE NOT EXISTS"
                 " (SELECT 1 FROM attempts WHERE customer = customers.key) AND NOT EXISTS"
                 " (SELECT 1 FROM integrations WHERE customer = customers.key)"_s);
    forgotten.records = blotOut(database, traces.names);
}

// The file is written anew by way of another of the same size. A large one is not for the memory,
// unless there is no other place.
void vacuum(LedgerDatabase &database)
{
    constexpr qint64 large = qint64{128} * 1024 * 1024;
    const qint64 size = database.single(u"PRAGMA page_count"_s).toLongLong()
        * database.single(u"PRAGMA page_size"_s).toLongLong();
    if (size > large && !database.hasFailed()) {
        database.run(u"PRAGMA temp_store = FILE"_s);
        database.run(u"VACUUM"_s);
        const auto swept = database.answer(Done());
        database.run(u"PRAGMA temp_store = MEMORY"_s);
        if (swept)
            return;
    }
    database.run(u"VACUUM"_s);
}

// What was deleted still lies in the index as deleted, in free pages and in the log.
void sweep(LedgerDatabase &database)
{
    vacuum(database);
    QSqlQuery query = database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (database.next(query) && query.value(0).toInt() != 0)
        database.fail(LedgerError::Reason::Locked, {});
}

Forgotten forgetIn(LedgerDatabase &database, const PersonToForget &person)
{
    PersonMatch match(person);
    Forgotten forgotten;
    if (!match.isAnybody())
        return forgotten;
    database.begin();
    Traces traces;
    noteSpellings(
        traces, person, person.organization.trimmed(), person.email.trimmed(), person.originId);
    findIntegrations(database, person, match, traces);
    findAttempts(database, person, match, traces);
    findCustomers(database, person, match, traces);
    deleteTraces(database, traces, forgotten);
    database.run(u"INSERT INTO attempts_search (attempts_search) VALUES ('optimize')"_s);
    database.commit();
    sweep(database);
    return forgotten;
}

// Ledgers that were replaced are forgotten in as well. What is damaged cannot be looked through, so
// it goes: that somebody is to be forgotten weighs more.
void forgetInCopies(LedgerDatabase &database, const QString &folder, const PersonToForget &person)
{
    // And what a restoring left that was killed.
    const QStringList damaged =
        ledgerfiles::kept(folder, u"damaged"_s) + ledgerfiles::incoming(folder);
    for (const QString &path : damaged) {
        if (!QFile::remove(path))
            database.fail(LedgerError::Reason::NotReadable, path);
    }
    const QStringList replaced = ledgerfiles::kept(folder, u"replaced"_s);
    for (const QString &path : replaced) {
        if (!path.endsWith(".sqlite"_L1))
            continue;
        LedgerDatabase copy(path, LedgerDatabase::Mode::ReadWrite);
        ledgerschema::migrate(copy, ledgerschema::newest());
        forgetIn(copy, person);
        const auto done = copy.answer(Done());
        if (!done && !QFile::remove(path))
            database.fail(done.error().reason, path);
    }
}

} // namespace

Forgotten forgetPerson(
    LedgerDatabase &database, const QString &folder, const PersonToForget &person)
{
    const Forgotten forgotten = forgetIn(database, person);
    if (!database.hasFailed() && PersonMatch(person).isAnybody())
        forgetInCopies(database, folder, person);
    return forgotten;
}

} // namespace desk
