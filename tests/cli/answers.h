// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scriptedserver.h"

#include <QByteArray>
#include <QString>

//! What a Kombo server says, for scripted servers.
namespace desk::test::Answers {

//! A good answer of create-link.
Response link(const QString &link);
//! A good answer of integration-by-token.
Response integration(const QString &organization, const QString &email);
//! An error in Kombo's envelope.
Response refusal(int status, const QByteArray &code, const QByteArray &message = "No");

} // namespace desk::test::Answers
