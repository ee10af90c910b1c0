// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

/*!
 * Asks for the activation token of a flow that finished out of sight. What is typed is not shown,
 * and one that cannot be a token stays in the field with the reason below it.
 */
class EnterTokenDialog final : public QDialog {
    Q_OBJECT

public:
    explicit EnterTokenDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    //! A sane token (core/tokencheck.h); the dialog closes behind it.
    void tokenEntered(const desk::Secret &token);

private:
    void submit();
    void showProblem(const QString &sentence);

    QLineEdit *m_edit;
    QLabel *m_error;
};

} // namespace desk
