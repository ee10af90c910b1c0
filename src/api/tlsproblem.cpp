// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "tlsproblem.h"

#include <algorithm>

namespace desk {

namespace {

TlsProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateRevoked:
        return TlsProblem::Revoked;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return TlsProblem::UnknownIssuer;
    default:
        return TlsProblem::Other;
    }
}

} // namespace

TlsProblem tlsProblemOf(const QList<QSslError> &errors)
{
    // The enumeration goes from what helps least to what helps most: a certificate that has expired
    // at a host with a private issuer is renewed first.
    TlsProblem worst = TlsProblem::Other;
    for (const QSslError &error : errors)
        worst = std::max(worst, problemOf(error.error()));
    return worst;
}

} // namespace desk
