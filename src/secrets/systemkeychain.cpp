// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "systemkeychain.h"

#include "secretserviceinspection.h"

#include <qt6keychain/keychain.h>

namespace desk {

void SystemKeychain::start(QKeychain::Job *job)
{
    job->start();
}

KeychainInspection *SystemKeychain::inspect(
    const QString &service, const QString &key, QObject *parent)
{
    return new SecretServiceInspection(service, key, parent);
}

} // namespace desk
