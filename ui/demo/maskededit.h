// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/demo/masked.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace desk {

/*!
 * Lets one line of text be typed that an audience must not read: while it is on, everything but a
 * harmless value shows as dots, for screen readers too. The keys for copying still copy what stands
 * there. The edit must outlive it.
 */
class MaskedEdit final : public QObject {
    Q_OBJECT

public:
    MaskedEdit(Masked::Kind kind, QLineEdit *edit, QObject *parent);

    void setOn(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    bool isHidden() const;

    Masked::Kind m_kind;
    QLineEdit *m_edit;
    bool m_isOn = false;
};

} // namespace desk
