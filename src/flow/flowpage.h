// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

#include <QJsonObject>

namespace desk {

/*!
 * The page of the flow: either around the flow's frame, or the flow itself. Around a frame its main
 * frame shows what show() is given and never goes anywhere else: the flow's frame is allowed to ask
 * for the top page to move, and that is refused. After visit() the page goes where a frame may go.
 */
class FlowPage final : public GuardedPage {
    Q_OBJECT

public:
    FlowPage(QWebEngineProfile *profile, QObject *parent);

    void show(const QString &html, const QUrl &address);
    void visit(const QUrl &address);

Q_SIGNALS:
    //! The script in the isolated world says so; to be read with readPageReport().
    void reported(const QJsonObject &report);
    //! A frame wanted the whole page to go there, which is a place where a window may go.
    void leaveRefused(const QUrl &target);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

private:
    bool acceptShow(const QUrl &url, NavigationType type);

    int m_expectedShows = 0; // that the engine has not asked about yet
    bool m_isTopLevel = false;
};

} // namespace desk
