// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keycheck.h"

#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

Repetition briefRepetition()
{
    Repetition repetition;
    repetition.policy.attempts = 2;
    repetition.policy.longestAsked = 10s;
    return repetition;
}

} // namespace

KeyCheck::KeyCheck(QObject *parent)
    : KeyCheck(KomboClient::Deadlines(), briefRepetition(), parent)
{
}

KeyCheck::KeyCheck(KomboClient::Deadlines deadlines, Repetition repetition, QObject *parent)
    : QObject(parent)
    , m_deadlines(deadlines)
    , m_repetition(std::move(repetition))
{
}

KeyCheck::~KeyCheck() = default;

void KeyCheck::start(const ApiAccess &access)
{
    release();
    m_client = new KomboClient(access, m_deadlines, m_repetition, this);
    ApiCall<EnvironmentInfo> *call = m_client->checkApiKey();
    connect(call, &ApiCallBase::succeeded, this, [this, call] {
        const EnvironmentInfo environment = call->value();
        release();
        Q_EMIT accepted(environment);
    });
    connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
        release();
        Q_EMIT refused(error);
    });
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { Q_EMIT waiting(delay); });
}

void KeyCheck::cancel()
{
    release();
}

void KeyCheck::release()
{
    if (KomboClient *client = std::exchange(m_client, nullptr)) {
        client->cancelAll();
        client->deleteLater();
    }
}

} // namespace desk
