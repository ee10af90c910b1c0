// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationdetails.h"

using namespace Qt::StringLiterals;

namespace desk {

bool operator==(const IntegrationScope &one, const IntegrationScope &other)
{
    return one.id == other.id && one.label == other.label && one.isAvailable == other.isAvailable
        && one.coverage == other.coverage && one.setting == other.setting
        && one.isOptedOut == other.isOptedOut && one.fields == other.fields;
}

QString wireName(SyncType type)
{
    return type == SyncType::Full ? u"FULL"_s : u"DELTA"_s;
}

} // namespace desk
