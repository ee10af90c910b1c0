// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "navigationrules.h"
#include "session/flowdriver.h"

#include <QWebEnginePage>

namespace desk {

/*!
 * A page that answers by itself whatever would otherwise open a dialog, ask a question or wait: no
 * to dialogs, file choosers, permissions, sign-in boxes, full screen and doubtful certificates.
 * Each answer is noted. Signals come from deep in the engine; whoever receives them must not delete
 * the page there.
 */
class GuardedPage : public QWebEnginePage {
    Q_OBJECT

public:
    GuardedPage(QWebEngineProfile *profile, QObject *parent);

    void setNavigationRules(const NavigationRules &rules) { m_rules = rules; }

Q_SIGNALS:
    void noted(const desk::FlowNote &note);
    void certificateRefused(const QString &host, const QString &description);

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
    void refuseCertificates();

    NavigationRules m_rules;
};

} // namespace desk
