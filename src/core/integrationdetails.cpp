// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationdetails.h"

using namespace Qt::StringLiterals;

namespace desk {

QString wireName(SyncType type)
{
    return type == SyncType::Full ? u"FULL"_s : u"DELTA"_s;
}

} // namespace desk
