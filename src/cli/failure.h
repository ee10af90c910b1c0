// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exitcode.h"

#include "api/apierror.h"
#include "core/connectlink.h"
#include "ledger/ledgererror.h"
#include "session/flowdriver.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace desk {

/*!
 * Why a verb did not do what it was asked for, as it is told: one sentence for a person, facts for
 * a script. kind is a word of the interface; the texts may be foreign.
 */
struct Failure {
    ExitCode exitCode = ExitCode::Other;
    QString kind;
    QString sentence;
    int httpStatus = 0; //!< 0: there was no answer
    QString code;
    QString title;
    QString message;
    QUrl logUrl;
};

//! A failure about which there is nothing to tell but a sentence.
Failure plainFailure(ExitCode exitCode, const QString &kind, const QString &sentence);
Failure failureFrom(const ApiError &error);
Failure failureFrom(const LinkError &error);
Failure failureFrom(const FlowFailure &failure);
Failure failureFrom(const LedgerError &error);

//! One line, {"error":{...}}, as the design's section 5 has it; what is not known is null.
QByteArray errorJson(const Failure &failure);

} // namespace desk
