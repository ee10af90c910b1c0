// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flowpresenters.h"
#include "navigationrules.h"
#include "session/flowdriver.h"

#include <QWebEnginePage>

namespace desk {

/*!
 * A page that answers by itself whatever would otherwise open a dialog, ask a question or wait: no
 * to dialogs, permissions, sign-in boxes, full screen and doubtful certificates; file choosers go
 * to the presenter. Each answer is noted. Signals come from deep in the engine; whoever receives
 * them must not delete the page there.
 */
class GuardedPage : public QWebEnginePage {
    Q_OBJECT

public:
    GuardedPage(QWebEngineProfile *profile, QObject *parent);

    void setNavigationRules(const NavigationRules &rules) { m_rules = rules; }
    void setUploadChooser(std::shared_ptr<UploadChooser> chooser)
    {
        m_uploadChooser = std::move(chooser);
    }

    //! A dialog is open whose answer returns into this page; deleting it now would be a crash.
    bool isAsking() const { return m_isAsking; }

Q_SIGNALS:
    void noted(const desk::FlowNote &note);
    void certificateRefused(const QString &host, const QString &description);
    //! A document may not be shown in a frame, says the engine.
    void framingRefused(const QString &host);
    //! isAsking() is over.
    void answered();

protected:
    const NavigationRules &navigationRules() const { return m_rules; }
    void note(FlowNote::Kind kind, const QString &text);
    //! Notes where a frame goes, or that it may not.
    bool decide(bool allowed, const QUrl &url, const QString &what);

    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
        const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &securityOrigin, const QString &text) override;
    bool javaScriptConfirm(const QUrl &securityOrigin, const QString &text) override;
    bool javaScriptPrompt(const QUrl &securityOrigin, const QString &text,
        const QString &defaultValue, QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
        int lineNumber, const QString &sourceId) override;

private:
    void refuseRequests();
    void refuseSignInBoxes();
    void refuseCertificates();
    void noteFailedLoads();

    NavigationRules m_rules;
    std::shared_ptr<UploadChooser> m_uploadChooser;
    bool m_isAsking = false;
};

} // namespace desk
