// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QString>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * The one question before an integration is deleted for good. Names profile and organization, and
 * lets nobody go on who has not typed the organization's name (or, if it has none, the id), letter
 * for letter; Return in that field does nothing. Accepted: delete it.
 */
class DeleteIntegrationDialog final : public QDialog {
    Q_OBJECT

public:
    struct Subject {
        QString integrationId;
        QString organization;
        QString environment; //!< "Production", or whatever the profile is for
        QString profile; //!< the profile's name
        bool isMasked = false; //!< the id shows as dots
    };

    explicit DeleteIntegrationDialog(const Subject &subject, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void noteTyping();

    QString m_expected;
    QLineEdit *m_edit;
    QPushButton *m_delete;
};

} // namespace desk
