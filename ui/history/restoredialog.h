// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

namespace desk {

//! Says what restoring a backup does before it is done; the safe answer has the focus.
class RestoreDialog final : public QDialog {
    Q_OBJECT

public:
    explicit RestoreDialog(const QString &file, QWidget *parent = nullptr);
};

} // namespace desk
