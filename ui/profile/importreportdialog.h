// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

namespace desk {

struct ProfileImportReport;

//! What an import has added, renamed and left out, and why.
class ImportReportDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ImportReportDialog(const ProfileImportReport &report, QWidget *parent = nullptr);
};

} // namespace desk
