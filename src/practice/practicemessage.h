// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/httpmessage.h"

namespace desk {

// What the practice server calls the messages that it answers.
using PracticeRequest = HttpRequest;
using PracticeResponse = HttpResponse;
using PracticeDelivery = HttpDelivery;

} // namespace desk
