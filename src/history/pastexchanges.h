// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace desk {

/*!
 * Reads what export/har has written back into exchanges, or tells field and reason of what is
 * wrong. What a HAR does not hold, such as whether an answer was whole, is taken from our own
 * fields in it. Not more than an ExchangeLog holds.
 */
Result<QList<Exchange>, QString> exchangesFromHar(const QByteArray &har);

} // namespace desk
