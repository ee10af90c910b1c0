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
    m_isShowing = true;
    setHtml(html, address);
}

bool FlowPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame)
        return decide(navigationRules().allows(url), url, u"the frame"_s);
    if (!isOwnDocument(url, type))
        return decide(false, url, u"the whole page"_s);
    m_isShowing = false;
    return true;
}

bool FlowPage::javaScriptConfirm(const QUrl &securityOrigin, const QString &text)
{
    // Asked by a page that wants to hold its visitor back; show() is the application's own wish.
    if (m_isShowing)
        return true;
    return GuardedPage::javaScriptConfirm(securityOrigin, text);
}

bool FlowPage::isOwnDocument(const QUrl &url, NavigationType type) const
{
    // setHtml() arrives as a data address that somebody typed.
    return m_isShowing && type == NavigationTypeTyped && url.scheme() == "data"_L1;
}

} // namespace desk
