// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sessionstage.h"

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

ConnectSession::Options optionsWith(ElapsedSource elapsed)
{
    ConnectSession::Options options;
    options.elapsed = std::move(elapsed);
    return options;
}

} // namespace

SessionStage::SessionStage(const LinkOrder &order)
    : client({ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}})
    , session(client, &driver, order, optionsWith([this] { return now; }))
{
    server.setHandler([this](const Request &request) {
        return request.method == "POST" ? linkAnswer : integrationAnswer;
    });
    connect(&session, &ConnectSession::stateChanged, this,
        [this](ConnectSession::State state) { m_states.append(nameOf(state)); });
    connect(&session, &ConnectSession::ended, this, [this](ConnectSession::Outcome outcome) {
        m_states.append(u"ended "_s + nameOf(outcome));
    });
    connect(&session, &ConnectSession::happened, this, [this](const SessionEvent &event) {
        m_events.append((nameOf(event.kind) + u' ' + event.text).trimmed());
    });
}

void SessionStage::startAndOpen()
{
    session.start();
    QTRY_COMPARE(session.state(), ConnectSession::State::Loading);
    driver.load();
    QCOMPARE(session.state(), ConnectSession::State::Open);
}

} // namespace desk::test
