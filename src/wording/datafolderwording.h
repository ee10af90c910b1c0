// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/datafolder.h"

#include <QString>

//! Why the folder in which everything is kept cannot be used.
namespace desk::DataFolderWording {

//! One sentence, with the folder and what can be done.
QString sentence(const DataFolderProblem &problem);

} // namespace desk::DataFolderWording
