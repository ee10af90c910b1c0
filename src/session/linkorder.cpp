// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linkorder.h"

#include <utility>

namespace desk {

LinkOrder::LinkOrder(ConnectDetails details)
    : m_content(std::move(details))
{
}

LinkOrder::LinkOrder(Reconnection reconnection)
    : m_content(std::move(reconnection))
{
}

LinkOrder::LinkOrder(SetupVisit visit)
    : m_content(std::move(visit))
{
}

LinkOrder::Kind LinkOrder::kind() const
{
    if (reconnection())
        return Kind::Reconnection;
    return setupVisit() ? Kind::Setup : Kind::Connection;
}

LinkType LinkOrder::linkType() const
{
    if (const Reconnection *order = reconnection())
        return order->options.linkType;
    if (const SetupVisit *order = setupVisit())
        return order->options.linkType;
    return connection()->linkType;
}

FlowLanguage LinkOrder::language() const
{
    if (const Reconnection *order = reconnection())
        return order->options.language;
    if (const SetupVisit *order = setupVisit())
        return order->options.language;
    return connection()->language;
}

const QString &LinkOrder::organization() const
{
    return std::visit(
        [](const auto &order) -> const QString & { return order.organization; }, m_content);
}

QString LinkOrder::integrationId() const
{
    if (const Reconnection *order = reconnection())
        return order->integrationId;
    if (const SetupVisit *order = setupVisit())
        return order->integrationId;
    return {};
}

QList<Mismatch> LinkOrder::mismatchesWith(const ResolvedIntegration &integration) const
{
    if (const ConnectDetails *details = connection())
        return mismatchesBetween(*details, integration);
    return mismatchesBetween(integrationId(), integration);
}

} // namespace desk
