// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowbridge.h"

#include <QWebChannel>
#include <QWebEnginePage>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;

namespace desk {

void FlowBridge::build(QWebEnginePage *page, Handler handler)
{
    // The page does not own its channel; as a child the channel goes right after it.
    auto *channel = new QWebChannel(page);
    auto *bridge = new FlowBridge(std::move(handler));
    bridge->setParent(channel);
    channel->registerObject(u"bridge"_s, bridge);
    page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
}

} // namespace desk
