// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QString>

namespace desk {

class FlowDriver;

/*!
 * A place where one flow is shown, for verbs that need one: a window of its own with nothing in it
 * but the flow, visible from the start where there is a display. Its engine is starting up as soon
 * as the host exists. Serves one session.
 */
class FlowHost {
public:
    virtual ~FlowHost() = default;

    //! Null if there is no browser engine; belongs to the host.
    virtual FlowDriver *driver() = 0;
    //! Why driver() is null, as a sentence; empty if it is not.
    virtual QString unavailableReason() const = 0;
    /*!
     * Writes what the flow looks like now as PNG. False if that did not work; why is then a
     * sentence fit to be shown. May be called again, and the last call counts.
     */
    virtual bool saveScreenshot(const QString &path, QString *why) = 0;
    //! What saveScreenshot() would write; null if there is nothing to be seen.
    virtual QImage picture() { return {}; }
    //! Of the browser engine; empty if it is not known.
    virtual QString engineVersion() const { return {}; }
};

} // namespace desk
