// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QDateTime>
#include <QString>

namespace desk {

//! What a link leads to: the connection flow, new credentials, or the open setup steps.
enum class PracticeLinkKind { Connect, Reconnect, Setup };

//! What a link stands for at the moment.
enum class PracticeLinkState { Valid, Expired, Unknown };

//! A link as the environment remembers it; the token is the key under which it does.
struct PracticeLink {
    PracticeLinkKind kind = PracticeLinkKind::Connect;
    ConnectDetails details{}; //!< of the integration's, where there is one already
    QString integrationId{}; //!< empty for Connect
    QDateTime expiresAt{};
};

} // namespace desk
