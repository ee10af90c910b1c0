// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "handover/qrcode.h"

#include <QDialog>

namespace desk {

//! A link as a QR code, large enough for a phone or a shared screen. Shown only when asked for: the
//! picture is the link.
class QrDialog final : public QDialog {
    Q_OBJECT

public:
    QrDialog(const QrCode &code, const QString &organization, QWidget *parent);
};

} // namespace desk
