// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSize>
#include <QString>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QWebEngineScript;
QT_END_NAMESPACE

namespace desk {

class ConnectLink;

/*!
 * The page around the flow's frame and the scripts that work in it. Everything that knows the link
 * runs in the isolated world; the page itself has no script and may not run one.
 */
namespace HostPage {

//! An https address in a domain that never resolves: nothing is fetched from it, and the flow
//! sees a plausible parent.
QUrl address();

//! Without a frame in it; something to start the renderer with.
QString emptyHtml();
QString html(const ConnectLink &link);

//! Gate, web channel and embed library, for the main frame. load names this one loading of the
//! page and comes back in every report.
QWebEngineScript mainScript(const ConnectLink &link, const QString &load);
//! Gate and web channel for the main frame of a page that shows the flow itself. It runs in every
//! document of that page; only what comes from the link's origin counts.
QWebEngineScript topLevelScript(const ConnectLink &link, const QString &load);
//! Tells the gate that there is a document in the frame.
QWebEngineScript signOfLifeScript();
//! Gives windows that a plain link opens the size linkMark(), which nobody else would ask for. (A
//! position would be moved onto the screen.)
QWebEngineScript linkScript();
QSize linkMark();
//! Writes to the console, after clipboardMark(), the host of a document that was refused to read
//! the clipboard. Any page can write the same; it proves nothing.
QWebEngineScript clipboardScript();
QString clipboardMark();

} // namespace HostPage

} // namespace desk
