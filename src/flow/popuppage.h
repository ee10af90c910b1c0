// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

namespace desk {

/*!
 * A window that the flow opened, for example to sign in at a tool. Goes where a frame may go. One
 * that was opened like a tab, as a link does, may be meant for the browser of the system: nobody
 * can tell whether it needs the page that opened it, so whoever sees it decides.
 */
class PopupPage final : public GuardedPage {
    Q_OBJECT

public:
    using GuardedPage::GuardedPage;

    //! For the window around it: the end user closed it.
    void close() { Q_EMIT closed(); }

    void setLikeATab(bool isLikeATab) { m_isLikeATab = isLikeATab; }
    bool isLikeATab() const { return m_isLikeATab; }
    //! For the window around it: what it shows shall be opened in the browser instead.
    void leaveForBrowser() { Q_EMIT browserWanted(); }

Q_SIGNALS:
    //! By the end user, by the page itself, or because its process is gone.
    void closed();
    void browserWanted();

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

private:
    bool m_isLikeATab = false;
};

} // namespace desk
