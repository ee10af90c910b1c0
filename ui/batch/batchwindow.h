// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batch/batchdesk.h"
#include "ui/guard/productionguard.h"
#include "workspace/clientwait.h"

#include <QString>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
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
    };

    explicit BatchWindow(Parts parts, QWidget *parent = nullptr);
    ~BatchWindow() override;

    //! Refused, with a word on the screen, while a run is at work.
    void openFile(const QString &file);
    //! For an audience: e-mail addresses and ids do not show.
    void setMasked(bool isMasked);
    //! A run has begun and has not ended: closing would ask.
    bool isBusy() const;

Q_SIGNALS:
    //! The folder of the file with the links is to be shown.
    void folderRequested(const QString &folder);
    void busyChanged(bool isBusy);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makePlanPage();
    void connectParts();
    void connectRunPanel();
    void chooseFile();
    void chooseMails();
    void followProfile();
    void showPlan();
    void showReady();
    void confirmStart();
    void startWith(const std::shared_ptr<KomboClient> &client);
    void begin();
    void showRun();
    void noteEnd();
    void dropRun();
    void retry(const QList<int> &numbers);
    void askToRetry();
    void saveMails(const QString &folder);
    void askToClose();
    void showRefusal(const QString &headline, const QString &text);

    Workspace &m_workspace;
    std::shared_ptr<KomboClient> m_client; // of the run
    BatchDesk m_desk;
    std::unique_ptr<BatchRun> m_run;
    ClientWait m_wait;
    ProductionGuard m_guard;
    bool m_isClosing = false;
    bool m_wasBusy = false;
    bool m_isMasked = false;

    Notice *m_notice;
    BatchFileBar *m_fileBar;
    QStackedWidget *m_pages;
    StatePanel *m_empty;
    BatchColumns *m_columns;
    BatchTable *m_table;
    BatchRunPanel *m_runPanel;
};

} // namespace desk
