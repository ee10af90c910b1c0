// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// How fast a large ledger answers. Usage: benchmark_ledger [attempts] [folder to keep it in]
// or, for how long it takes to forget somebody who is named in one of a thousand kept records:
// benchmark_ledger forget [attempts]

#include "ledger/ledgerdatabase.h"
#include "ledger/ledgerguard.h"
#include "ledger/ledgerschema.h"
#include "ledger/ledgerwriting.h"
#include "ledger/openledger.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int profiles = 4;
constexpr qint64 secondsApart = 90;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString pick(QRandomGenerator &random, const QStringList &words)
{
    return words.at(random.bounded(int(words.size())));
}

QString madeUpName(QRandomGenerator &random)
{
    static const QStringList heads{u"Nord"_s, u"Süd"_s, u"Alpen"_s, u"Blue"_s, u"Stein"_s,
        u"Wald"_s, u"Clear"_s, u"Gold"_s, u"Licht"_s, u"Mar"_s, u"Vita"_s, u"Quer"_s};
    static const QStringList tails{u"wind"_s, u"werk"_s, u"soft"_s, u"hof"_s, u"bau"_s, u"tec"_s,
        u"logistik"_s, u"medien"_s, u"pharm"_s, u"kraft"_s, u"data"_s, u"feld"_s};
    static const QStringList forms{
        u"GmbH"_s, u"AG"_s, u"Inc."_s, u"Ltd."_s, u"SAS"_s, u"S.p.A."_s, u"B.V."_s};
    // Some forty thousand different names in the second word.
    return pick(random, heads) + pick(random, tails) + u' '
        + QString::number(random.bounded(36 * 36 * 30), 36) + pick(random, tails) + u' '
        + pick(random, forms);
}

