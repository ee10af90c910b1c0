// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

namespace desk::test {

//! The processes that draw pages for this one, dead ones that nobody has collected left out.
QList<qint64> pageProcesses();

} // namespace desk::test
