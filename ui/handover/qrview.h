// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "handover/qrcode.h"

#include <QWidget>

namespace desk {

//! Draws a QR code as large as fits, in whole pixels; dark on white in every theme, since that is
//! what scanners read.
class QrView final : public QWidget {
    Q_OBJECT

public:
    explicit QrView(const QrCode &code, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QrCode m_code;
};

} // namespace desk
