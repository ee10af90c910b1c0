// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace desk {

//! The text with the marks by which clipboard histories of this system know that it is a secret.
std::unique_ptr<QMimeData> sensitiveMimeData(const Secret &text);

} // namespace desk
