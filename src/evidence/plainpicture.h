// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

namespace desk {

//! As PNG with its points and nothing else: no texts, no colour profile, no resolution. Nothing if
//! there is no picture, or one that no PNG can hold.
std::optional<QByteArray> plainPng(const QImage &image);

} // namespace desk
