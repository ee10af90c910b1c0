// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledgerquery.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * Asks whose data is to be erased, and says how much that is before it is: it asks for a count
 * whenever the person changes, and cannot be accepted without one. Nothing brings the data back.
 */
class ForgetClientDialog final : public QDialog {
    Q_OBJECT

public:
    //! What is known of the client is filled in and can be changed.
    explicit ForgetClientDialog(
        const PersonToForget &person, bool isMasked, QWidget *parent = nullptr);

    PersonToForget person() const;
    //! The answer to countRequested.
    void setCount(const Forgotten &found);
    //! It could not be counted, and why.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void countRequested(const desk::PersonToForget &person);

private:
    QLineEdit *makeField(
        const QString &name, const QString &label, const QString &value, QFormLayout &to);
    void noteTyping();
    void askForCount();

    QLineEdit *m_organization;
    QLineEdit *m_email;
    QLineEdit *m_originId;
    QLabel *m_found;
    QPushButton *m_forget;
    QTimer m_typing;
};

} // namespace desk
