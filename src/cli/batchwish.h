// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batch/csvreader.h"
#include "core/detailscheck.h"

#include <QMap>
#include <QString>

namespace desk {

//! What the verb batch was asked for, besides its file and the common values of its fields.
struct BatchWish {
    QString output; //!< empty only with isDryRun
    QString mails; //!< a folder; empty: no mail texts
    CsvChoice table;
    QMap<DetailsField, QString> columns; //!< which column gives a field, by its name
    int concurrency = 4;
    bool isDryRun = false;
    bool retryFailed = false;
    bool retryUnknown = false;
};

} // namespace desk
