// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "guardedpage.h"

#include "permissions.h"

#include <QAuthenticator>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;

// A page may write megabytes to its console.
constexpr qsizetype longestConsoleMessage = 1000;

// Cuts at a blank, because half a secret is not recognised as one later.
QString beginningOf(const QString &message)
{
    if (message.size() <= longestConsoleMessage)
        return message;
    const QString beginning = message.left(longestConsoleMessage);
    const auto isBlank = [](QChar character) { return character.isSpace(); };
    const auto blank = std::find_if(beginning.crbegin(), beginning.crend(), isBlank);
    return beginning.left(std::distance(blank, beginning.crend())) + u'…';
}

} // namespace

GuardedPage::GuardedPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    refuseRequests();
    refuseCertificates();
    refusePermissions(this, [this](const QString &what) { note(Kind::PermissionRefused, what); });
}

void GuardedPage::note(FlowNote::Kind kind, const QString &text)
{
    Q_EMIT noted({kind, text, 1});
}

bool GuardedPage::decide(bool allowed, const QUrl &url, const QString &what)
{
    if (allowed)
        note(Kind::Navigation, placeOf(url));
    else
        note(Kind::NavigationBlocked, what + u" to "_s + placeOf(url));
    return allowed;
}

QStringList GuardedPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList & /*oldFiles*/,
    const QStringList & /*acceptedMimeTypes*/)
{
    note(Kind::DialogRefused, u"file chooser"_s);
    return {};
}

void GuardedPage::javaScriptAlert(const QUrl &securityOrigin, const QString & /*text*/)
{
    note(Kind::DialogRefused, u"alert of "_s + securityOrigin.host());
}

bool GuardedPage::javaScriptConfirm(const QUrl &securityOrigin, const QString & /*text*/)
{
    note(Kind::DialogRefused, u"question of "_s + securityOrigin.host());
    return false;
}

bool GuardedPage::javaScriptPrompt(const QUrl &securityOrigin, const QString & /*text*/,
    const QString & /*defaultValue*/, QString * /*result*/)
{
    note(Kind::DialogRefused, u"prompt of "_s + securityOrigin.host());
    return false;
}

void GuardedPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level,
    const QString &message, int /*lineNumber*/, const QString & /*sourceId*/)
{
    if (level != InfoMessageLevel)
        note(Kind::Console, beginningOf(message));
}

void GuardedPage::refuseRequests()
{
    connect(this, &QWebEnginePage::authenticationRequired, this,
        [this](const QUrl &url, QAuthenticator *authenticator) {
            // A null authenticator cancels.
            *authenticator = QAuthenticator();
            note(Kind::DialogRefused, u"sign-in box of "_s + url.host());
        });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
        [this](const QUrl & /*url*/, QAuthenticator *authenticator, const QString &proxyHost) {
            *authenticator = QAuthenticator();
            note(Kind::DialogRefused, u"sign-in box of the proxy "_s + proxyHost);
        });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
        [this](QWebEngineClientCertificateSelection selection) {
            selection.selectNone();
            note(Kind::CertificateRefused,
                u"own certificate asked for by "_s + selection.host().host());
        });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
        [this](QWebEngineFullScreenRequest request) {
            request.reject();
            note(Kind::PermissionRefused, request.origin().host() + ": full screen"_L1);
        });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
        [this](QWebEngineRegisterProtocolHandlerRequest request) {
            request.reject();
            note(Kind::PermissionRefused, request.origin().host() + ": protocol handler"_L1);
        });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
        [this](QWebEngineFileSystemAccessRequest request) {
            request.reject();
            note(Kind::PermissionRefused, request.origin().host() + ": files"_L1);
        });
}

void GuardedPage::refuseCertificates()
{
    connect(this, &QWebEnginePage::certificateError, this,
        [this](const QWebEngineCertificateError &error) {
            QWebEngineCertificateError answer = error;
            answer.rejectCertificate();
            note(Kind::CertificateRefused, error.url().host() + ": "_L1 + error.description());
            Q_EMIT certificateRefused(error.url().host(), error.description());
        });
}

} // namespace desk
