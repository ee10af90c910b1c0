// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/knownintegration.h"

#include <QDateTime>
#include <QList>
#include <QString>

//! That a client looks as if they were connected already, and why it matters.
namespace desk::DuplicateWording {

//! Names the first and strongest. No full stop.
QString headline(const QList<Duplicate> &duplicates);
//! By what it was found, which tool and since when; why a second one matters; how many more.
QString advice(const QList<Duplicate> &duplicates, const QDateTime &now);
//! What was decided, once a person has waved them through.
QString waved(const QList<Duplicate> &duplicates);

} // namespace desk::DuplicateWording
