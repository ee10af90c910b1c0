// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicemessage.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace desk {

//! {"status":"success","data":…} with status 200 (kombo-api.md 5).
PracticeResponse successAnswer(const QJsonObject &data);

/*!
 * The error envelope (kombo-api.md 4.1). A null code is an error the API has not classified; the
 * title then is null too.
 */
PracticeResponse errorAnswer(
    int status, const QString &code, const QString &title, const QString &message);

// The errors of the API that the practice environment answers with by itself.
PracticeResponse inputInvalid(const QString &message);
PracticeResponse integrationNotFound(const QString &message);
PracticeResponse keyNotValid();

//! Any JSON with that status, never kept by a cache.
PracticeResponse jsonAnswer(int status, const QJsonObject &object);

//! The body is too large for anything this server is asked.
PracticeResponse tooLargeAnswer();

} // namespace desk
