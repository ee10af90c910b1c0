// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationwording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk::IntegrationWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::IntegrationWording)
};

} // namespace

QString status(const QString &status)
{
    if (status == "ACTIVE"_L1)
        return Words::tr("Active");
    if (status == "INVALID"_L1)
        return Words::tr("Invalid: the credentials no longer work");
    if (status == "INACTIVE"_L1)
        return Words::tr("Inactive: switched off");
    return status;
}

} // namespace desk::IntegrationWording
