// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "logging.h"

#include "redactor.h"

#include <cstdio>

namespace desk {

Q_LOGGING_CATEGORY(lcApi, "desk.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcPractice, "desk.practice", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "desk.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcFlow, "desk.flow", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "desk.ui", QtWarningMsg)

namespace {

// Qt's message handler is a plain function, so what it uses has to be reachable from one.
const Redactor *activeRedactor = nullptr; // NOLINT(*-avoid-non-const-global-variables): as above

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = activeRedactor->redacted(qFormatLogMessage(type, context, message));
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

} // namespace

RedactedLogging::RedactedLogging(const Redactor &redactor)
{
    activeRedactor = &redactor;
    m_previous = qInstallMessageHandler(writeRedacted);
}

RedactedLogging::~RedactedLogging()
{
    qInstallMessageHandler(m_previous);
    activeRedactor = nullptr;
}

} // namespace desk
