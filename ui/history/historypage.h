// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/history.h"

#include "core/connectdetails.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class AttemptRecordView;
class AttemptValues;
class NotesEdit;
class StatePanel;

/*!
 * One attempt of the history: who, what was asked, how it ended and what that means, the notes, and
 * what was kept for a closer look. Sends nothing; what can be done is told by signals.
 */
class HistoryPage final : public QWidget {
    Q_OBJECT

public:
    //! The history must outlive it.
    explicit HistoryPage(History &history, QWidget *parent = nullptr);

    //! Shows the attempt, reading it first.
    void open(const QUuid &id);
    //! Lets the attempt go; its notes are told. For when the page is left.
    void leave();
    //! Null: none.
    QUuid attemptId() const { return m_history.details().id(); }
    //! E-mails and ids show as dots unless they are samples; what is copied stays true.
    void setMasked(bool masked);
    void focusFirstAction();

Q_SIGNALS:
    //! Into the form, under that profile if there still is one of that id.
    void duplicateRequested(const desk::ConnectDetails &details, const QString &profileId);
    void reconnectRequested(const QString &profileId, const QString &integrationId);
    void integrationRequested(const QString &profileId, const QString &integrationId);
    //! label says what is in the clipboard now.
    void copied(const QString &label);
    //! For the window's status line.
    void noted(const QString &text);
    void backRequested();

private:
    QWidget *makeContent();
    QWidget *makeHead(QWidget *parent);
    QWidget *makeActions(QWidget *parent);
    void render();
    void renderState();
    void renderHead(const Attempt &attempt);
    void renderActions(const Attempt &attempt);
    void takeStateAction();
    void takeNextStep();
    void duplicate();
    void copySummary();
    void deleteAttempt();
    bool isInBin() const;
    static bool hasIntegration(const Attempt &attempt);

    History &m_history;
    bool m_isMasked = false;
    StatePanel *m_state;
    QWidget *m_content = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_outcome = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_nextStep = nullptr;
    AttemptValues *m_values = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_reconnect = nullptr;
    QPushButton *m_openIntegration = nullptr;
    QPushButton *m_copySummary = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_back = nullptr;
    NotesEdit *m_notes = nullptr;
    AttemptRecordView *m_record = nullptr;
};

} // namespace desk
