// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace desk {

class CheckedField;
class MaskedEdit;

namespace Ui {
class AdvancedFields;
}

/*!
 * The four fields that the usual link does without. A field that another one locks says why, and
 * keeps what was typed in it.
 */
class AdvancedFields final : public QWidget {
    Q_OBJECT

public:
    explicit AdvancedFields(QWidget *parent = nullptr);
    ~AdvancedFields() override;

    //! Puts what stands here into the details, locked or not.
    void writeTo(ConnectDetails &details) const;
    void setValues(const ConnectDetails &details);
    //! Locks and unlocks by what the other fields hold.
    void follow(const ConnectDetails &details);

    //! The lines of text, in the order of the form.
    const QList<CheckedField *> &texts() const { return m_texts; }
    //! Ids show as dots.
    void setMasked(bool masked);

Q_SIGNALS:
    void edited();

private:
    void setUpTexts();

    std::unique_ptr<Ui::AdvancedFields> m_ui;
    CheckedField *m_scopeConfig;
    CheckedField *m_remoteEnvironment;
    QList<CheckedField *> m_texts;
    MaskedEdit *m_scopeConfigMask;
};

} // namespace desk
