// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledgerquery.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QFormLayout;
QT_END_NAMESPACE

namespace desk {

class NamedComboBox;

//! Where the history lies, and how long it is kept.
class RetentionDialog final : public QDialog {
    Q_OBJECT

public:
    RetentionDialog(const Retention &retention, const QString &folder, QWidget *parent = nullptr);

    //! As it is chosen now.
    Retention retention() const;

private:
    NamedComboBox *makeChoice(
        const QString &name, const QString &label, std::optional<int> days, QFormLayout &to);

    NamedComboBox *m_attempts;
    NamedComboBox *m_integrations;
};

} // namespace desk
