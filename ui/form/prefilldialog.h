// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/prefilladdress.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace desk {

/*!
 * Shows what an address from another program would fill in, what that replaces, and what of it is
 * refused, before anything happens. The safe answer has the focus, for anybody can make an address.
 */
class PrefillDialog final : public QDialog {
    Q_OBJECT

public:
    //! form is what stands in the form now.
    PrefillDialog(const PrefillAddress &address, const ConnectDetails &form, QWidget *parent);

Q_SIGNALS:
    void filled(const desk::Prefill &prefill);

private:
    bool isFilling() const { return !m_address.prefill.isEmpty(); }
    QWidget *scrolled(QWidget *content);
    void addChanges(QVBoxLayout *into, const ConnectDetails &form);
    void addWarnings(QVBoxLayout *into, const ConnectDetails &form);
    void addButtons(QVBoxLayout *into);

    PrefillAddress m_address;
};

} // namespace desk
