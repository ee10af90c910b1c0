// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/result.h"
#include "practicewords.h"

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace desk {

// The requests of the API, read as strictly as the contract: what is unknown, missing, mistyped,
// empty or not in an enum is refused. The error is the message of PLATFORM.INPUT_INVALID and names
// the property; where several are wrong, one of them.

/*!
 * The body of create-link (CreateLinkRequest). What does not fit together is refused as well, as
 * kombo-api.md 5.2 guesses that the server does.
 */
Result<ConnectDetails, QString> readCreateLinkRequest(const QByteArray &body);

struct RelinkRequest {
    FlowLanguage language = FlowLanguage::English;
    std::optional<QString> scopeConfigId;
    LinkType linkType = LinkType::Embedded;
};
Result<RelinkRequest, QString> readRelinkRequest(const QByteArray &body);

struct SetupLinkRequest {
    FlowLanguage language = FlowLanguage::English;
    LinkType linkType = LinkType::Embedded;
};
Result<SetupLinkRequest, QString> readSetupLinkRequest(const QByteArray &body);

//! The value of SetEnabledRequest.
Result<bool, QString> readSetEnabledRequest(const QByteArray &body);

//! The type of ForceSyncRequest.
Result<PracticeSyncType, QString> readForceSyncRequest(const QByteArray &body);

//! enable_passthrough of UpdateIntegrationFieldRequest; null has no value.
Result<std::optional<bool>, QString> readUpdateFieldRequest(const QByteArray &body);

//! integration_field_id of UpdateCustomFieldRequest; null has no value.
Result<std::optional<QString>, QString> readUpdateCustomFieldRequest(const QByteArray &body);

//! The complaint about a body that should be {} or nothing; empty if there is none.
QString emptyBodyComplaint(const QByteArray &body);

struct PageRequest {
    std::optional<QString> cursor;
    int size = 100;
};
//! cursor and page_size, which is at least 1 and at most the maximum.
Result<PageRequest, QString> readPageRequest(const QUrlQuery &query, int maximumSize);

} // namespace desk
