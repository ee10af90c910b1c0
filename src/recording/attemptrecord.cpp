// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptrecord.h"

#include "export/har.h"
#include "wording/timelinewording.h"

#include <QCoreApplication>

namespace desk {

AttemptRecord attemptRecordOf(const EvidenceInput &evidence)
{
    AttemptRecord record;
    record.timeline = timelineJson(evidence.timeline, TimelineWording::words());
    if (!evidence.exchanges.isEmpty())
        record.exchanges = harDocument(evidence.exchanges, QCoreApplication::applicationVersion());
    return record;
}

} // namespace desk
