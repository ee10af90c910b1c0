// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/prefill.h"

#include <QJsonObject>
#include <QString>

namespace desk {

//! What a run was made with beside its table and columns, as Batch::commonValues keeps it.
struct RunValues {
    Prefill common; //!< but for what commonToJson() leaves out
    QString output; //!< the file for the links, absolute; empty: not known
};

QJsonObject toJson(const RunValues &values);
//! What cannot be understood is left out.
RunValues runValuesFrom(const QJsonObject &object);

} // namespace desk
