// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"
#include "knownintegration.h"

#include <QSqlQuery>
#include <QVariant>

namespace desk {

//! Times in the file are milliseconds since 1970, UTC; NULL stands for an invalid one.
QVariant toColumn(const QDateTime &time);
QDateTime timeFromColumn(const QVariant &column);
QVariant toColumn(const QUuid &id);
QUuid idFromColumn(const QVariant &column);

//! "SELECT … FROM attempts a JOIN profiles p …", for attemptFrom(); conditions are to follow.
QString selectAttempts();
Attempt attemptFrom(const QSqlQuery &query);

//! "SELECT … FROM integrations", for integrationFrom().
QString selectIntegrations();
KnownIntegration integrationFrom(const QSqlQuery &query);

} // namespace desk
