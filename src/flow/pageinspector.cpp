// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pageinspector.h"

#include "inspectorpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <QWebEngineProfile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The inspector counts its own commands from one.
constexpr int firstId = 900'000'000;

// Its own commands share the way with ours; it would complain of answers it has not asked for.
// Only the number is called out, because what a console is given may be cut. While it starts, it
// would undo what was set: emulation is ours, and its own orders for that end here.
constexpr auto listenScript = R"js((() => {
    if (typeof DevToolsAPI !== 'object' || typeof DevToolsAPI.dispatchMessage !== 'function')
        return false;
    const answers = new Map();
    const dispatch = DevToolsAPI.dispatchMessage;
    DevToolsAPI.dispatchMessage = function (message) {
        const isOurs = typeof message === 'string' ? /^\{"id":9\d{8}\b/.test(message)
                                                   : message.id >= 900000000;
        if (!isOurs)
            return dispatch.apply(this, arguments);
        const answer = typeof message === 'string' ? JSON.parse(message) : message;
        answers.set(answer.id, JSON.stringify(answer));
        console.info('%1' + answer.id);
    };
    const host = window.InspectorFrontendHost;
    const send = host.sendMessageToBackend.bind(host);
    host.sendMessageToBackend = (text) => {
        const command = JSON.parse(text);
        if (!command.method.startsWith('Emulation.')) {
            send(text);
            return;
        }
        const answer = { id: command.id, sessionId: command.sessionId, result: {} };
        setTimeout(() => dispatch.call(DevToolsAPI, JSON.stringify(answer)));
    };
    window.sendDeskCommand = send;
    window.takeDeskAnswer = (id) => {
        const answer = answers.get(id);
        answers.delete(id);
        return answer;
    };
    return true;
})())js";

} // namespace

PageInspector::PageInspector(QWebEnginePage *inspected, QObject *parent)
    : QObject(parent)
    , m_inspected(inspected)
    , m_profile(std::make_unique<QWebEngineProfile>())
    , m_lastId(firstId)
{
    const QString bell = QUuid::createUuid().toString(QUuid::WithoutBraces) + u' ';
    m_page = std::make_unique<InspectorPage>(m_profile.get(), bell, nullptr);
    connect(m_page.get(), &InspectorPage::rang, this, &PageInspector::fetch);
    // What is sent before its end is lost: the inspector is not yet attached then.
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, [this, bell] {
        m_page->runJavaScript(QString::fromLatin1(listenScript).arg(bell),
            [self = QPointer(this)](const QVariant &isListening) {
                if (self && isListening.toBool())
                    self->listen();
            });
    });
    inspected->setDevToolsPage(m_page.get());
}

PageInspector::~PageInspector()
{
    m_page->disconnect(this);
    if (m_inspected)
        m_inspected->setDevToolsPage(nullptr);
    m_page.reset();
}

void PageInspector::send(
    const QString &method, const QJsonObject &params, QObject *context, const Receiver &receiver)
{
    const int id = ++m_lastId;
    m_waiting.insert(id, {context, receiver});
    QTimer::singleShot(patience, this, [this, id] { giveUp(id); });
    const QJsonObject command{{u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}};
    const QString message =
        QString::fromUtf8(QJsonDocument(command).toJson(QJsonDocument::Compact));
    if (m_isListening)
        post(message);
    else
        m_unsent.append(message);
}

QWebEnginePage *PageInspector::page() const
{
    return m_page.get();
}

void PageInspector::listen()
{
    m_isListening = true;
    const QStringList unsent = std::exchange(m_unsent, {});
    for (const QString &message : unsent)
        post(message);
}

void PageInspector::post(const QString &message)
{
    // As an element of an array, the text needs no quoting of our own.
    const QString quoted =
        QString::fromUtf8(QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact));
    m_page->runJavaScript(u"sendDeskCommand(%1[0]); 0"_s.arg(quoted));
}

void PageInspector::fetch(int id)
{
    if (!m_waiting.contains(id))
        return;
    m_page->runJavaScript(
        u"takeDeskAnswer(%1)"_s.arg(id), [self = QPointer(this), id](const QVariant &answer) {
            if (!self)
                return;
            const QJsonObject read = QJsonDocument::fromJson(answer.toString().toUtf8()).object();
            const QJsonValue result = read.value("result"_L1);
            self->finish(id, {result.isObject(), result.toObject()});
        });
}

void PageInspector::finish(int id, const Answer &answer)
{
    const Waiting waiting = m_waiting.take(id);
    if (waiting.context && waiting.receiver)
        waiting.receiver(answer);
}

void PageInspector::giveUp(int id)
{
    if (m_waiting.contains(id))
        finish(id, {});
}

} // namespace desk
