// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

namespace desk {

//! What this is, in which version, and whose work it stands on.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    //! chromium: the version of the browser engine; empty if there is none.
    AboutDialog(const QString &chromium, QWidget *parent);
};

} // namespace desk
