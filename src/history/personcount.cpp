// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "personcount.h"

#include "core/organizationname.h"
#include "ledger/ledgerguard.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

namespace desk {

namespace {

//! As Ledger::forget() tells whose a row is.
class Match {
public:
    explicit Match(const PersonToForget &person)
        : m_email(ledgerguard::name(person.email).trimmed().toCaseFolded())
        , m_originId(ledgerguard::name(person.originId))
        , m_organization(foldedOrganization(ledgerguard::name(person.organization)))
    {
    }

    template <typename Row> bool operator()(const Row &row) const
    {
        return (!m_email.isEmpty() && row.email.toCaseFolded() == m_email)
            || (!m_originId.isEmpty() && row.originId == m_originId)
            || (!m_organization.isEmpty()
                && foldedOrganization(row.organization) == m_organization);
    }
    //! What has to stand in a row that may be this person's.
    QStringList texts() const
    {
        QStringList all{m_email, m_originId, m_organization};
        all.removeAll({});
        return all;
    }

private:
    QString m_email;
    QString m_originId;
    QString m_organization;
};

} // namespace

Ledger::Answer<Forgotten> countPerson(
    Ledger &ledger, const PersonToForget &person, const std::atomic<bool> &isCancelled)
{
    const Match match(person);
    QSet<QUuid> attempts; // one may answer to several texts
    const QStringList texts = match.texts();
    for (const QString &text : texts) {
        AttemptQuery query;
        query.text = text.first(std::min(text.size(), AttemptQuery::longestText));
        query.profileId = person.profileId;
        PageMark mark;
        while (!isCancelled) {
            const auto page = ledger.attempts(query, mark);
            if (!page)
                return Unexpected{page.error()};
            for (const Attempt &attempt : page->attempts) {
                if (match(attempt))
                    attempts.insert(attempt.id);
            }
            if (page->isLast || page->attempts.isEmpty())
                break;
            mark.before = page->attempts.constLast().row;
        }
    }
    const auto integrations = ledger.integrations(person.profileId);
    if (!integrations)
        return Unexpected{integrations.error()};
    Forgotten found;
    found.attempts = attempts.size();
    found.integrations = std::count_if(integrations->cbegin(), integrations->cend(), match);
    return found;
}

} // namespace desk
