// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "guardedpage.h"

#include "embeddingrefusal.h"
#include "hostpage.h"
#include "permissions.h"

#include <QAuthenticator>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>
#include <QWebEngineRegisterProtocolHandlerRequest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = FlowNote::Kind;

// A page may write megabytes to its console.
constexpr qsizetype longestConsoleMessage = 1000;
constexpr qsizetype longestHost = 253;

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
    refuseSignInBoxes();
    refuseCertificates();
    noteFailedLoads();
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
    if (allowed && refusesEmbedding(url))
        note(Kind::EmbeddingRefused, url.host());
    return allowed;
}

QStringList GuardedPage::chooseFiles(
    FileSelectionMode mode, const QStringList & /*oldFiles*/, const QStringList &acceptedMimeTypes)
{
    const bool isForFiles = mode == FileSelectOpen || mode == FileSelectOpenMultiple;
    // Kept here: while it asks, the flow may end and let go of it.
    const std::shared_ptr<UploadChooser> chooser = m_uploadChooser;
    if (!chooser || !isForFiles || m_isAsking) {
        note(Kind::DialogRefused, u"file chooser"_s);
        return {};
    }
    m_isAsking = true;
    QStringList files = chooser->choose(
        {url().host(QUrl::FullyEncoded), mode == FileSelectOpenMultiple, acceptedMimeTypes});
    m_isAsking = false;
    Q_EMIT answered();
    if (files.isEmpty())
        note(Kind::DialogRefused, u"file chooser: nothing chosen"_s);
    else
        note(Kind::FileChosen, files.size() == 1 ? u"1 file"_s : u"%1 files"_s.arg(files.size()));
    return files;
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
    if (level == InfoMessageLevel)
        return;
    const QString mark = HostPage::clipboardMark();
    if (message.startsWith(mark)) {
        note(Kind::PermissionRefused,
            message.mid(mark.size(), longestHost) + ": reading the clipboard"_L1);
        return;
    }
    note(Kind::Console, beginningOf(message));
    const QString host = hostThatRefusesFrames(message);
    if (!host.isEmpty())
        Q_EMIT framingRefused(host);
}

void GuardedPage::refuseRequests()
{
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

// There is no way to ask without holding up the engine, and what is typed there would have to be
// kept from other hosts; a flow that needs it goes on in the browser.
void GuardedPage::refuseSignInBoxes()
{
    connect(this, &QWebEnginePage::authenticationRequired, this,
        [this](const QUrl &url, QAuthenticator *authenticator) {
            // A null authenticator cancels.
            *authenticator = QAuthenticator();
            note(Kind::SignInRefused, url.host(QUrl::FullyEncoded));
        });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
        [this](const QUrl & /*url*/, QAuthenticator *authenticator, const QString &proxyHost) {
            *authenticator = QAuthenticator();
            note(Kind::SignInRefused, u"proxy "_s + proxyHost);
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

void GuardedPage::noteFailedLoads()
{
    connect(this, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo &info) {
        if (info.status() != QWebEngineLoadingInfo::LoadFailedStatus)
            return;
        const QString why = info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain
            ? u"HTTP %1"_s.arg(info.errorCode())
            : u"%1 (%2)"_s.arg(info.errorString()).arg(info.errorCode());
        note(Kind::LoadFailed, placeOf(info.url()) + u": "_s + why);
    });
}

} // namespace desk
