// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

//! How an integration stands, in words that claim no more than the API says.
namespace desk::IntegrationWording {

//! What Kombo's status means; a status we do not know is shown as it came.
QString status(const QString &status);

} // namespace desk::IntegrationWording
