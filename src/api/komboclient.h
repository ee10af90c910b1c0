// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apicall.h"
#include "createdlink.h"
#include "retrypolicy.h"

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/integration.h"
#include "core/integrationdetails.h"
#include "core/integrationfield.h"
#include "core/linkoptions.h"
#include "core/secret.h"
#include "core/tool.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace desk {

class ExchangeLog;
class RequestQueue;
class RequestSender;
struct ApiRequest;
struct RequestContext;

/*!
 * The Kombo API of one environment. Each endpoint has the name of Kombo's documentation and a type
 * of its own; all of them go through one queue, which a rate limit holds back as a whole, and one
 * RequestSender. Made for one thread. Destroying the client drops what is under way without a
 * signal, and deletes its calls.
 *
 * Ids of integrations and fields must be sane tokens (core/tokencheck.h).
 */
class KomboClient : public QObject {
    Q_OBJECT

public:
    //! For one attempt each; waiting for the next one is not counted and bounded by the retry
    //! policy.
    struct Deadlines {
        std::chrono::milliseconds link{30'000}; //!< calls that make a link or start a sync
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

    //! Where exchanges are recorded from now on; null: nowhere. The log may go first.
    void recordIn(ExchangeLog *log);

    //! Cancels every call that is under way.
    void cancelAll();

    //! GET /check-api-key (kombo-api.md 5.1)
    ApiCall<EnvironmentInfo> *checkApiKey();
    //! POST /connect/create-link (kombo-api.md 5.2); the details must have passed checkDetails().
    ApiCall<CreatedLink> *createConnectionLink(const ConnectDetails &details);
    //! GET /connect/integration-by-token/{token} (kombo-api.md 5.3); the token must not be empty.
    ApiCall<ResolvedIntegration> *getIntegrationByToken(const Secret &token);
    //! GET /tools/{category} (kombo-api.md 5.4)
    ApiCall<ToolList> *getTools(Category category);
    //! GET /integrations/{integration_id} (kombo-api.md 5.5)
    ApiCall<IntegrationDetails> *getIntegrationDetails(const QString &integrationId);
    //! DELETE /integrations/{integration_id} (kombo-api.md 5.6); final, see DeletionCall.
    ApiCall<Done> *deleteIntegration(const QString &integrationId);
    //! PUT /integrations/{integration_id}/enabled (kombo-api.md 5.7)
    ApiCall<Done> *setIntegrationEnabled(const QString &integrationId, bool enabled);
    //! POST /integrations/{integration_id}/relink (kombo-api.md 5.8)
    ApiCall<CreatedLink> *createReconnectionLink(
        const QString &integrationId, const ReconnectionOptions &options);
    //! POST /integrations/{integration_id}/setup-link (kombo-api.md 5.9)
    ApiCall<CreatedLink> *createSetupLink(
        const QString &integrationId, const SetupOptions &options);
    //! POST /force-sync (kombo-api.md 5.10)
    ApiCall<StartedSync> *triggerSync(const QString &integrationId, SyncType type);
    //! GET /integrations/{integration_id}/integration-fields (kombo-api.md 5.11), all pages
    PagedCall<IntegrationField> *getIntegrationFields(const QString &integrationId);
    //! PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}
    ApiCall<IntegrationField> *updateIntegrationField(const QString &integrationId,
        const QString &fieldId, std::optional<bool> enablePassthrough);
    //! GET /integrations/{integration_id}/custom-fields (kombo-api.md 5.11), all pages
    PagedCall<CustomField> *getCustomFields(const QString &integrationId);
    //! PUT /integrations/{integration_id}/custom-fields/{custom_field_id}; absent: unmaps it
    ApiCall<CustomField> *updateCustomFieldMapping(const QString &integrationId,
        const QString &customFieldId, const std::optional<QString> &integrationFieldId);

private:
    RequestContext context() const;
    template <typename T, typename Parser>
    ApiCall<T> *run(std::chrono::milliseconds deadline, ApiRequest request, Parser parser);
    template <typename T, typename Endpoint> PagedCall<T> *walk(const QString &integrationId);

    std::unique_ptr<RequestSender> m_sender;
    std::unique_ptr<RequestQueue> m_queue;
    QPointer<ExchangeLog> m_log;
    Deadlines m_deadlines;
    Repetition m_repetition;
};

} // namespace desk
