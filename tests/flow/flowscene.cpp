// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include <QMetaEnum>
#include <QTest>
#include <QWebEnginePage>

using namespace Qt::StringLiterals;

namespace desk::test {

FlowScene::FlowScene(std::chrono::milliseconds watchdog)
    : m_flow(std::make_unique<PageFlow>(watchdog))
    , m_view(std::make_unique<FlowView>())
{
    m_server.setHandler([this](const Request &request) {
        const auto known = m_responses.constFind(request.path());
        return known == m_responses.cend() ? Response::of(404, "text/plain", "not here") : *known;
    });
    connect(m_flow.get(), &FlowDriver::loaded, this, [this] { record(u"loaded"_s); });
    connect(m_flow.get(), &FlowDriver::tokenReceived, this,
        [this](const Secret &token) { record(u"token:"_s + token.reveal()); });
    connect(m_flow.get(), &FlowDriver::closedByEndUser, this, [this] { record(u"closed"_s); });
    connect(m_flow.get(), &FlowDriver::failed, this, [this](const FlowFailure &failure) {
        m_failures.append(failure);
        const auto reasons = QMetaEnum::fromType<FlowFailure::Reason>();
        record(u"failed:"_s + QLatin1StringView(reasons.valueToKey(int(failure.reason))));
    });
    connect(m_flow.get(), &FlowDriver::noted, this, [this](const FlowNote &note) {
        m_notes.append(note);
        if (onEvent)
            onEvent(u"noted"_s);
    });
    connect(m_flow.get(), &PageFlow::pageChanged, m_view.get(),
        [this] { m_view->showPage(m_flow->page()); });
    m_view->showPage(m_flow->page());
    m_view->resize(640, 480);
    m_view->show();
}

FlowScene::~FlowScene()
{
    m_view.reset();
}

void FlowScene::destroyFlow()
{
    m_view.reset();
    m_flow.reset();
}

void FlowScene::setResponse(const QByteArray &path, const Response &response)
{
    m_responses.insert(path, response);
}

void FlowScene::setScript(const QByteArray &path, const QByteArray &script)
{
    setResponse(path, page(script));
}

Response FlowScene::page(const QByteArray &script)
{
    return Response::html("<!DOCTYPE html><title>a flow</title><body>a flow<script>\n"
                          "const say = (message) => parent.postMessage(message, '*');\n"
                          "const finish = (token) =>\n"
                          "    say({ type: 'success', data: { activation_token: token } });\n"
                          "const later = (action) => window.addEventListener('load', action);\n"
        + script + "</script>");
}

void FlowScene::open(const QString &path)
{
    open(m_server.url(path));
}

void FlowScene::open(const QUrl &link, FlowPlacement placement)
{
    m_flow->open(this->link(link), placement);
}

void FlowScene::openTopLevel(const QString &path)
{
    open(m_server.url(path), FlowPlacement::TopLevel);
}

ConnectLink FlowScene::link(const QUrl &url) const
{
    const ApiAccess access{ProfileKind::AdHoc, url, Secret(u"key"_s), {}};
    const auto checked = ConnectLink::check(url.toString(QUrl::FullyEncoded), access);
    if (!checked)
        qFatal("The test's own link is refused.");
    return *checked;
}

QStringList FlowScene::tokens() const
{
    QStringList tokens;
    for (const QString &event : m_events) {
        if (event.startsWith("token:"_L1))
            tokens.append(event.sliced(6));
    }
    return tokens;
}

int FlowScene::noted(FlowNote::Kind kind, const QString &part) const
{
    int count = 0;
    for (const FlowNote &note : m_notes) {
        if (note.kind == kind && note.text.contains(part))
            count += note.count;
    }
    return count;
}

QVariant FlowScene::evaluate(QWebEnginePage *page, const QString &script, quint32 world)
{
    // Shared, because the answer may come after this function has given up.
    auto answer = std::make_shared<QVariant>();
    auto hasAnswer = std::make_shared<bool>(false);
    page->runJavaScript(script, world, [answer, hasAnswer](const QVariant &value) {
        *answer = value;
        *hasAnswer = true;
    });
    if (!QTest::qWaitFor([hasAnswer] { return *hasAnswer; }, 5000))
        return {};
    return *answer;
}

bool FlowScene::settles()
{
    return evaluate(m_flow->page(), u"'settled'"_s) == u"settled"_s;
}

void FlowScene::record(const QString &event)
{
    m_events.append(event);
    // The handler may replace itself, or destroy what called it.
    if (const auto handler = onEvent)
        handler(event);
}

} // namespace desk::test
