// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/ledgerchores.h"
#include "history/ledgersettings.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QProgressDialog;
class QWidget;
QT_END_NAMESPACE

namespace desk {

class ForgetClientDialog;
struct ErrorMessage;

/*!
 * The commands of a menu about the ledger as a whole: asks what has to be asked, hands the work on,
 * shows how far it is, and says what came of it.
 */
class LedgerActions final : public QObject {
    Q_OBJECT

public:
    //! All must outlive it; the dialogs stand over the window.
    LedgerActions(LedgerChores &chores, LedgerSettings settings, QString folder, QWidget &window);

    //! In a demo what is asked about a client shows as dots.
    void setMasked(bool masked) { m_isMasked = masked; }

public Q_SLOTS:
    void chooseRetention();
    void backUp();
    void restore();
    //! What the query finds, as CSV or JSON by the name that is chosen.
    void exportAttempts(const desk::AttemptQuery &query);
    void forgetClient(const desk::PersonToForget &known);

    // With the answers that people gave in the dialogs before.
    void backUpTo(const QString &file);
    void restoreFrom(const QString &file);
    void exportTo(const QString &file, const desk::AttemptQuery &query);

Q_SIGNALS:
    //! For the window's status line.
    void noted(const QString &text);
    //! Rows have gone, so whoever shows some reads anew.
    void ledgerChanged();
    //! Whoever let go of the file at LedgerChores::releaseRequested() may open it again, whether it
    //! was replaced or not.
    void restoreEnded();

private:
    void take(const LedgerChores::Report &report);
    void takeCount(const LedgerChores::Report &report);
    void showProgress(LedgerChores::Chore chore);
    void showProblem(const LedgerError &error, LedgerChores::Chore chore);
    static ErrorMessage messageFor(const LedgerError &error, LedgerChores::Chore chore);
    bool refuseWhileBusy();
    void orderCount();

    LedgerChores &m_chores;
    LedgerSettings m_settings;
    QString m_folder;
    QWidget &m_window;
    QPointer<ForgetClientDialog> m_forgetting;
    std::optional<PersonToForget> m_toCount; // once the count that is under way has ended
    QPointer<QProgressDialog> m_progress;
    bool m_isMasked = false;
};

} // namespace desk
