// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/pageflow.h"
#include "support/scriptedserver.h"
#include "ui/flow/flowview.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>

namespace desk::test {

/*!
 * A flow in a view, a server for its pages, and a record of what the driver said. A page that the
 * server was not told of is a 404. Pages are given as script; say(message) posts to the parent,
 * finish(token) posts a proper success, later(function) runs after the page has loaded.
 */
class FlowScene : public QObject {
    Q_OBJECT

public:
    explicit FlowScene(std::chrono::milliseconds watchdog = std::chrono::seconds(20));
    ~FlowScene() override;

    ScriptedServer &server() { return m_server; }
    PageFlow &flow() { return *m_flow; }
    FlowView *view() { return m_view.get(); }
    void destroyView() { m_view.reset(); }
    bool hasFlow() const { return m_flow != nullptr; }
    void destroyFlow();

    void setResponse(const QByteArray &path, const Response &response);
    void setScript(const QByteArray &path, const QByteArray &script);
    //! A page that has the helpers, as a response that can be bent.
    static Response page(const QByteArray &script);

    //! Opens that page of the server.
    void open(const QString &path = QStringLiteral("/flow"));
    void open(const QUrl &link, FlowPlacement placement = FlowPlacement::Frame);
    //! The same without a host page around it.
    void openTopLevel(const QString &path = QStringLiteral("/flow"));
    ConnectLink link(const QUrl &url) const;

    //! "loaded", "token:…", "closed", "failed:DidNotLoad"; in order.
    const QStringList &events() const { return m_events; }
    QStringList tokens() const;
    const QList<FlowFailure> &failures() const { return m_failures; }
    const QList<FlowNote> &notes() const { return m_notes; }
    //! How often a note of this kind was made whose text contains the part.
    int noted(FlowNote::Kind kind, const QString &part = QString()) const;

    //! Called for each entry of events() and, as "noted", for each note, from within the signal.
    std::function<void(const QString &)> onEvent;

    //! Null until the script has an answer.
    static QVariant evaluate(QWebEnginePage *page, const QString &script, quint32 world = 0);
    //! Nothing that the page did before this is still on its way.
    bool settles();

private:
    void record(const QString &event);

    ScriptedServer m_server;
    QHash<QByteArray, Response> m_responses;
    std::unique_ptr<PageFlow> m_flow;
    std::unique_ptr<FlowView> m_view;
    QStringList m_events;
    QList<FlowFailure> m_failures;
    QList<FlowNote> m_notes;
};

} // namespace desk::test
