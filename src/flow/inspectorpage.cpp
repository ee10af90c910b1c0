// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "inspectorpage.h"

using namespace Qt::StringLiterals;

namespace desk {

InspectorPage::InspectorPage(QWebEngineProfile *profile, const QString &bell, QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_bell(bell)
{
}

bool InspectorPage::acceptNavigationRequest(
    const QUrl &url, NavigationType /*type*/, bool isMainFrame)
{
    return !isMainFrame || url.scheme() == "devtools"_L1;
}

void InspectorPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel /*level*/,
    const QString &message, int /*lineNumber*/, const QString & /*sourceId*/)
{
    if (message.startsWith(m_bell))
        Q_EMIT rang(message.sliced(m_bell.size()).toInt());
}

} // namespace desk
