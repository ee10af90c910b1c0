// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * Asks for the ID of an integration. Takes it as it was pasted, and says what is wrong with one
 * that cannot be an ID.
 */
class OpenIntegrationDialog final : public QDialog {
    Q_OBJECT

public:
    explicit OpenIntegrationDialog(QWidget *parent = nullptr);

    //! Why this cannot be the ID of an integration; empty: it may be one.
    static QString problemOf(const QString &id);

Q_SIGNALS:
    //! A sane token (core/tokencheck.h); the dialog closes behind it.
    void integrationChosen(const QString &integrationId);

private:
    void submit();
    void showProblem(const QString &sentence);

    QLineEdit *m_edit;
    QLabel *m_error;
    QPushButton *m_open;
};

} // namespace desk
