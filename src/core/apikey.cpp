// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "apikey.h"

#include "inputtext.h"
#include "tokencheck.h"

namespace desk {

Result<Secret, ApiKeyProblem> cleanedApiKey(const QString &text)
{
    constexpr QLatin1StringView prefix("Bearer ");
    QString key = cleanedInput(text);
    if (key.startsWith(prefix, Qt::CaseInsensitive))
        key = cleanedInput(key.sliced(prefix.size()));
    if (key.isEmpty())
        return Unexpected{ApiKeyProblem::Missing};
    if (key.size() > maximumTokenLength)
        return Unexpected{ApiKeyProblem::TooLong};
    if (!isSaneToken(key))
        return Unexpected{ApiKeyProblem::NotAKey};
    return Secret(key);
}

} // namespace desk
