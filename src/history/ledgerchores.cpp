// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerchores.h"

#include "cleaningclock.h"
#include "exportsink.h"
#include "personcount.h"

#include "ledger/ledgerfiles.h"
#include "ledger/openledger.h"

#include <QFile>
#include <QSaveFile>
#include <QUuid>

#include <filesystem>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

using Report = LedgerChores::Report;

// Those who read let go of the file between two questions.
constexpr auto pauseBeforeNextTry = 200ms;
constexpr int triesToRestore = 15;

void fail(Report &report, LedgerError::Reason reason, const QString &path, const QString &detail)
{
    report.error = LedgerError{reason, path, detail};
}

//! Does something with the ledger, or reports why it could not be opened.
void withLedger(const QString &folder, LedgerAccess access, Report &report,
    const std::function<void(Ledger &)> &act)
{
    const auto opening = openLedger(folder, access);
    if (!opening)
        report.error = opening.error();
    else if (access == LedgerAccess::ReadWrite && opening->isReadOnly)
        fail(report, LedgerError::Reason::ReadOnly, ledgerFile(folder), {});
    else
        act(*opening->ledger);
}

// Whoever chose the ledger itself would lose it.
bool isRefused(Report &report, const QString &folder)
{
    if (!isOfLedger(folder, report.file))
        return false;
    fail(report, LedgerError::Reason::NoFolder, report.file, u"This is the history itself."_s);
    return true;
}

// Beside the file, so that it can take its place in one step.
void backUpInto(Ledger &ledger, Report &report)
{
    const QString &file = report.file;
    const QString part = file + u'.' + QUuid::createUuid().toString(QUuid::Id128).first(8);
    const auto copied = ledger.backUpTo(part);
    if (!copied) {
        report.error = copied.error();
        return;
    }
    // QFile::rename() replaces nothing.
    std::error_code refusal;
    std::filesystem::rename(part.toStdU16String(), file.toStdU16String(), refusal);
    if (!refusal)
        return;
    QFile::remove(part);
    fail(report, LedgerError::Reason::NoFolder, file, QString::fromStdString(refusal.message()));
}

// Asked before what was written of it goes.
void failWriting(Report &report, const QSaveFile &file)
{
    const bool isFull = ledgerfiles::isDiskFull(report.file);
    fail(report, isFull ? LedgerError::Reason::DiskFull : LedgerError::Reason::NoFolder,
        report.file, file.errorString());
}

void exportInto(Ledger &ledger, Report &report, LedgerFormat format, const AttemptQuery &query,
    const ExportSink::Progress &progress, const std::atomic<bool> &isCancelled)
{
    QSaveFile file(report.file);
    if (!file.open(QIODevice::WriteOnly)) {
        failWriting(report, file);
        return;
    }
    // It names clients; whoever may look into it is for its owner to say.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    ExportSink sink(file, progress, isCancelled);
    const auto rows = exportAttempts(ledger, query, format, sink);
    if (isCancelled) {
        report.wasCancelled = true;
    } else if (!rows && file.error() == QFileDevice::NoError) {
        report.error = rows.error();
    } else if (!rows || !file.flush() || !file.commit()) {
        failWriting(report, file);
    } else {
        report.attempts = *rows;
    }
}

// An unbelievable clock deletes no more than what people have deleted themselves.
Ledger::Answer<qint64> cleanAt(
    Ledger &ledger, const QString &folder, const Retention &retention, const QDateTime &now)
{
    const auto newest = ledger.attempts({}, {0, 1});
    if (!newest)
        return Unexpected{newest.error()};
    const QDateTime at =
        newest->attempts.isEmpty() ? QDateTime() : newest->attempts.constFirst().startedAt;
    const bool isBelieved = CleaningClock(folder).believes(now, at);
    return ledger.clean(isBelieved ? retention : Retention{std::nullopt, std::nullopt}, now);
}

template <typename Value, typename Take>
void takeAnswer(Report &report, const Ledger::Answer<Value> &answer, Take take)
{
    if (answer)
        take(*answer);
    else
        report.error = answer.error();
}

} // namespace

LedgerChores::LedgerChores(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_isCancelled(std::make_shared<std::atomic<bool>>(false))
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_nextTry.setSingleShot(true);
    m_nextTry.setInterval(pauseBeforeNextTry);
    connect(&m_nextTry, &QTimer::timeout, this, [this] { run(m_work); });
}

