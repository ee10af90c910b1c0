// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "boundedmemory.h"
#include "practiceclock.h"
#include "practiceintegration.h"
#include "practicelink.h"

#include <QString>

#include <optional>

namespace desk {

/*!
 * Everything the practice environment remembers: links, integrations and activation tokens, under
 * the rules of kombo-api.md 6 and 7. Pointers are good until the next call that is not const.
 */
class PracticeState {
public:
    static constexpr qint64 embeddedLifetimeSeconds = qint64(60) * 60; // kombo-api.md 6
    static constexpr qint64 magicLifetimeSeconds = qint64(365) * 24 * 60 * 60;
    static constexpr qint64 activationLifetimeSeconds =
        qint64(10) * 60; // our choice, not published

    explicit PracticeState(PracticeClock clock);

    QDateTime now() const { return m_clock(); }

    enum class Lifetime { Full, Over };
    //! Gives the link's token. Over makes one that has expired already.
    QString createLink(PracticeLink link, Lifetime lifetime = Lifetime::Full);
    //! Unknown as well if its integration is gone.
    PracticeLinkState linkState(const QString &linkToken) const;
    //! The link, expired or not; null if it is unknown.
    const PracticeLink *link(const QString &linkToken) const;

    //! Gives the new integration's id. Kombo does not de-duplicate (kombo-api.md 0).
    QString createIntegration(const PracticeIntegrationFacts &facts);
    //! Null if there is none of that id (any more).
    PracticeIntegration *integration(const QString &id);
    bool deleteIntegration(const QString &id);

    //! Gives a token for that integration.
    QString createActivationToken(const QString &integrationId);
    /*!
     * Turns an activation token into its integration, once; null if it is unknown, used or expired,
     * or if the integration is gone.
     */
    const PracticeIntegration *redeem(const QString &activationToken);

    //! Forgets everything.
    void reset();

private:
    struct Activation {
        QString integrationId;
        QDateTime expiresAt;
    };

    PracticeClock m_clock;
    BoundedMemory<PracticeLink> m_links;
    BoundedMemory<PracticeIntegration> m_integrations;
    BoundedMemory<Activation> m_activations;
};

} // namespace desk
