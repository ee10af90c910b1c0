// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/attemptdetails.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace desk {

//! The notes of the attempt that is open: told to the ledger after a pause and when one leaves
//! them.
class NotesEdit final : public QWidget {
    Q_OBJECT

public:
    //! The details must outlive it.
    explicit NotesEdit(AttemptDetails &details, QWidget *parent = nullptr);

    //! Addresses show as dots, and nothing can be typed meanwhile.
    void setMasked(bool masked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take();
    void showState();

    AttemptDetails &m_details;
    QUuid m_shown;
    QPlainTextEdit *m_edit;
    QLabel *m_state;
    bool m_isMasked = false;
};

} // namespace desk
