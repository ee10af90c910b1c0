// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "guardedpage.h"

namespace desk {

//! A window that the flow opened, for example to sign in at a tool. Goes where a frame may go.
class PopupPage final : public GuardedPage {
    Q_OBJECT

public:
    using GuardedPage::GuardedPage;

    //! For the window around it: the end user closed it.
    void close() { Q_EMIT closed(); }

Q_SIGNALS:
    //! By the end user, by the page itself, or because its process is gone.
    void closed();

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
};

} // namespace desk
