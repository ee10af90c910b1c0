// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followup/linkclaim.h"
#include "ui/parts/notice.h"

#include <QDialog>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class MaskedEdit;

/*!
 * Asks which integration came of a magic link, reads it and compares. One that fits is accepted at
 * once; one that differs is shown with all differences, and only a person can say that it is this
 * client all the same.
 */
class ClaimDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ClaimDialog(std::unique_ptr<LinkClaim> claim, QWidget *parent = nullptr);
    ~ClaimDialog() override;

    //! E-mails and ids show as dots.
    void setMasked(bool masked);

Q_SIGNALS:
    //! The dialog closes behind it.
    void settled(const QUuid &attempt, const desk::ClaimFinding &finding);

private:
    void makeFields();
    void makeButtons();
    void compare();
    void showProblem(const QString &sentence);
    void take(const ClaimFinding &finding);
    void showFailure(const ApiError &error);
    void forgetFinding();
    void setBusy(bool busy);
    void fit();

    std::unique_ptr<LinkClaim> m_claim;
    std::optional<ClaimFinding> m_finding; // that differs
    QLineEdit *m_edit;
    QLabel *m_error;
    Notice *m_notice;
    MaskedEdit *m_mask;
    QPushButton *m_compare = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace desk
