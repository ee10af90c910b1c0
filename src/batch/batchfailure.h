// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/connectlink.h"

#include <QMetaType>
#include <QObject>

#include <functional>
#include <variant>

namespace desk {

//! Why nothing is known of a row, apart from what the API said.
enum class BatchUnknown {
    Killed, //!< the program ended after the request had left
    Cancelled, //!< somebody did not wait for the answer
    LinkLost, //!< the link was made, but the file that held it is gone
};

//! Why a row has no link.
using BatchRowFailure = std::variant<ApiError, LinkError, BatchUnknown>;

//! Whether nobody knows if the API has made a link: the request left, and nothing that can be used
//! came back.
bool isUnknown(const BatchRowFailure &failure);
//! Nothing is wrong with the row, and nothing has happened: it may be sent again later.
bool mayGoBack(const ApiError &error);

//! One sentence without secrets; made in src/wording.
using BatchSentence = std::function<QString(const BatchRowFailure &failure)>;

} // namespace desk
