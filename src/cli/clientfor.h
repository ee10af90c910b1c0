// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/komboclient.h"

#include <chrono>
#include <memory>
#include <optional>

namespace desk {

//! A client whose single attempts may take as long as the whole command may, if that is limited.
inline std::unique_ptr<KomboClient> clientFor(
    const ApiAccess &access, std::optional<std::chrono::seconds> timeout)
{
    KomboClient::Deadlines deadlines;
    if (timeout)
        deadlines = {*timeout, *timeout};
    return std::make_unique<KomboClient>(access, deadlines);
}

} // namespace desk
