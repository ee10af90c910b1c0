// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "session/flowdriver.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <variant>

namespace desk {

//! The flow's own document is there.
struct AliveReport { };
//! The frame has finished loading, and there is no document in it.
struct MissingReport { };
struct TokenReport {
    Secret token;
};
struct CloseReport { };
//! The embed library gave up by itself; name is the name of its error class.
struct LibraryReport {
    QString name;
};
//! Messages that the gate stopped.
struct NotesReport {
    QList<FlowNote> notes;
};
//! Not a report of the page that is shown now; to be left alone.
struct NoReport { };

using PageReport = std::variant<NoReport, AliveReport, MissingReport, TokenReport, CloseReport,
    LibraryReport, NotesReport>;

//! What a report must match to be believed.
struct ReportExpectation {
    QString load; //!< one for each time the host page is loaded
    QString origin; //!< the link's
};

/*!
 * Reads what the script in the host page sent. The script has judged each message already; origin,
 * type and token are judged here a second time, so that a renderer in foreign hands gains little.
 */
PageReport readPageReport(const QJsonObject &report, const ReportExpectation &expected);

} // namespace desk
