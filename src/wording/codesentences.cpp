// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "codesentences.h"

#include "errorwording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ErrorWording)
};

struct Row {
    QLatin1StringView code;
    const char *headline; // source texts in the context desk::ErrorWording
    const char *advice;
};

#define WORDS(text) QT_TRANSLATE_NOOP("desk::ErrorWording", text)

// Codes with sentences of their own. Those that say the same as a kind of error are below.
constexpr std::array<Row, 15> table{{
    {"PLATFORM.TASK_TIMED_OUT"_L1, WORDS("Kombo took too long"),
        WORDS("Whether it was done is not certain. Look before you repeat it.")},
    {"INTEGRATION.PERMISSION_MISSING"_L1, WORDS("The client's account in the tool may not do this"),
        WORDS("Have the client grant the missing permission, then send a reconnection link.")},
    {"INTEGRATION.AUTHENTICATION_INVALID"_L1,
        WORDS("The tool no longer accepts the client's credentials"),
        WORDS("Send the client a reconnection link.")},
    {"INTEGRATION.QA_FAILED"_L1, WORDS("Kombo's check of the integration has failed"),
        WORDS("Ask Kombo's support, and give them the log link.")},
    {"INTEGRATION.SETUP_INCOMPLETE"_L1, WORDS("The setup of the integration is not finished"),
        WORDS("Send the client a setup link.")},
    {"INTEGRATION.SETUP_SYNC_PENDING"_L1, WORDS("The first sync is still running"),
        WORDS("It can take hours with much data. Try again later.")},
    {"INTEGRATION.INACTIVE"_L1, WORDS("The integration is switched off"),
        WORDS("Switch it on, then try again.")},
    {"INTEGRATION.MODEL_NOT_AVAILABLE"_L1, WORDS("The tool does not offer this data"),
        WORDS("Look at what the integration can read; nothing needs to be repeated.")},
    {"INTEGRATION.MODEL_DISABLED"_L1, WORDS("This data is switched off for the integration"),
        WORDS("Choose a scope config that includes it, and send a reconnection link with it.")},
    {"INTEGRATION.ACTION_NOT_AVAILABLE"_L1, WORDS("The tool does not offer this action"),
        WORDS("Look at what the integration can write; nothing needs to be repeated.")},
    {"INTEGRATION.ACTION_DISABLED"_L1, WORDS("This action is switched off for the integration"),
        WORDS("Choose a scope config that includes it, and send a reconnection link with it.")},
    {"REMOTE.SERVICE_UNAVAILABLE"_L1, WORDS("The client's tool cannot be reached"),
        WORDS("Kombo works, the tool does not. Try again in some minutes.")},
    {"REMOTE.RATE_LIMIT_EXCEEDED"_L1, WORDS("The client's tool asks to slow down"),
        WORDS("Wait some minutes and try again.")},
    {"REMOTE.INPUT_INVALID"_L1, WORDS("The client's tool refused a value"),
        WORDS("Correct what it names and try again.")},
    {"REMOTE.UNKNOWN_HTTP_ERROR"_L1, WORDS("The client's tool answered with an error"),
        WORDS("Try again later; if it stays, ask Kombo's support and give them the log link.")},
}};

#undef WORDS

} // namespace

ErrorSentences sentencesForKey()
{
    return {Words::tr("Kombo did not accept the API key"),
        Words::tr(
            "It may be revoked, or belong to another environment or region. Check the key and "
            "the base URL.")};
}

ErrorSentences sentencesForNetwork()
{
    return {Words::tr("This network may not use the API key"),
        Words::tr("The key is limited to certain addresses. Use the company network or VPN, or ask "
                  "whoever manages Kombo.")};
}

ErrorSentences sentencesForNotFound()
{
    return {Words::tr("Kombo does not know this"),
        Words::tr("It was deleted, belongs to another environment, or the activation token has run "
                  "out. Check that key and environment are the right ones.")};
}

ErrorSentences sentencesForRateLimit(const ApiError &error)
{
    if (!error.retryAfter) {
        return {Words::tr("Kombo asks us to slow down"),
            Words::tr("Too many requests were sent in a short time. Wait a minute and try again.")};
    }
    return {Words::tr("Kombo asks us to slow down"),
        //: %1 is a duration such as "30 seconds"
        Words::tr("Too many requests were sent in a short time. Try again in %1.")
            .arg(ErrorWording::duration(*error.retryAfter))};
}

ErrorSentences sentencesForRejected()
{
    return {
        Words::tr("Kombo refused the request"), Words::tr("Correct what it names and try again.")};
}

ErrorSentences sentencesForServer()
{
    return {Words::tr("Something failed at Kombo"),
        Words::tr("This is not caused by what you entered. Try again in a moment.")};
}

std::optional<ErrorSentences> sentencesForCode(const ApiError &error)
{
    const QString &code = error.code;
    if (code == "PLATFORM.AUTHENTICATION_INVALID"_L1)
        return sentencesForKey();
    if (code == "PLATFORM.IP_NOT_WHITELISTED"_L1)
        return sentencesForNetwork();
    if (code == "PLATFORM.INPUT_INVALID"_L1)
        return sentencesForRejected();
    if (code == "PLATFORM.INTEGRATION_NOT_FOUND"_L1)
        return sentencesForNotFound();
    if (code == "PLATFORM.RATE_LIMIT_EXCEEDED"_L1
        || code == "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"_L1)
        return sentencesForRateLimit(error);
    if (code == "PLATFORM.UNKNOWN_ERROR"_L1)
        return sentencesForServer();
    const auto row = std::find_if(
        table.begin(), table.end(), [&code](const Row &each) { return each.code == code; });
    if (row == table.end())
        return std::nullopt;
    return ErrorSentences{Words::tr(row->headline), Words::tr(row->advice)};
}

} // namespace desk
