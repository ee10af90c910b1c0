// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/pastedialog.h"

namespace desk {

//! Asks for the ID of an integration.
class OpenIntegrationDialog final : public PasteDialog {
    Q_OBJECT

public:
    explicit OpenIntegrationDialog(QWidget *parent = nullptr);

    //! Why this cannot be the ID of an integration; empty: it may be one.
    static QString problemOf(const QString &id);

Q_SIGNALS:
    //! A sane token (core/tokencheck.h); the dialog closes behind it.
    void integrationChosen(const QString &integrationId);
};

} // namespace desk
