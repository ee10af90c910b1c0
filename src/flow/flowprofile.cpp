// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowprofile.h"

#include <QWebEngineProfile>
#include <QWebEngineSettings>

namespace desk {

namespace {

using Settings = QWebEngineSettings;

void restrict(Settings &settings)
{
    for (const auto attribute : {
             Settings::PluginsEnabled,
             Settings::PdfViewerEnabled,
             Settings::ScreenCaptureEnabled,
             Settings::LocalContentCanAccessFileUrls,
             Settings::LocalContentCanAccessRemoteUrls,
             Settings::AllowRunningInsecureContent,
             Settings::AllowGeolocationOnInsecureOrigins,
             Settings::AllowWindowActivationFromJavaScript,
             Settings::HyperlinkAuditingEnabled,
             Settings::DnsPrefetchEnabled,
             Settings::AutoLoadIconsForPage,
             Settings::TouchIconsEnabled,
             // A file that is dropped on the view would replace the page.
             Settings::NavigateOnDropEnabled,
             // The form beside the flow keeps the keyboard while a page loads.
             Settings::FocusOnNavigationEnabled,
             // What went wrong is said by the application, in its own words.
             Settings::ErrorPageEnabled,
             Settings::JavascriptCanPaste,
         })
        settings.setAttribute(attribute, false);
    // Refused, but by the page, which can say so then.
    settings.setAttribute(Settings::FullScreenSupportEnabled, true);
    // For the copy buttons of a flow; reading the clipboard stays impossible.
    settings.setAttribute(Settings::JavascriptCanAccessClipboard, true);
    settings.setAttribute(Settings::JavascriptCanOpenWindows, true);
    settings.setAttribute(Settings::WebRTCPublicInterfacesOnly, true);
    settings.setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
}

} // namespace

std::unique_ptr<QWebEngineProfile> createFlowProfile()
{
    // Without a name: that is what keeps it off the record.
    auto profile = std::make_unique<QWebEngineProfile>();
    restrict(*profile->settings());
    return profile;
}

} // namespace desk
