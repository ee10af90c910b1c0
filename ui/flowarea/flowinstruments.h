// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QImage>
#include <QObject>

namespace desk {

/*!
 * What one can do with the page of a flow without taking part in it. Belongs to its surface and to
 * one session; every answer comes as a signal, later or from within the call.
 */
class FlowInstruments : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /*!
     * For this flow and every page of it from now on. Language and user agent are sent with the
     * next request; a page that is there already may have asked for the old ones. Conditions with
     * problems() are refused as a whole. Answered with conditionsApplied() or conditionsFailed(),
     * and again after each reload of a flow whose conditions are not the default.
     */
    virtual void setConditions(const ViewingConditions &conditions) = 0;
    //! The ones that were set last and not refused.
    virtual ViewingConditions conditions() const = 0;

    //! What is on screen now, in device pixels. Answered with captured() or captureFailed().
    virtual void captureView() = 0;
    //! All that one could scroll to, likewise. One at a time.
    virtual void captureFullPage() = 0;

    //! In a window of their own; a second call raises it. Whether they are allowed is asked before.
    virtual void openDeveloperTools() = 0;
    virtual void closeDeveloperTools() = 0;

Q_SIGNALS:
    void captured(const QImage &picture, bool isFullPage);
    //! A whole sentence.
    void captureFailed(const QString &sentence);
    void conditionsApplied();
    //! A whole sentence; what could be had without them holds.
    void conditionsFailed(const QString &sentence);
};

} // namespace desk
