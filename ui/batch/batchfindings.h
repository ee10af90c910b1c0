// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace desk {

class BatchDesk;
class BatchRun;

//! Something that is to be said of a table, and where it stands there.
struct BatchFinding {
    enum class Weight { Problem, Duplicate, NotKnown, Failed };

    Weight weight = Weight::Problem;
    QString sentence;
    int row = -1; //!< index in the plan; -1: of the whole table
    int column = -1; //!< index in the table; -1: of the whole row
};

namespace BatchFindings {

constexpr qsizetype most = 1'000;

struct Listed {
    QList<BatchFinding> findings; //!< not more than most
    bool isCut = false; //!< there are more
};

//! What stands in the way, then the duplicates.
Listed ofPlan(const BatchDesk &desk);
//! The rows whose outcome is not known, then those that have failed.
Listed ofRun(const BatchDesk &desk, const BatchRun &run);

} // namespace BatchFindings

} // namespace desk
