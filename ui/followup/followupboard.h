// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/followupdesk.h"
#include "ui/parts/clipboardlease.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class ClaimDialog;
class FollowUpModel;
class Notice;
class StatePanel;

/*!
 * The page "Follow-up": who waits for somebody, what is known about each, and the next step.
 * Reminders, links, integration IDs and Done are handled here, through the desk; what opens another
 * page is asked for by signal. The desk must outlive it.
 */
class FollowUpBoard final : public QWidget {
    Q_OBJECT

public:
    explicit FollowUpBoard(
        FollowUpDesk &desk, QWidget *parent = nullptr, ClipboardLease::Times times = {});
    ~FollowUpBoard() override;

    //! How many rows there are.
    int count() const;
    void focusList();
    //! E-mails and ids show as dots.
    void setMasked(bool masked);

Q_SIGNALS:
    void countChanged(int count);
    //! A new link for the client of that attempt; what was sent then is in the ledger.
    void newLinkRequested(const QUuid &attempt);
    // Of the profile in use.
    void reconnectRequested(const QString &integrationId);
    void setupRequested(const QString &integrationId);
    void integrationRequested(const QString &integrationId);
    //! What it was: "Link" or "Reminder".
    void copied(const QString &label);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeList();
    QWidget *makeDetails();
    QWidget *makeClipboardBar();
    void connectDesk();
    void showRows();
    void showState();
    void showSelection();
    void showProgress(int done, int total);
    void showWaiting(std::chrono::milliseconds remaining);
    void showRefreshEnd(int read, int missing, int failed, const std::optional<ApiError> &error);
    void showReminder(
        const FollowUpRow &row, FlowLanguage language, const Secret &text, bool hasLink);
    void showLinkFailure(const std::optional<SecretError> &error);
    void openMenu(const QPoint &globalPosition);
    void fillMenu(QMenu *menu);
    void addReminderLanguages(QMenu *menu, const QString &key);
    void take(FollowUpStep step);
    void takeNextStep();
    void markDone();
    void openClaim(const QString &key);
    void lend(const Secret &text, const QString &label);
    const FollowUpRow *selected() const;
    QString masked(const QString &text) const;

    FollowUpDesk &m_desk;
    FollowUpModel *m_model;
    ClipboardLease m_lease;
    QString m_onClipboard; // label of what was copied
    QTimer m_minute; // ages grow
    int m_count = 0;
    bool m_isMasked = false;

    QLabel *m_status = nullptr;
    QString m_read; // how the last reading ended, until somebody goes on
    QToolButton *m_refresh = nullptr;
    QPushButton *m_cancel = nullptr;
    Notice *m_notice = nullptr;
    bool m_isUndoOffered = false;
    QStackedWidget *m_stack = nullptr;
    StatePanel *m_empty = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_details = nullptr;
    QLabel *m_facts = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_more = nullptr;
    QWidget *m_clipboardBar = nullptr;
    QLabel *m_clipboardLine = nullptr;
    QPointer<ClaimDialog> m_claim;
};

} // namespace desk