LedgerChores::~LedgerChores()
{
    *m_isCancelled = true;
    if (!m_thread.isRunning()) {
        delete m_worker;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

bool LedgerChores::start(Chore chore, Work work)
{
    if (m_chore)
        return false;
    m_chore = chore;
    m_work = std::move(work);
    m_triesLeft = chore == Chore::Restore ? triesToRestore : 0;
    *m_isCancelled = false;
    Q_EMIT started(chore);
    if (chore == Chore::Restore)
        Q_EMIT releaseRequested();
    run(m_work);
    return true;
}

void LedgerChores::run(const Work &work)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this, work] {
            const Report report = work();
            QMetaObject::invokeMethod(
                this, [this, report] { take(report); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void LedgerChores::take(const Report &report)
{
    const bool isHeld = report.error && report.error->reason == LedgerError::Reason::Locked;
    if (isHeld && m_triesLeft > 0) {
        --m_triesLeft;
        m_nextTry.start();
        return;
    }
    m_chore.reset();
    m_work = nullptr;
    Q_EMIT finished(report);
}

std::function<void(qint64)> LedgerChores::progress()
{
    return [this](qint64 rows) {
        QMetaObject::invokeMethod(
            this, [this, rows] { Q_EMIT progressed(rows); }, Qt::QueuedConnection);
    };
}

bool LedgerChores::backUp(const QString &file)
{
    return start(Chore::BackUp, [folder = m_folder, file] {
        Report report{Chore::BackUp};
        report.file = file;
        if (isRefused(report, folder))
            return report;
        withLedger(folder, LedgerAccess::ReadOnly, report,
            [&report](Ledger &ledger) { backUpInto(ledger, report); });
        return report;
    });
}

bool LedgerChores::restore(const QString &file)
{
    return start(Chore::Restore, [folder = m_folder, file] {
        Report report{Chore::Restore};
        report.file = file;
        takeAnswer<std::optional<QString>>(report, restoreLedger(folder, file),
            [&report](const std::optional<QString> &kept) { report.keptAs = kept; });
        return report;
    });
}

bool LedgerChores::exportAttempts(
    const QString &file, LedgerFormat format, const AttemptQuery &query)
{
    const auto work = [folder = m_folder, file, format, query, tell = progress(),
                          isCancelled = m_isCancelled] {
        Report report{Chore::Export};
        report.file = file;
        if (isRefused(report, folder))
            return report;
        withLedger(folder, LedgerAccess::ReadOnly, report,
            [&](Ledger &ledger) { exportInto(ledger, report, format, query, tell, *isCancelled); });
        return report;
    };
    return start(Chore::Export, work);
}

bool LedgerChores::count(const PersonToForget &person)
{
    const auto work = [folder = m_folder, person, isCancelled = m_isCancelled] {
        Report report{Chore::Count};
        withLedger(folder, LedgerAccess::ReadOnly, report, [&](Ledger &ledger) {
            takeAnswer<Forgotten>(report, countPerson(ledger, person, *isCancelled),
                [&report](const Forgotten &found) { report.forgotten = found; });
        });
        report.wasCancelled = *isCancelled;
        return report;
    };
    return start(Chore::Count, work);
}

bool LedgerChores::forget(const PersonToForget &person)
{
    return start(Chore::Forget, [folder = m_folder, person] {
        Report report{Chore::Forget};
        withLedger(folder, LedgerAccess::ReadWrite, report, [&](Ledger &ledger) {
            takeAnswer<Forgotten>(report, ledger.forget(person),
                [&report](const Forgotten &forgotten) { report.forgotten = forgotten; });
        });
        return report;
    });
}

bool LedgerChores::clean(const Retention &retention)
{
    return start(Chore::Clean, [folder = m_folder, retention] {
        Report report{Chore::Clean};
        withLedger(folder, LedgerAccess::ReadWrite, report, [&](Ledger &ledger) {
            takeAnswer<qint64>(report,
                cleanAt(ledger, folder, retention, QDateTime::currentDateTimeUtc()),
                [&report](qint64 gone) { report.attempts = gone; });
        });
        return report;
    });
}

bool LedgerChores::canCancel() const
{
    return m_chore == Chore::Export || m_chore == Chore::Count;
}

void LedgerChores::cancel()
{
    if (canCancel())
        *m_isCancelled = true;
}

} // namespace desk
