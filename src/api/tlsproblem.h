// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QSslError>

namespace desk {

//! Why a server could not prove who it is; the one that helps most, where several are true.
struct Tls {
    Q_GADGET
public:
    enum class Problem {
        Other,
        UnknownIssuer, //!< whoever signed the certificate is not trusted here; itself, perhaps
        WrongHost, //!< the certificate is for another name
        Expired,
        NotYetValid,
        Revoked,
    };
    Q_ENUM(Problem)
};
using TlsProblem = Tls::Problem;

TlsProblem tlsProblemOf(const QList<QSslError> &errors);

} // namespace desk
