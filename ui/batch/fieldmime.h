// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"

#include <QMimeData>

#include <memory>
#include <optional>

//! A field that is dragged to the column that gives it; within this program only.
namespace desk::FieldMime {

QString type();
std::unique_ptr<QMimeData> dataOf(DetailsField field);
//! nullopt: something else is dragged.
std::optional<DetailsField> fieldIn(const QMimeData *data);

} // namespace desk::FieldMime
