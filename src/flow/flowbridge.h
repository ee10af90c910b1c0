// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
QT_END_NAMESPACE

namespace desk {

/*!
 * The only object that a script of ours in a page can reach. It is this small because a web channel
 * exposes every slot, signal and property of what is registered with it.
 */
class FlowBridge final : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(const QJsonObject &)>;

    explicit FlowBridge(Handler handler)
        : m_handler(std::move(handler))
    {
    }

    Q_INVOKABLE void report(const QJsonObject &message) { m_handler(message); }

    //! Gives the isolated world of the page a bridge, which goes with the page.
    static void build(QWebEnginePage *page, Handler handler);

private:
    Handler m_handler;
};

} // namespace desk
