// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowpage.h"

#include "flowbridge.h"

#include <QWebChannel>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;

namespace desk {

FlowPage::FlowPage(QWebEngineProfile *profile, QObject *parent)
    : GuardedPage(profile, parent)
{
    // The page does not own its channel; as a child the channel goes right after it.
    auto *channel = new QWebChannel(this);
    auto *bridge = new FlowBridge([this](const QJsonObject &report) { Q_EMIT reported(report); });
    bridge->setParent(channel);
    channel->registerObject(u"bridge"_s, bridge);
    setWebChannel(channel, QWebEngineScript::ApplicationWorld);
}

void FlowPage::show(const QString &html, const QUrl &address)
{
    ++m_expectedShows;
    setHtml(html, address);
}

bool FlowPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame)
        return decide(navigationRules().allows(url), url, u"the frame"_s);
    // What show() does arrives as a data address that somebody typed.
    const bool isShow = type == NavigationTypeTyped && url.scheme() == "data"_L1;
    if (!isShow || m_expectedShows == 0)
        return decide(false, url, u"the whole page"_s);
    --m_expectedShows;
    return true;
}

} // namespace desk
