// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integrationdetails.h"
#include "core/mismatch.h"
#include "ledger/attempt.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace desk {

class ApiCallBase;
class KomboClient;

//! What the API tells about an integration that is said to have come of an attempt.
struct ClaimFinding {
    //! What speaks against it besides the client's values.
    enum class Doubt {
        OlderThanLink, //!< it was there before the link was made
        OtherTool,
        OtherCategory,
    };

    IntegrationDetails details;
    QList<Mismatch> mismatches;
    QList<Doubt> doubts;

    bool fits() const { return mismatches.isEmpty() && doubts.isEmpty(); }
};

/*!
 * Compares organization, email, origin ID, tool, category and time for a connection; for a link
 * that was made for an integration, that it is the same.
 */
ClaimFinding compareClaim(const Attempt &attempt, const IntegrationDetails &details);

/*!
 * The question whether an integration that a client named came of a magic link: reads it from the
 * API and compares. Writes nothing. One question at a time; asking again drops the one before.
 * Lives in the thread of its client; slots may destroy it.
 */
class LinkClaim final : public QObject {
    Q_OBJECT

public:
    LinkClaim(std::shared_ptr<KomboClient> client, Attempt attempt, QObject *parent = nullptr);
    ~LinkClaim() override;

    const Attempt &attempt() const { return m_attempt; }
    bool isBusy() const;
    //! The id must be a sane token (core/tokencheck.h).
    void check(const QString &integrationId);
    void cancel();

Q_SIGNALS:
    void checked(const desk::ClaimFinding &finding);
    void failed(const desk::ApiError &error);
    //! A rate limit holds the question back for so long; zero once it is on its way.
    void waiting(std::chrono::milliseconds remaining);

private:
    void take(const QString &integrationId, const IntegrationDetails &details);

    std::shared_ptr<KomboClient> m_client;
    Attempt m_attempt;
    QPointer<ApiCallBase> m_call;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::ClaimFinding)
