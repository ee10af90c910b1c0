// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/flowdriver.h"

namespace desk::test {

/*!
 * A flow without a browser: writes down what it is told, and reports what the test makes it report.
 * The invokable methods are for tests that have it through the plugin only, by name.
 */
class FakeFlowDriver final : public FlowDriver {
    Q_OBJECT
    Q_PROPERTY(QStringList orders READ orders CONSTANT)

public:
    using FlowDriver::FlowDriver;

    QStringList orders() const { return m_orders; }

    void open(const ConnectLink &link, FlowPlacement placement) override
    {
        const QString order = QStringLiteral("open ") + link.url().toString(QUrl::RemoveQuery);
        m_orders.append(
            placement == FlowPlacement::TopLevel ? order + QStringLiteral(" at top level") : order);
    }
    void reload() override { m_orders.append(QStringLiteral("reload")); }
    void stop() override { m_orders.append(QStringLiteral("stop")); }
    void lookAgain() override { m_orders.append(QStringLiteral("look")); }

    Q_INVOKABLE void load() { Q_EMIT loaded(); }
    Q_INVOKABLE void finish(const QString &token) { Q_EMIT tokenReceived(Secret(token)); }
    Q_INVOKABLE void closeByEndUser() { Q_EMIT closedByEndUser(); }
    Q_INVOKABLE void refuseEmbedding()
    {
        Q_EMIT noted({FlowNote::Kind::EmbeddingRefused, QStringLiteral("accounts.example")});
    }
    Q_INVOKABLE void fail(desk::FlowFailure::Reason reason)
    {
        Q_EMIT failed({reason, QStringLiteral("flow.example"), {}});
    }

private:
    QStringList m_orders;
};

} // namespace desk::test
