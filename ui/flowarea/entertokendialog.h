// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/pastedialog.h"

#include "core/secret.h"

namespace desk {

/*!
 * Asks for the activation token of a flow that finished out of sight. What is typed is not shown.
 */
class EnterTokenDialog final : public PasteDialog {
    Q_OBJECT

public:
    explicit EnterTokenDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    //! A sane token (core/tokencheck.h); the dialog closes behind it.
    void tokenEntered(const desk::Secret &token);
};

} // namespace desk
