// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integrationdetails.h"

#include <QString>

//! How an integration stands, in words that claim no more than the API says.
namespace desk::IntegrationWording {

//! What Kombo's status means; a status we do not know is shown as it came.
QString status(const QString &status);

//! How an integration stands as a whole.
struct Standing {
    enum class Tone {
        Good,
        Waiting, //!< for a machine or for a person
        Trouble,
        Off,
        Unknown, //!< a status that we do not know
    };

    Tone tone = Tone::Unknown;
    QString headline; //!< no full stop
    QString advice; //!< what it means and what helps; may be empty
};

/*!
 * Made of both words of the API (kombo-api.md 7), status first: what does not sync is not ready
 * however far its setup has come. An empty status counts as one that was not told.
 */
Standing standing(const QString &status, const QString &setupStatus);
//! Of one that the API does not know, and of one that was deleted here.
Standing missing();
Standing deleted();

//! Why a model, an action or a field can be used, or why not.
QString availability(const IntegrationScope &scope);
//! The label, or the id of what has none.
QString name(const IntegrationScope &scope);

//! "12 of 60", of models and actions together; fields are not counted.
QString availableCount(const IntegrationDetails &details);
//! What the client opted out of, by name, cut after a few; empty if there is nothing.
QString optedOut(const IntegrationDetails &details);

//! "HiBob, EU variant · HRIS · Beta"
QString kind(const IntegrationDetails &details);

} // namespace desk::IntegrationWording
