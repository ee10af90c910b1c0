// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/integration.h"
#include "core/result.h"
#include "practiceclock.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! What a link stands for at the moment.
enum class PracticeLinkState { Valid, Expired, Unknown };

//! Why a step of the flow was not taken.
enum class PracticeStepError {
    LinkGone, //!< the link is unknown or has expired
    VisitGone, //!< the page is not one that was opened with this link
    OutOfOrder, //!< an earlier step is missing, or the flow is over
    UnknownTool,
    WrongCredentials,
};

//! What an end user typed; which of them counts depends on the tool.
struct PracticeCredentials {
    QString apiKey;
    QString userName;
    QString password;
};

/*!
 * Everything the practice environment remembers: links, the visits of their flow pages, and
 * activation tokens. It alone decides whether a step was really taken, so a page cannot skip one. A
 * link may be opened as often as wanted until it expires, and each finished visit makes an
 * integration of its own, for Kombo does not de-duplicate (kombo-api.md 0). Bounded: the oldest of
 * each kind go first.
 */
class PracticeState {
public:
    static constexpr qint64 embeddedLifetimeSeconds = qint64(60) * 60; // kombo-api.md 6
    static constexpr qint64 magicLifetimeSeconds = qint64(365) * 24 * 60 * 60;
    static constexpr qint64 activationLifetimeSeconds =
        qint64(10) * 60; // our choice, not published
    static constexpr qsizetype maximumEntries = 10'000;

    explicit PracticeState(PracticeClock clock);

    //! Gives the link's token.
    QString createLink(const ConnectDetails &details);
    PracticeLinkState linkState(const QString &linkToken) const;
    //! What the link was made for, expired or not; nothing if it is unknown.
    std::optional<ConnectDetails> linkDetails(const QString &linkToken) const;

    // The steps of one visit, in their order. A visit is one opened page; beginVisit gives its id
    // and is for valid links only.
    QString beginVisit(const QString &linkToken);
    std::optional<PracticeStepError> consent(
        const QString &linkToken, const QString &visitId, const QString &toolId);
    std::optional<PracticeStepError> signIn(
        const QString &linkToken, const QString &visitId, const PracticeCredentials &credentials);
    std::optional<PracticeStepError> allowOAuth(const QString &linkToken, const QString &visitId);
    //! Makes the integration and gives the activation token; asked again, the same one.
    Result<QString, PracticeStepError> finish(const QString &linkToken, const QString &visitId);
    //! The tool a visit is about to sign in to, once it has been chosen.
    std::optional<QString> chosenTool(const QString &linkToken, const QString &visitId) const;

    //! Turns an activation token into its integration, once; nothing if unknown, used or expired.
    std::optional<ResolvedIntegration> redeem(const QString &activationToken);

private:
    //! A hash that remembers the order of insertion and forgets the oldest.
    template <typename Value> class Memory {
    public:
        void insert(const QString &key, const Value &value)
        {
            while (m_order.size() >= maximumEntries)
                m_values.remove(m_order.takeFirst());
            m_order.append(key);
            m_values.insert(key, value);
        }
        void remove(const QString &key)
        {
            m_values.remove(key);
            m_order.removeOne(key);
        }
        Value *find(const QString &key)
        {
            const auto found = m_values.find(key);
            return found == m_values.end() ? nullptr : &*found;
        }
        const Value *find(const QString &key) const
        {
            const auto found = m_values.constFind(key);
            return found == m_values.cend() ? nullptr : &*found;
        }

    private:
        QHash<QString, Value> m_values;
        QStringList m_order;
    };

    enum class Step { Opened, Agreed, SignedIn, Finished };
    struct Link {
        ConnectDetails details;
        QDateTime expiresAt;
    };
    struct Visit {
        QString linkToken;
        Step step = Step::Opened;
        QString toolId;
        QString activationToken;
    };
    struct Activation {
        ResolvedIntegration integration;
        QDateTime expiresAt;
    };

    Result<Visit *, PracticeStepError> visitFor(const QString &linkToken, const QString &visitId);

    PracticeClock m_clock;
    Memory<Link> m_links;
    Memory<Visit> m_visits;
    Memory<Activation> m_activations;
};

} // namespace desk
