// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLoggingCategory>

namespace desk {

class Redactor;

// One category for each area; QT_LOGGING_RULES="desk.api.debug=true" shows more of one.
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcPractice)
Q_DECLARE_LOGGING_CATEGORY(lcSession)
Q_DECLARE_LOGGING_CATEGORY(lcFlow)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/*!
 * Sends every log line of the process, those of Qt and of the browser engine included, through the
 * redactor to standard error. The redactor must outlive the guard; the handler in force before is
 * back once the guard is gone.
 */
class RedactedLogging {
public:
    explicit RedactedLogging(const Redactor &redactor);
    ~RedactedLogging();
    Q_DISABLE_COPY_MOVE(RedactedLogging)

private:
    QtMessageHandler m_previous;
};

} // namespace desk
