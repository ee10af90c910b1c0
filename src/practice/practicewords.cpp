// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicewords.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <typename Value>
std::optional<Value> fromWire(QStringView name, std::initializer_list<Value> values)
{
    for (const Value value : values) {
        if (wireName(value) == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString wireName(PracticeStatus status)
{
    switch (status) {
    case PracticeStatus::Active:
        return u"ACTIVE"_s;
    case PracticeStatus::Invalid:
        return u"INVALID"_s;
    case PracticeStatus::Inactive:
        return u"INACTIVE"_s;
    }
    Q_UNREACHABLE();
}

QString wireName(PracticeSetupStatus status)
{
    switch (status) {
    case PracticeSetupStatus::Incomplete:
        return u"INCOMPLETE"_s;
    case PracticeSetupStatus::FinalSyncPending:
        return u"FINAL_SYNC_PENDING"_s;
    case PracticeSetupStatus::Completed:
        return u"COMPLETED"_s;
    }
    Q_UNREACHABLE();
}

QString wireName(PracticeSyncType type)
{
    return type == PracticeSyncType::Full ? u"FULL"_s : u"DELTA"_s;
}

std::optional<PracticeStatus> practiceStatusFromWire(QStringView name)
{
    using enum PracticeStatus;
    return fromWire(name, {Active, Invalid, Inactive});
}

std::optional<PracticeSetupStatus> practiceSetupStatusFromWire(QStringView name)
{
    using enum PracticeSetupStatus;
    return fromWire(name, {Incomplete, FinalSyncPending, Completed});
}

std::optional<PracticeSyncType> practiceSyncTypeFromWire(QStringView name)
{
    using enum PracticeSyncType;
    return fromWire(name, {Full, Delta});
}

} // namespace desk
