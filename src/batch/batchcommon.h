// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/prefill.h"

#include <QJsonObject>

namespace desk {

//! The values that all rows of a batch have in common, by columnFieldName(), with the names that
//! they have on the wire. Nothing of a single client: e-mail, organization and origin ID are left
//! out.
QJsonObject commonToJson(const Prefill &common);
//! What cannot be understood is left out.
Prefill commonFromJson(const QJsonObject &object);

} // namespace desk
