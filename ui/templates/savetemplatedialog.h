// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/notice.h"

#include "core/connectdetails.h"
#include "drafts/templatestore.h"

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * Saves what the form holds as a template, without the client unless asked for. A name that is
 * taken is replaced only after a second press, on a button that says so. The store must outlive it.
 */
class SaveTemplateDialog final : public QDialog {
    Q_OBJECT

public:
    SaveTemplateDialog(TemplateStore &store, const ConnectDetails &form, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const desk::Template &saved);

private:
    ConnectDetails detailsToSave() const;
    void showSummary();
    void save();
    void replace();
    void finish(const Result<Template, TemplateError> &result);
    void showError(const TemplateError &error);
    //! Nothing takes the notice away; the dialog is as high as it needs to be.
    void tell(const std::optional<Notice::Content> &content);

    TemplateStore &m_store;
    ConnectDetails m_form;
    QLineEdit *m_name;
    QCheckBox *m_withClient;
    QLabel *m_summary;
    Notice *m_notice;
    QPushButton *m_save = nullptr;
};

} // namespace desk
