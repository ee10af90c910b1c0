// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "calllog.h"
#include "fakeledger.h"
#include "fakesecretstore.h"
#include "scriptedserver.h"

#include "api/komboclient.h"
#include "core/redactor.h"
#include "followup/followupdesk.h"
#include "followup/keptlinks.h"

#include <QTemporaryDir>

#include <memory>

namespace desk::test {

//! Everything that a FollowUpDesk talks to, and some clients who wait.
class FollowUpStage {
public:
    FollowUpStage()
        : keychain(redactor)
        , kept(keychain, folder.filePath(QStringLiteral("links")))
        , client(
              std::make_shared<KomboClient>(accessTo(server), KomboClient::Deadlines{}, quickly()))
    {
        server.setHandler([this](const Request &request) { return answerTo(request); });
    }

    std::unique_ptr<FollowUpDesk> desk(std::chrono::milliseconds grace = std::chrono::seconds(60))
    {
        FollowUpDesk::Parts parts{ledger.line(),
            [this](const FollowUpDesk::ClientTaker &taker) { taker(client); }, &kept};
        auto made = std::make_unique<FollowUpDesk>(parts, nullptr, grace);
        made->setProfile(QStringLiteral("acme"));
        return made;
    }

    static Attempt link(const QString &organization, int daysAgo, int daysLeft)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Attempt attempt;
        attempt.id = QUuid::createUuid();
        attempt.profile = {
            QStringLiteral("acme"), QStringLiteral("Acme EU"), ProfileKind::Production};
        attempt.organization = organization;
        attempt.email = QStringLiteral("jo@northwind.example");
        attempt.originId = QStringLiteral("cust-0042");
        attempt.category = QStringLiteral("HRIS");
        attempt.tool = QStringLiteral("hibob");
        attempt.request = {{QStringLiteral("language"), QStringLiteral("de")}};
        attempt.linkType = LinkType::MagicLink;
        attempt.startedAt = now.addDays(-daysAgo);
        attempt.linkCreatedAt = attempt.startedAt;
        attempt.linkExpiresAt = now.addDays(daysLeft);
        attempt.step = AttemptStep::Ended;
        attempt.outcome = AttemptOutcome::LinkCreated;
        return attempt;
    }

    static KnownIntegration integration(const QString &id, const QString &organization,
        const QString &status, const QString &setup = QStringLiteral("COMPLETED"))
    {
        KnownIntegration known;
        known.profileId = QStringLiteral("acme");
        known.id = id;
        known.tool = QStringLiteral("personio");
        known.category = QStringLiteral("HRIS");
        known.organization = organization;
        known.status = status;
        known.setupStatus = setup;
        known.firstSeenAt = QDateTime::currentDateTimeUtc().addDays(-90);
        known.lastReadAt = QDateTime::currentDateTimeUtc().addDays(-1);
        return known;
    }

    //! What the API says about an integration.
    static Response details(
        const QByteArray &id, const QByteArray &organization, const QByteArray &status = "ACTIVE")
    {
        return Response::json(R"({"status":"success","data":{"id":")" + id
            + R"(","tool":{"id":"hibob","label":"HiBob"},"category":"HRIS","status":")" + status
            + R"(","setup_status":"COMPLETED","created_at":"2099-01-01T00:00:00Z","end_user":{)"
            + R"("organization_name":")" + organization
            + R"(","creator_email":"jo@northwind.example","origin_id":"cust-0042"}}})");
    }
    static Response refusal(const QByteArray &code, int status)
    {
        return Response::json(R"({"status":"error","error":{"code":")" + code
            + R"(","title":"No","message":"no","log_url":null}})")
            .withStatus(status);
    }

    Response answerTo(const Request &request) const
    {
        const QByteArray id = request.path().mid(request.path().lastIndexOf('/') + 1);
        return answers.value(
            QByteArray::fromPercentEncoding(id), refusal("PLATFORM.INTEGRATION_NOT_FOUND", 404));
    }

    QTemporaryDir folder;
    Redactor redactor;
    FakeSecretStore keychain;
    KeptLinks kept;
    ScriptedServer server;
    QHash<QByteArray, Response> answers;
    std::shared_ptr<KomboClient> client;
    FakeLedger ledger;
};

} // namespace desk::test
