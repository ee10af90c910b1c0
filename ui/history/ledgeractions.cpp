// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/ledgeractions.h"

#include "ui/history/forgetclientdialog.h"
#include "ui/history/restoredialog.h"
#include "ui/history/retentiondialog.h"

#include "wording/ledgerwording.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

using Chore = LedgerChores::Chore;

constexpr std::chrono::milliseconds patience = 1s;

QFileDialog *fileDialog(QWidget &window, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(&window, title, QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

QString dated(const QString &name)
{
    return u"%1-%2"_s.arg(name, QDate::currentDate().toString(Qt::ISODate));
}

} // namespace

LedgerActions::LedgerActions(
    LedgerChores &chores, LedgerSettings settings, QString folder, QWidget &window)
    : QObject(&window)
    , m_chores(chores)
    , m_settings(std::move(settings))
    , m_folder(std::move(folder))
    , m_window(window)
{
    connect(&chores, &LedgerChores::finished, this, &LedgerActions::take);
    connect(&chores, &LedgerChores::started, this, &LedgerActions::showProgress);
}

bool LedgerActions::refuseWhileBusy()
{
    if (!m_chores.isBusy())
        return false;
    Q_EMIT noted(tr("The history is busy; one thing after the other."));
    return true;
}

void LedgerActions::chooseRetention()
{
    auto *dialog = new RetentionDialog(m_settings.retention(), m_folder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Retention retention = dialog->retention();
        if (!m_settings.setRetention(retention))
            Q_EMIT noted(tr("The setting could not be saved."));
        else if (!refuseWhileBusy())
            m_chores.clean(retention);
    });
    dialog->open();
}

