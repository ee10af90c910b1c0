// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

namespace desk {

//! A thin line between two parts that stand one above the other.
QFrame *hairline(QWidget *parent);

} // namespace desk
