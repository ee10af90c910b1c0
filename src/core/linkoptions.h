// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"

#include <QString>

#include <optional>

namespace desk {

//! What a link that renews the credentials of an integration is made with (kombo-api.md 5.8).
struct ReconnectionOptions {
    FlowLanguage language = FlowLanguage::English;
    //! Takes effect when the flow is finished; absent: the integration keeps its own.
    std::optional<QString> scopeConfigId;
    LinkType linkType = LinkType::Embedded;
};

//! What a link into the setup flow of an integration is made with (kombo-api.md 5.9).
struct SetupOptions {
    FlowLanguage language = FlowLanguage::English;
    LinkType linkType = LinkType::Embedded;
};

} // namespace desk
