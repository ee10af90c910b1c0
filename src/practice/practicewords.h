// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace desk {

//! The state of an integration as the API tells it (kombo-api.md 7.2).
enum class PracticeStatus { Active, Invalid, Inactive };

//! How far the setup has come (kombo-api.md 7.1).
enum class PracticeSetupStatus { Incomplete, FinalSyncPending, Completed };

//! The two kinds of a sync (kombo-api.md 5.10).
enum class PracticeSyncType { Full, Delta };

// The names these values have on the wire; what is not known there gives nullopt.
QString wireName(PracticeStatus status);
QString wireName(PracticeSetupStatus status);
QString wireName(PracticeSyncType type);
std::optional<PracticeStatus> practiceStatusFromWire(QStringView name);
std::optional<PracticeSetupStatus> practiceSetupStatusFromWire(QStringView name);
std::optional<PracticeSyncType> practiceSyncTypeFromWire(QStringView name);

} // namespace desk