void LedgerActions::backUp()
{
    if (refuseWhileBusy())
        return;
    QFileDialog *dialog =
        fileDialog(m_window, tr("Back Up History"), tr("History of Connect Desk (*.sqlite)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sqlite"_s);
    dialog->selectFile(dated(u"connect-desk-history"_s) + ".sqlite"_L1);
    connect(dialog, &QFileDialog::fileSelected, this, &LedgerActions::backUpTo);
    dialog->open();
}

void LedgerActions::backUpTo(const QString &file)
{
    m_chores.backUp(file);
}

void LedgerActions::restore()
{
    if (refuseWhileBusy())
        return;
    QFileDialog *dialog =
        fileDialog(m_window, tr("Restore Backup"), tr("History of Connect Desk (*.sqlite)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LedgerActions::restoreFrom);
    dialog->open();
}

void LedgerActions::restoreFrom(const QString &file)
{
    auto *dialog = new RestoreDialog(file, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, file] { m_chores.restore(file); });
    dialog->open();
}

void LedgerActions::exportAttempts(const AttemptQuery &query)
{
    if (refuseWhileBusy())
        return;
    QFileDialog *dialog = fileDialog(
        m_window, tr("Export What Is Shown"), tr("Table (*.csv)") + ";;"_L1 + tr("JSON (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(dated(u"connect-desk-history"_s) + ".csv"_L1);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, query](const QString &file) { exportTo(file, query); });
    dialog->open();
}

void LedgerActions::exportTo(const QString &file, const AttemptQuery &query)
{
    const bool isJson = QFileInfo(file).suffix().compare("json"_L1, Qt::CaseInsensitive) == 0;
    m_chores.exportAttempts(file, isJson ? LedgerFormat::Json : LedgerFormat::Csv, query);
}

void LedgerActions::forgetClient(const PersonToForget &known)
{
    if (refuseWhileBusy())
        return;
    m_forgetting = new ForgetClientDialog(known, m_isMasked, &m_window);
    m_forgetting->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_forgetting, &ForgetClientDialog::countRequested, this,
        [this](const PersonToForget &person) {
            m_toCount = person;
            orderCount();
        });
    connect(m_forgetting, &QDialog::accepted, this, [this, dialog = m_forgetting.data()] {
        if (!refuseWhileBusy())
            m_chores.forget(dialog->person());
    });
    m_forgetting->open();
}

void LedgerActions::orderCount()
{
    if (m_chores.isBusy())
        m_chores.cancel(); // of whoever was typed before; take() goes on
    else if (m_toCount)
        m_chores.count(*std::exchange(m_toCount, std::nullopt));
}

void LedgerActions::showProgress(Chore chore)
{
    if (chore == Chore::Count)
        return; // the dialog that asked says so
    QString text;
    switch (chore) {
    case Chore::BackUp:
        text = tr("Backing up the history…");
        break;
    case Chore::Restore:
        text = tr("Restoring the backup…");
        break;
    case Chore::Export:
        text = tr("Exporting…");
        break;
    case Chore::Forget:
        text = tr("Erasing the client’s data…");
        break;
    case Chore::Clean:
    case Chore::Count:
        text = tr("Erasing what is too old…");
        break;
    }
    const QString cancel = m_chores.canCancel() ? tr("Cancel") : QString();
    // Not modal: it would let events in while it is told how far things are.
    m_progress = new QProgressDialog(text, cancel, 0, 0, &m_window);
    m_progress->setObjectName(u"ledgerProgress"_s);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(static_cast<int>(patience.count()));
    m_progress->setValue(0);
    connect(m_progress, &QProgressDialog::canceled, &m_chores, &LedgerChores::cancel);
    connect(&m_chores, &LedgerChores::progressed, m_progress, [this, text](qint64 rows) {
        //: %1 is what is being done, %2 such as "1,500 attempts"
        m_progress->setLabelText(tr("%1\n%2").arg(text, LedgerWording::count(rows)));
    });
}

void LedgerActions::take(const LedgerChores::Report &report)
{
    if (m_progress)
        m_progress->deleteLater();
    if (report.chore == Chore::Count) {
        takeCount(report);
        return;
    }
    if (report.chore == Chore::Restore)
        Q_EMIT restoreEnded();
    if (report.wasCancelled) {
        Q_EMIT noted(tr("Cancelled. Nothing was written."));
        return;
    }
    if (report.error) {
        showProblem(*report.error, report.chore);
        return;
    }
    const QString file = QFileInfo(report.file).fileName();
    switch (report.chore) {
    case Chore::BackUp:
        //: %1 is the name of a file
        Q_EMIT noted(tr("History backed up to %1").arg(file));
        break;
    case Chore::Restore:
        //: %1 is the name of a file
        Q_EMIT noted(tr("History restored from %1").arg(file));
        break;
    case Chore::Export:
        //: %1 is such as "12 attempts", %2 the name of a file
        Q_EMIT noted(tr("%1 exported to %2").arg(LedgerWording::count(report.attempts), file));
        break;
    case Chore::Forget:
        //: %1 is such as "12 attempts, 1 integration", or "nothing"
        Q_EMIT noted(tr("Erased: %1").arg(LedgerWording::counts(report.forgotten)));
        Q_EMIT ledgerChanged();
        break;
    case Chore::Clean:
    case Chore::Count:
        if (report.attempts > 0)
            Q_EMIT noted(tr("Erased: %1").arg(LedgerWording::count(report.attempts)));
        Q_EMIT ledgerChanged();
        break;
    }
}

ErrorMessage LedgerActions::messageFor(const LedgerError &error, Chore chore)
{
    switch (chore) {
    case Chore::Export:
    case Chore::BackUp:
        return LedgerWording::fileMessage(error);
    case Chore::Restore:
        return LedgerWording::restoreMessage(error);
    case Chore::Forget:
    case Chore::Clean:
    case Chore::Count:
        return LedgerWording::message(error);
    }
    Q_UNREACHABLE();
}

void LedgerActions::takeCount(const LedgerChores::Report &report)
{
    if (m_toCount) {
        orderCount();
        return;
    }
    if (!m_forgetting || report.wasCancelled)
        return;
    if (report.error)
        m_forgetting->setProblem(LedgerWording::message(*report.error).headline);
    else
        m_forgetting->setCount(report.forgotten);
}

void LedgerActions::showProblem(const LedgerError &error, Chore chore)
{
    const ErrorMessage message = messageFor(error, chore);
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("History"), message.headline, QMessageBox::Close, &m_window);
    box->setObjectName(u"ledgerProblem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(message.advice);
    box->setDetailedText(message.details);
    box->open();
}

} // namespace desk
