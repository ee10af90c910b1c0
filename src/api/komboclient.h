// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apicall.h"
#include "createdlink.h"
#include "retrypolicy.h"

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/integration.h"
#include "core/secret.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace desk {

class RequestSender;

/*!
 * The Kombo API of one environment. Each endpoint has the name of Kombo's documentation and its own
 * file; all of them go through one RequestSender. Made for one thread. Destroying the client drops
 * what is under way without a signal, and deletes its calls.
 */
class KomboClient : public QObject {
    Q_OBJECT

public:
    //! For one attempt each; waiting for the next one is not counted and bounded by the retry
    //! policy.
    struct Deadlines {
        std::chrono::milliseconds link{30'000}; //!< calls that make a link
        std::chrono::milliseconds rest{15'000};
    };

    /*!
     * The base URL must be https, or http on loopback, and the key a sane token
     * (core/tokencheck.h): it travels in a header, where a line break would begin another one.
     */
    explicit KomboClient(ApiAccess access, QObject *parent = nullptr);
    KomboClient(ApiAccess access, Deadlines deadlines, QObject *parent = nullptr);
    KomboClient(
        ApiAccess access, Deadlines deadlines, Repetition repetition, QObject *parent = nullptr);
    ~KomboClient() override;

    const ApiAccess &access() const;

    //! POST /connect/create-link (kombo-api.md 5.2); the details must have passed checkDetails().
    ApiCall<CreatedLink> *createConnectionLink(const ConnectDetails &details);
    //! GET /connect/integration-by-token/{token} (kombo-api.md 5.3); the token must not be empty.
    ApiCall<ResolvedIntegration> *getIntegrationByToken(const Secret &token);

private:
    std::unique_ptr<RequestSender> m_sender;
    Deadlines m_deadlines;
    Repetition m_repetition;
};

} // namespace desk
