// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "popuppage.h"

using namespace Qt::StringLiterals;

namespace desk {

bool PopupPage::acceptNavigationRequest(const QUrl &url, NavigationType /*type*/, bool isMainFrame)
{
    return decide(navigationRules().allows(url), url,
        isMainFrame ? u"the pop-up"_s : u"a frame of the pop-up"_s);
}

} // namespace desk
