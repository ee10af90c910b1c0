// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowpage.h"

#include "flowbridge.h"

using namespace Qt::StringLiterals;

namespace desk {

FlowPage::FlowPage(QWebEngineProfile *profile, QObject *parent)
    : GuardedPage(profile, parent)
{
    FlowBridge::build(this, [this](const QJsonObject &report) { Q_EMIT reported(report); });
}

void FlowPage::show(const QString &html, const QUrl &address)
{
    ++m_expectedShows;
    setHtml(html, address);
}

void FlowPage::visit(const QUrl &address)
{
    m_isTopLevel = true;
    load(address);
}

bool FlowPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame)
        return decide(navigationRules().allows(url), url, u"the frame"_s);
    if (m_isTopLevel)
        return decide(navigationRules().allows(url), url, u"the page"_s);
    if (acceptShow(url, type))
        return true;
    note(FlowNote::Kind::TopNavigationBlocked, placeOf(url));
    if (navigationRules().allows(url))
        Q_EMIT leaveRefused(url);
    return false;
}

// What show() does arrives as a data address that somebody typed.
bool FlowPage::acceptShow(const QUrl &url, NavigationType type)
{
    const bool isShow = type == NavigationTypeTyped && url.scheme() == "data"_L1;
    if (!isShow || m_expectedShows == 0)
        return false;
    --m_expectedShows;
    return true;
}

} // namespace desk
