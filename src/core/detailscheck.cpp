// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailscheck.h"

#include "detailsrules.h"
#include "inputtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = DetailsField;
using Problem = DetailsProblem;

class Checker {
public:
    void add(Field field, Problem problem) { m_errors.append({field, problem}); }

    //! True if the text may be looked at more closely.
    bool isOrderly(Field field, const QString &text, qsizetype limit)
    {
        if (text.size() > limit) {
            add(field, Problem::TooLong);
            return false;
        }
        if (hasControlCharacters(text)) {
            add(field, Problem::ControlCharacters);
            return false;
        }
        return true;
    }

    void checkRequired(Field field, const QString &text, qsizetype limit)
    {
        if (text.isEmpty())
            add(field, Problem::Missing);
        else
            isOrderly(field, text, limit);
    }

    void checkOptional(Field field, const std::optional<QString> &text, qsizetype limit)
    {
        if (text)
            isOrderly(field, *text, limit);
    }

    void checkLock(Field field, const ConnectDetails &details)
    {
        if (const std::optional<Problem> lock = lockOf(field, details))
            add(field, *lock);
    }

    QList<DetailsError> errors() const { return m_errors; }

private:
    QList<DetailsError> m_errors;
};

bool isToolId(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar character) {
        const char16_t code = character.unicode();
        return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
            || (code >= u'0' && code <= u'9') || code == u'_' || code == u'-' || code == u'.';
    });
}

bool isAddressCharacter(QChar character)
{
    return !character.isSpace() && character.category() != QChar::Other_Control
        && character.category() != QChar::Other_Format;
}

} // namespace

bool looksLikeEmail(const QString &text)
{
    if (!std::all_of(text.cbegin(), text.cend(), isAddressCharacter))
        return false;
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || at > 64 || text.indexOf(u'@', at + 1) != -1)
        return false;
    const QString domain = text.sliced(at + 1);
    const bool hasDot = domain.contains(u'.');
    const bool isWhole = !domain.startsWith(u'.') && !domain.endsWith(u'.')
        && !domain.contains(".."_L1) && !domain.startsWith(u'-');
    const bool hasForbidden = text.contains(u',') || text.contains(u';') || text.contains(u'<')
        || text.contains(u'>') || text.contains(u'(') || text.contains(u')');
    return hasDot && isWhole && !hasForbidden;
}

QList<DetailsError> checkDetails(const ConnectDetails &details, OriginIdPolicy originIds)
{
    Checker checker;
    if (details.email.isEmpty()) {
        checker.add(Field::Email, Problem::Missing);
    } else if (checker.isOrderly(Field::Email, details.email, DetailsLimit::email)
        && !looksLikeEmail(details.email)) {
        checker.add(Field::Email, Problem::NotAnEmail);
    }
    checker.checkRequired(Field::Organization, details.organization, DetailsLimit::organization);
    if (!details.originId && originIds == OriginIdPolicy::Required)
        checker.add(Field::OriginId, Problem::Missing);
    checker.checkOptional(Field::OriginId, details.originId, DetailsLimit::id);
    if (details.tool && checker.isOrderly(Field::Tool, *details.tool, DetailsLimit::toolId)
        && !isToolId(*details.tool)) {
        checker.add(Field::Tool, Problem::NotAToolId);
    }
    checker.checkOptional(Field::RemoteEnvironment, details.remoteEnvironment, DetailsLimit::id);
    if (details.remoteEnvironment)
        checker.checkLock(Field::RemoteEnvironment, details);
    checker.checkOptional(Field::ScopeConfigId, details.scopeConfigId, DetailsLimit::id);
    if (details.filtering)
        checker.checkLock(Field::Filtering, details);
    return checker.errors();
}

std::optional<DetailsProblem> problemOf(DetailsField field, const QList<DetailsError> &errors)
{
    for (const DetailsError &error : errors) {
        if (error.field == field)
            return error.problem;
    }
    return std::nullopt;
}

} // namespace desk
