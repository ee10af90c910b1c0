// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectdeskflow.h"

#include "webflowsurface.h"

#include <QtWebEngineCore/qtwebenginecoreglobal.h>

namespace desk {

std::unique_ptr<FlowSurface> ConnectDeskFlow::createSurface()
{
    return std::make_unique<WebFlowSurface>();
}

QString ConnectDeskFlow::engineVersion() const
{
    return QString::fromLatin1(qWebEngineChromiumVersion());
}

} // namespace desk
