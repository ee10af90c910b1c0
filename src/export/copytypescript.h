// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "repeatablerequest.h"

#include <QString>

/*!
 * TypeScript as a module for Node: a call of the official SDK, or fetch() for what the SDK cannot
 * send. Without type annotations, so it is JavaScript as well. The SDK refuses tools that are newer
 * than itself.
 */
namespace desk::CopyTypeScript {

QString text(const RepeatableRequest &request, const QString &endpoint);

} // namespace desk::CopyTypeScript
