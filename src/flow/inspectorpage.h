// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWebEnginePage>

namespace desk {

/*!
 * The engine's own inspector. Goes nowhere else, and keeps its console to itself, because it writes
 * there what the flow is about.
 */
class InspectorPage final : public QWebEnginePage {
    Q_OBJECT

public:
    //! The bell is what the inspector's console writes before the number of an answer.
    InspectorPage(QWebEngineProfile *profile, const QString &bell, QObject *parent);

Q_SIGNALS:
    void rang(int id);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
        int lineNumber, const QString &sourceId) override;

private:
    QString m_bell;
};

} // namespace desk
