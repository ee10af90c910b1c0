// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apicall.h"

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/integration.h"
#include "core/secret.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace desk {

class RequestSender;

//! What create-link answers: the link as it came, not yet checked (ConnectLink::check does that).
struct CreatedLink {
    Secret link;
};

/*!
 * The Kombo API of one environment. Each endpoint has the name of Kombo's documentation and its own
 * file; all of them go through one RequestSender. Made for one thread.
 */
class KomboClient : public QObject {
    Q_OBJECT

public:
    struct Deadlines {
        std::chrono::milliseconds link{30'000}; //!< calls that make a link
        std::chrono::milliseconds rest{15'000};
    };

    explicit KomboClient(ApiAccess access, QObject *parent = nullptr);
    KomboClient(ApiAccess access, Deadlines deadlines, QObject *parent = nullptr);
    ~KomboClient() override;

    const ApiAccess &access() const;

    //! POST /connect/create-link (kombo-api.md 5.2).
    ApiCall<CreatedLink> *createConnectionLink(const ConnectDetails &details);
    //! GET /connect/integration-by-token/{token} (kombo-api.md 5.3); the token must not be empty.
    ApiCall<ResolvedIntegration> *getIntegrationByToken(const Secret &token);

private:
    std::unique_ptr<RequestSender> m_sender;
    Deadlines m_deadlines;
};

} // namespace desk
