// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/secret.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

namespace desk {

//! What the flow behind the link is for.
enum class HandOverPurpose { Connect, Reconnect, Setup };

//! A magic link and what is to be said to the client who gets it.
struct HandOver {
    HandOverPurpose purpose = HandOverPurpose::Connect;
    Secret link; //!< the whole address: whoever has it can use it
    QString organization;
    QString email; //!< whom it is sent to
    FlowLanguage language = FlowLanguage::English;
    QString toolLabel; //!< for clients, so never the internal label; empty: chosen in the flow
    QUrl guide; //!< the tool's guide for clients, https; empty if there is none
    QDateTime expiresAt;
    bool isExpiryExact = false; //!< else reckoned from the time of creation

    friend bool operator==(const HandOver &, const HandOver &) = default;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::HandOver)
