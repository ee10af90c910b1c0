// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidence/evidencebundle.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class Notice;

/*!
 * Asks what goes into an evidence bundle and where it goes, and has it written
 * (evidence/evidencebundle.h). What is in it is asked for once more when it is written, so that it
 * is as the session stands then.
 */
class EvidenceDialog final : public QDialog {
    Q_OBJECT

public:
    using Provider = std::function<EvidenceInput()>;

    //! folder: where the proposed name begins. The provider must be fit to be called as long as the
    //! dialog lives.
    EvidenceDialog(Provider provider, const QString &folder, QWidget *parent = nullptr);

    EvidenceOptions options() const;
    QString target() const;
    void setTarget(const QString &target);

Q_SIGNALS:
    void written(const QString &target);

private:
    QBoxLayout *makeChoices();
    QBoxLayout *makeTarget();
    void makeButtons();
    void showContents();
    void chooseTarget();
    void write();
    void showWritten(const QString &target);
    void showProblem(const EvidenceProblem &problem);
    void openFolder() const;

    Provider m_provider;
    EvidenceInput m_preview;
    QCheckBox *m_mask;
    QCheckBox *m_maskIds;
    QCheckBox *m_pictures;
    QLabel *m_contents;
    QLineEdit *m_target;
    QPushButton *m_choose;
    QDialogButtonBox *m_buttons;
    QPushButton *m_write = nullptr;
    QPushButton *m_close = nullptr;
    Notice *m_notice;
    QString m_folder; // of what was written last
};

} // namespace desk
