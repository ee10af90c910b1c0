// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/prefilladdress.h"

#include <QList>
#include <QString>

//! What is said about a connect-desk: address.
namespace desk::PrefillWording {

//! Why the address as a whole fills nothing.
QString sentence(PrefillProblem problem);
QString sentence(const PrefillRefusal &refusal);

//! One field that an address fills in.
struct Change {
    DetailsField field = DetailsField::Email;
    QString label;
    QString before; //!< what it replaces; empty if the field is empty
    QString after;

    bool replaces() const { return !before.isEmpty() && before != after; }
};

//! In the order of the form. form is what stands there.
QList<Change> changes(const Prefill &prefill, const ConnectDetails &form);
//! A warning that the form keeps something of another client; empty if it does not.
QString keptSentence(const Prefill &prefill, const ConnectDetails &form);

} // namespace desk::PrefillWording
