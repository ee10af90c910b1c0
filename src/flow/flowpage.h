// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

#include <QJsonObject>

namespace desk {

/*!
 * The page that holds the flow's frame. Its main frame shows what show() is given and never goes
 * anywhere else: the flow's frame is allowed to ask for the top page to move, and that is refused.
 */
class FlowPage final : public GuardedPage {
    Q_OBJECT

public:
    FlowPage(QWebEngineProfile *profile, QObject *parent);

    void show(const QString &html, const QUrl &address);

Q_SIGNALS:
    //! The script in the isolated world says so; to be read with readPageReport().
    void reported(const QJsonObject &report);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

private:
    int m_expectedShows = 0; // that the engine has not asked about yet
};

} // namespace desk
