// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/batch/batchpreferences.h"
#include "ui/guard/productionguard.h"

#include "batch/batchdesk.h"
#include "workspace/clientwait.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class BatchColumns;
class BatchFileBar;
class BatchRunPanel;
class BatchTable;
class KomboClient;
class LedgerKeeper;
class Notice;
class StatePanel;
class Workspace;

/*!
 * Links for many clients: a table, its columns, the plan and the run, from top to bottom. Nothing
 * is sent before the person starts it. A run keeps the profile it began with, whatever profile is
 * chosen elsewhere. A window of its own, non-modal; closing it while a run is at work asks first.
 * All parts must outlive it.
 */
class BatchWindow final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        Workspace &workspace;
        LedgerKeeper &ledger;
        QString mappings; //!< folder of the BatchMappingStore; need not exist
        BatchPreferences preferences{};
    };

    explicit BatchWindow(Parts parts, QWidget *parent = nullptr);
    ~BatchWindow() override;

    //! Refused, with a word on the screen, while a run is at work.
    void openFile(const QString &file);
    //! A run has begun and has not ended: closing would ask.
    bool isBusy() const;
    //! Closes and calls leave; asks before, if a run is at work, and then perhaps never does.
    void endBeforeClosing(std::function<void()> leave);
    BatchPreferences preferences() const;

Q_SIGNALS:
    //! The folder of the file with the links is to be shown.
    void folderRequested(const QString &folder);
    //! preferences() are as they were left.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makePlanPage();
    void restore(const BatchPreferences &preferences);
    void connectParts();
    void connectRunPanel();
    void chooseFile();
    void chooseMails();
    void followProfile();
    void showPlan();
    void showReady();
    void confirmStart();
    void startAs(const LedgerProfile &confirmed);
    void startWith(const std::shared_ptr<KomboClient> &client);
    void begin();
    void showRun();
    void noteEnd();
    void dropRun();
    void retry(const QList<int> &numbers);
    void retryRow(int number);
    void askToRetry(const QList<int> &numbers);
    void saveMails(const QString &folder);
    void askToClose();
    void cancelAndClose();
    void showRefusal(const QString &headline, const QString &text);

    Workspace &m_workspace;
    std::shared_ptr<KomboClient> m_client; // of the run
    BatchDesk m_desk;
    std::unique_ptr<BatchRun> m_run;
    ClientWait m_wait;
    ProductionGuard m_guard;
    bool m_isClosing = false;
    std::function<void()> m_leave; // once it is closed
    QString m_folder; // of the last table

    Notice *m_notice;
    BatchFileBar *m_fileBar;
    QStackedWidget *m_pages;
    QSplitter *m_middle = nullptr;
    StatePanel *m_empty;
    BatchColumns *m_columns;
    BatchTable *m_table;
    BatchRunPanel *m_runPanel;
};

} // namespace desk
