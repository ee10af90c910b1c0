// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace desk {

/*!
 * The only object that the host page's isolated script can reach. It is this small because a web
 * channel exposes every slot, signal and property of what is registered with it.
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

private:
    Handler m_handler;
};

} // namespace desk
