// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/komboclient.h"
#include "fakeflow/fakeflowdriver.h"
#include "session/connectsession.h"
#include "support/scriptedserver.h"

#include <QMetaEnum>
#include <QStringList>
#include <QTest>

namespace desk::test {

template <typename Enum> QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

inline ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = QStringLiteral("jo@northwind.example");
    details.organization = QStringLiteral("Northwind Ltd");
    return details;
}

/*!
 * A server, a client, a flow and a session that writes down what happens to it. The link's host is
 * this machine; time for the life of the link passes by hand.
 */
class SessionStage : public QObject {
    Q_OBJECT

public:
    static constexpr auto linkJson =
        R"({"status":"success","data":{"link":"http://localhost:9/flow?token=abc"}})";
    static constexpr auto integration = R"({"status":"success","data":{"tool":"hibob",
        "id":"hibob:1","end_user_origin_id":null,"end_user_organization_name":"Northwind Ltd",
        "end_user_email":"jo@northwind.example","setup_status":"COMPLETED"}})";
    static constexpr auto refusal = R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
        "title":"No","message":"no","log_url":null}})";

    explicit SessionStage(const LinkOrder &order = northwind());

    void startAndOpen();
    //! "LinkCreated localhost", one for each SessionEvent, in their order.
    QStringList events() const { return m_events; }
    //! State by name, then "ended Connected".
    QStringList states() const { return m_states; }

    ScriptedServer server;
    Response linkAnswer = Response::json(linkJson);
    Response integrationAnswer = Response::json(integration);
    KomboClient client;
    FakeFlowDriver driver;
    std::chrono::milliseconds now{0};
    ConnectSession session;

private:
    QStringList m_events;
    QStringList m_states;
};

} // namespace desk::test
