// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "historyrun.h"

#include "console.h"
#include "runmemory.h"
#include "textlayout.h"

#include "ledger/ledgerexport.h"
#include "wording/ledgerwording.h"

#include <QBuffer>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int pageRows = 500;

QStringList lineOf(const Attempt &attempt)
{
    return {attempt.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
        LedgerWording::outcomeName(attempt.outcome), attempt.organization, attempt.email,
        attempt.tool, attempt.integrationId, attempt.profile.name};
}

Ledger::Answer<QList<Attempt>> newest(Ledger &ledger, const AttemptQuery &query, int limit)
{
    QList<Attempt> found;
    PageMark mark;
    while (found.size() < limit) {
        mark.rows = std::min(pageRows, limit - static_cast<int>(found.size()));
        const Ledger::Answer<AttemptPage> page = ledger.attempts(query, mark);
        if (!page)
            return Unexpected{page.error()};
        found += page->attempts;
        if (page->isLast || page->attempts.isEmpty())
            break;
        mark.before = page->attempts.constLast().row;
    }
    return found;
}

LedgerFormat formatFor(const QString &fileName)
{
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? LedgerFormat::Json
                                                              : LedgerFormat::Csv;
}

Failure unwritable(const QSaveFile &file)
{
    //: %1 is the name of a file, %2 why it cannot be written
    return plainFailure(ExitCode::Other, u"export"_s,
        HistoryRun::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
}

} // namespace

HistoryRun::HistoryRun(CommandLine commandLine, Console &console, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(std::move(commandLine))
{
}

void HistoryRun::start()
{
    const Result<QString, QString> folder = ledgerFolder(m_commandLine);
    if (!folder) {
        fail(plainFailure(ExitCode::Usage, u"usage"_s, folder.error()));
        return;
    }
    Result<LedgerOpening, LedgerError> opening = openLedger(*folder, LedgerAccess::ReadOnly);
    if (!opening) {
        fail(failureFrom(opening.error()));
        return;
    }
    Ledger &ledger = *opening->ledger;
    const Result<AttemptQuery, Failure> asked = query(ledger);
    if (!asked)
        fail(asked.error());
    else if (m_commandLine.history.exportFile)
        save(ledger, *asked);
    else
        list(ledger, *asked);
}

// Nothing of this lasts longer than one turn of the event loop.
void HistoryRun::interrupt() { }

Result<AttemptQuery, Failure> HistoryRun::query(Ledger &ledger) const
{
    const HistoryWish &wish = m_commandLine.history;
    AttemptQuery query;
    query.text = wish.search;
    if (wish.outcome)
        query.outcomes = {*wish.outcome};
    if (wish.since)
        query.from = wish.since->startOfDay().toUTC();
    if (!wish.profile)
        return query;
    const Result<QString, Failure> profile = profileIdNamed(ledger, *wish.profile);
    if (!profile)
        return Unexpected{profile.error()};
    query.profileId = *profile;
    return query;
}

void HistoryRun::list(Ledger &ledger, const AttemptQuery &query)
{
    const int limit = m_commandLine.history.limit;
    if (console().isJson()) {
        QBuffer json;
        json.open(QIODevice::WriteOnly);
        const Result<qint64, LedgerError> written =
            exportAttempts(ledger, query, LedgerFormat::Json, json, limit);
        written ? conclude(json.data()) : fail(failureFrom(written.error()));
        return;
    }
    const Ledger::Answer<QList<Attempt>> found = newest(ledger, query, limit);
    if (!found) {
        fail(failureFrom(found.error()));
        return;
    }
    if (found->isEmpty())
        console().tell(tr("The history holds nothing like that."));
    QList<QStringList> rows;
    for (const Attempt &attempt : *found)
        rows.append(lineOf(attempt));
    conclude(TextLayout::table(rows));
}

void HistoryRun::save(Ledger &ledger, const AttemptQuery &query)
{
    const QString &name = *m_commandLine.history.exportFile;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        fail(unwritable(file));
        return;
    }
    const Result<qint64, LedgerError> saved = exportAttempts(ledger, query, formatFor(name), file);
    if (!saved) {
        fail(file.error() == QFileDevice::NoError ? failureFrom(saved.error()) : unwritable(file));
        return;
    }
    if (!file.commit()) {
        fail(unwritable(file));
        return;
    }
    //: %1 counts attempts, such as "1,204 attempts"; %2 is the name of a file
    const QString sentence = tr("%1 saved in %2.").arg(LedgerWording::count(*saved), name);
    console().tell(sentence);
    conclude({});
}

} // namespace desk