Attempt madeUpAttempt(QRandomGenerator &random, qint64 number, const QDateTime &first)
{
    static const QStringList tools{u"personio"_s, u"workday"_s, u"bamboohr"_s, u"greenhouse"_s,
        u"lever"_s, u"successfactors"_s, u"hibob"_s, u"sap"_s};
    static const QStringList categories{u"HRIS"_s, u"ATS"_s, u"LMS"_s, u"ASSESSMENT"_s};
    static const QStringList people{
        u"anna"_s, u"jo"_s, u"li.wei"_s, u"hr"_s, u"marie"_s, u"tom.smith"_s, u"it-team"_s};
    Attempt attempt;
    attempt.id = QUuid::createUuid();
    const int profile = random.bounded(profiles);
    attempt.profile = {u"profile-"_s + QString::number(profile),
        u"Profile "_s + QString::number(profile), ProfileKind::Development};
    attempt.organization = number == 4'711 ? u"Einzigartig GmbH"_s : madeUpName(random);
    const QString domain = attempt.organization.section(u' ', 0, 1).replace(u' ', u'-').toLower();
    attempt.email = pick(random, people) + u'@' + domain + u".example"_s;
    attempt.originId = u"cust-"_s + QString::number(random.bounded(300'000));
    attempt.category = pick(random, categories);
    attempt.tool = random.bounded(5) == 0 ? QString() : pick(random, tools);
    attempt.request = {{u"end_user_email"_s, attempt.email},
        {u"end_user_organization_name"_s, attempt.organization},
        {u"integration_category"_s, attempt.category}, {u"language"_s, u"de"_s}};
    attempt.startedAt = first.addSecs(number * secondsApart);
    return attempt;
}

AttemptEnded madeUpEnd(QRandomGenerator &random, const Attempt &attempt)
{
    AttemptEnded end;
    end.attempt = attempt.id;
    end.outcome = random.bounded(3) == 0
        ? AttemptOutcome(random.bounded(1, int(AttemptOutcome::Unknown) + 1))
        : AttemptOutcome::Connected;
    // Whoever keeps a million of them has followed up most sent links.
    if (end.outcome == AttemptOutcome::LinkCreated && random.bounded(50) != 0)
        end.outcome = AttemptOutcome::Expired;
    end.endedAt = attempt.startedAt.addSecs(60);
    end.duration = std::chrono::seconds(60);
    end.integrationId = attempt.tool + u':' + QString::number(random.generate64(), 36);
    return end;
}

KnownIntegration madeUpIntegration(const Attempt &attempt, const AttemptEnded &end)
{
    KnownIntegration integration;
    integration.profileId = attempt.profile.id;
    integration.id = end.integrationId;
    integration.tool = attempt.tool;
    integration.category = attempt.category;
    integration.organization = attempt.organization;
    integration.email = attempt.email;
    integration.originId = attempt.originId;
    integration.status = u"ACTIVE"_s;
    integration.setupStatus = u"COMPLETED"_s;
    integration.lastReadAt = end.endedAt;
    return integration;
}

// As a file of the first version, which has no search index yet: with the index grown row by row
// this would take an hour. Bringing it up to date makes the index at once.
void insertAttempts(LedgerDatabase &database, QRandomGenerator &random, qint64 attempts,
    QList<KnownIntegration> &integrations)
{
    const QDateTime first = QDateTime::currentDateTimeUtc().addSecs(-attempts * secondsApart);
    for (qint64 number = 0; number < attempts; ++number) {
        const Attempt attempt = madeUpAttempt(random, number, first);
        const AttemptEnded end = madeUpEnd(random, attempt);
        const qint64 start = attempt.startedAt.toMSecsSinceEpoch();
        const int profile = attempt.profile.id.back().digitValue() + 1;
        database.run(
            u"INSERT INTO attempts (row, id, profile, purpose, source, organization, email,"
            " origin_id, category, tool, request, link_type, started_at, ended_at, step, outcome,"
            " duration, integration_id, notes, instance)"
            " VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, 0, ?, ?, 4, ?, 60000, ?, '', 'gone')"_s,
            {start, attempt.id.toRfc4122(), profile, attempt.organization, attempt.email,
                attempt.originId, attempt.category, attempt.tool.isEmpty() ? u""_s : attempt.tool,
                QString::fromUtf8(QJsonDocument(attempt.request).toJson(QJsonDocument::Compact)),
                start, start + 60'000, int(end.outcome), end.integrationId});
        if (end.outcome == AttemptOutcome::Connected && number % 20 == 0)
            integrations.append(madeUpIntegration(attempt, end));
    }
}

void generate(const QString &folder, qint64 attempts)
{
    QDir().mkpath(folder);
    LedgerDatabase database(ledgerFile(folder), LedgerDatabase::Mode::ReadWrite);
    database.run(u"PRAGMA journal_mode = OFF"_s);
    database.run(u"PRAGMA synchronous = OFF"_s);
    database.run(u"PRAGMA cache_size = -400000"_s);
    ledgerschema::migrate(database, 1);
    QRandomGenerator random(42);
    QList<KnownIntegration> integrations;
    database.begin();
    for (int key = 1; key <= profiles; ++key) {
        database.run(u"INSERT INTO profiles (key, id, name, kind) VALUES (?, ?, ?, 2)"_s,
            {key, u"profile-"_s + QString::number(key - 1),
                u"Profile "_s + QString::number(key - 1)});
    }
    insertAttempts(database, random, attempts, integrations);
    database.commit();
    ledgerschema::migrate(database, ledgerschema::newest());
    database.begin();
    for (const KnownIntegration &integration : std::as_const(integrations))
        writeStep(database, IntegrationRead{integration});
    database.commit();
    const auto made = database.answer(Done());
    if (!made)
        out() << "not made: " << made.error().detail << '\n';
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void report(const QString &what, double taken, double aim, const QString &more = {})
{
    out() << qSetFieldWidth(46) << Qt::left << what << qSetFieldWidth(0)
          << QString::number(taken, 'f', 2) << " ms" << (taken > aim ? "  OVER " : "  of ") << aim
          << (more.isEmpty() ? QString() : u"  "_s + more) << Qt::endl;
}

AttemptQuery typed(const QString &text)
{
    AttemptQuery query;
    query.text = text;
    return query;
}

void search(Ledger &ledger, const QString &what, const AttemptQuery &query)
{
    constexpr double aim = 50;
    qsizetype rows = 0;
    const double first = milliseconds([&] { rows = ledger.attempts(query, {})->attempts.size(); });
    report(u"first results, "_s + what, first, aim, QString::number(rows) + u" rows"_s);
    qint64 all = 0;
    const double counting = milliseconds([&] { all = *ledger.count(query); });
    report(u"  counted in the background"_s, counting, 1e9, QString::number(all) + u" found"_s);
}

void scroll(Ledger &ledger, const QString &what, const AttemptQuery &query)
{
    constexpr double aim = 16;
    constexpr int pages = 100;
    double slowest = 0;
    PageMark mark;
    for (int page = 0; page < pages; ++page) {
        slowest = std::max(slowest, milliseconds([&] {
            const auto found = ledger.attempts(query, mark);
            mark.before = found->attempts.isEmpty() ? 1 : found->attempts.constLast().row;
        }));
    }
    report(u"slowest of 100 pages, "_s + what, slowest, aim);
    const qint64 deepest = QDateTime::currentMSecsSinceEpoch() / 2 + mark.before / 2;
    mark.before = std::min(deepest, mark.before);
    report(u"a page far down, "_s + what, milliseconds([&] { (void)ledger.attempts(query, mark); }),
        aim);
}

void measure(const QString &folder)
{
    const QString path = ledgerFile(folder);
    out() << "file: " << QFileInfo(path).size() / 1'000'000 << " MB" << Qt::endl;
    std::unique_ptr<Ledger> ledger;
    report(u"open"_s, milliseconds([&] {
        ledger = std::move(openLedger(folder, LedgerAccess::ReadWrite)).value().ledger;
    }),
        300);
    AttemptQuery filters;
    filters.profileId = u"profile-1"_s;
    filters.tool = u"workday"_s;
    filters.outcomes = {AttemptOutcome::Failed, AttemptOutcome::Expired};
    search(*ledger, u"nothing typed"_s, {});
    search(*ledger, u"\"n\""_s, typed(u"n"_s));
    search(*ledger, u"\"nordw\" (five letters)"_s, typed(u"nordw"_s));
    search(*ledger, u"\"exampl\" (six, in all)"_s, typed(u"exampl"_s));
    search(*ledger, u"\"nordwind gmbh\""_s, typed(u"nordwind gmbh"_s));
    search(*ledger, u"a rare word"_s, typed(u"einzigartig"_s));
    search(*ledger, u"no match"_s, typed(u"zzzzzz"_s));
    search(*ledger, u"an e-mail address"_s, typed(u"tom.smith@nordwind"_s));
    search(*ledger, u"an origin ID"_s, typed(u"cust-1234"_s));
    search(*ledger, u"three filters"_s, filters);
    AttemptQuery both = filters;
    both.text = u"stein"_s;
    search(*ledger, u"a word and three filters"_s, both);
    both.until = QDateTime::currentDateTimeUtc().addYears(-1);
    both.from = both.until.addDays(-30);
    search(*ledger, u"and a month a year ago"_s, both);
    scroll(*ledger, u"all"_s, {});
    scroll(*ledger, u"\"gmbh\""_s, typed(u"gmbh"_s));
    scroll(*ledger, u"\"exampl\""_s, typed(u"exampl"_s));
    scroll(*ledger, u"three filters"_s, filters);
    const DuplicateQuestion question{u"profile-1"_s, u"NORDWIND abcdata gmbh"_s,
        u"x@nordwind-abcdata.example"_s, u"cust-77"_s, u"workday"_s, u"HRIS"_s};
    report(u"duplicate check"_s, milliseconds([&] { (void)ledger->duplicatesOf(question); }), 5);
    report(u"duplicate check, again"_s, milliseconds([&] { (void)ledger->duplicatesOf(question); }),
        5);
    report(u"choices of the filters"_s, milliseconds([&] { (void)ledger->choices(); }), 50);
    report(u"follow-ups"_s, milliseconds([&] { (void)ledger->followUps({}); }), 200);
    Attempt attempt;
    attempt.id = QUuid::createUuid();
    attempt.organization = u"New"_s;
    report(u"one step written"_s, milliseconds([&] { (void)ledger->write(AttemptBegun{attempt}); }),
        16);
}

// Of the size that a session of a few minutes leaves.
AttemptRecord madeUpRecord(QRandomGenerator &random, const Attempt &attempt, const QString &named)
{
    constexpr int entries = 40;
    constexpr int calls = 8;
    QJsonArray timeline;
    for (int entry = 0; entry < entries; ++entry) {
        timeline.append(QJsonObject{{u"at"_s, attempt.startedAt.toString(Qt::ISODateWithMs)},
            {u"ms"_s, random.bounded(300'000)}, {u"group"_s, u"page"_s},
            {u"severity"_s, u"detail"_s},
            {u"sentence"_s,
                u"The page asked for "_s + QString::number(random.generate64(), 36)
                    + (entry == entries / 2 ? named : QString())}});
    }
    QJsonArray exchanges;
    for (int call = 0; call < calls; ++call) {
        const QByteArray body = QJsonDocument(
            QJsonObject{{u"status"_s, u"success"_s},
                {u"data"_s,
                    QJsonObject{{u"id"_s, QString::number(random.generate64(), 36)},
                        {u"organization"_s, attempt.organization}, {u"email"_s, attempt.email},
                        {u"text"_s, QString(600, QChar(u'a' + random.bounded(26)))}}}})
                                    .toJson();
        exchanges.append(QJsonObject{{u"_number"_s, call},
            {u"startedDateTime"_s, attempt.startedAt.toString(Qt::ISODateWithMs)},
            {u"request"_s,
                QJsonObject{{u"method"_s, u"POST"_s},
                    {u"url"_s, u"https://api.kombo.example/v1/connect/create-link"_s}}},
            {u"response"_s,
                QJsonObject{{u"status"_s, 200},
                    {u"content"_s, QJsonObject{{u"text"_s, QString::fromUtf8(body)}}}}}});
    }
    return {QJsonDocument(
                QJsonObject{{u"format"_s, u"connect-desk-timeline"_s}, {u"entries"_s, timeline}})
                .toJson(),
        QJsonDocument(QJsonObject{{u"log"_s, QJsonObject{{u"entries"_s, exchanges}}}}).toJson()};
}

void addRecords(const QString &folder, const QString &named)
{
    constexpr int namedOf = 1'000;
    LedgerDatabase database(ledgerFile(folder), LedgerDatabase::Mode::ReadWrite);
    database.run(u"PRAGMA synchronous = OFF"_s);
    QRandomGenerator random(43);
    QList<QPair<qint64, Attempt>> attempts;
    QSqlQuery query = database.run(u"SELECT row, organization, email FROM attempts"_s);
    while (database.next(query)) {
        Attempt attempt;
        attempt.organization = query.value(1).toString();
        attempt.email = query.value(2).toString();
        attempt.startedAt = QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong());
        attempts.append({query.value(0).toLongLong(), attempt});
    }
    database.begin();
    qint64 bytes = 0;
    for (qsizetype i = 0; i < attempts.size(); ++i) {
        const AttemptRecord record =
            madeUpRecord(random, attempts.at(i).second, i % namedOf == 0 ? named : QString());
        bytes += record.timeline.size() + record.exchanges.size();
        database.run(u"INSERT INTO attempt_records VALUES (?, ?, ?)"_s,
            {attempts.at(i).first, ledgerguard::packed(record.timeline),
                ledgerguard::packed(record.exchanges)});
    }
    database.commit();
    out() << bytes / 1'000'000 << " MB of records" << Qt::endl;
}

// In the file as it is, and in everything that is compressed in it.
qint64 tracesLeft(const QString &folder, const QByteArray &trace)
{
    qint64 left = 0;
    QFile file(ledgerFile(folder));
    if (file.open(QIODevice::ReadOnly))
        left += file.readAll().toLower().count(trace);
    LedgerDatabase database(ledgerFile(folder), LedgerDatabase::Mode::ReadOnly);
    QSqlQuery query = database.run(u"SELECT timeline, exchanges FROM attempt_records"_s);
    while (database.next(query)) {
        for (const int column : {0, 1})
            left += ledgerguard::unpacked(query.value(column).toByteArray()).toLower().count(trace);
    }
    return left;
}

void measureForgetting(const QString &folder, qint64 attempts)
{
    generate(folder, attempts);
    addRecords(folder, u" for anna@findme.example"_s);
    out() << "file: " << QFileInfo(ledgerFile(folder)).size() / 1'000'000 << " MB, "
          << tracesLeft(folder, "findme") << " traces" << Qt::endl;
    const std::unique_ptr<Ledger> ledger =
        std::move(openLedger(folder, LedgerAccess::ReadWrite)).value().ledger;
    QFile peak(u"/proc/self/clear_refs"_s);
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5"); // proc(5): begins the peak anew
    peak.close();
    Ledger::Answer<Forgotten> forgotten = Forgotten();
    const double taken = milliseconds([&] {
        forgotten = ledger->forget({u"anna@findme.example"_s, {}, u"Findme Bau GmbH"_s, {}});
    });
    report(u"forget"_s, taken, 60'000,
        forgotten ? QString::number(forgotten->records) + u" records"_s : forgotten.error().detail);
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        const QByteArrayList lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmHWM"))
                out() << line << Qt::endl;
        }
    }
    out() << tracesLeft(folder, "findme") << " traces left" << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 attempts = arguments.size() > 1 ? arguments.at(1).toLongLong() : 1'000'000;
    const QTemporaryDir temporary;
    if (arguments.value(1) == "forget"_L1) {
        const qint64 wanted = arguments.value(2).isEmpty() ? 100'000 : arguments.at(2).toLongLong();
        measureForgetting(temporary.filePath(u"ledger"_s), wanted);
        return 0;
    }
    const QString folder = arguments.size() > 2 ? arguments.at(2) : temporary.filePath(u"ledger"_s);
    if (!QFileInfo::exists(ledgerFile(folder))) {
        const double taken = milliseconds([&] { generate(folder, attempts); });
        out() << attempts << " attempts made in " << int(taken / 1000) << " s" << Qt::endl;
    }
    measure(folder);
    return 0;
}
