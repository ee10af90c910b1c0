// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QObject>

namespace desk {

class PageInspector;

//! Makes a page believe in conditions; the part of them that needs the DevTools protocol.
class PageEmulation final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Whether anything of these is out of reach of Qt's own means.
    static bool isNeededFor(const ViewingConditions &conditions);
    /*!
     * The factor to ask for: the page multiplies it by the zoom. 0 is that of the screen.
     */
    static double scaleFor(const ViewingConditions &conditions);

    //! One finished() each, unless another call comes before or the inspector goes.
    void apply(PageInspector &inspector, const ViewingConditions &conditions);

Q_SIGNALS:
    void finished(bool isApplied);

private:
    void send(PageInspector &inspector, const QString &method, const QJsonObject &params);
    void count(int round, bool isGood);

    int m_round = 0;
    int m_missing = 0;
    bool m_isGood = true;
};

} // namespace desk
