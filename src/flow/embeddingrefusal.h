// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUrl>

namespace desk {

/*!
 * Pages on which a sign-in says that it does not work inside another program. Google's, which is
 * the one that is known to tell: the path /signin/rejected, with or without the version before it,
 * and an OAuth error page whose parameter authError holds "disallowed_useragent" in Base64
 * (announced in the Google Developers Blog, "Upcoming security changes to Google's OAuth 2.0
 * authorization endpoint in embedded webviews", 2021; the words are those of "Error 403:
 * disallowed_useragent"). Microsoft's sign-in shows its refusals without an address of their own.
 * The practice server has such a page too.
 */
bool refusesEmbedding(const QUrl &url);

/*!
 * The host of the page that may not be shown in a frame, if that is what a line on the console
 * says; empty for any other line. Chromium writes it for X-Frame-Options and for frame-ancestors.
 * A page can write the same line: believe it only before the flow has shown a sign of life.
 */
QString hostThatRefusesFrames(const QString &consoleMessage);

} // namespace desk
