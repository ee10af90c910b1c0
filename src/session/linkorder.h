// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/integration.h"
#include "core/linkoptions.h"
#include "core/mismatch.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <variant>

namespace desk {

//! A link that renews the credentials of an integration. The organization is for words only.
struct Reconnection {
    QString integrationId; //!< a sane token (core/tokencheck.h)
    QString organization;
    ReconnectionOptions options{};
};

//! A link back into the setup steps of an integration. The organization is for words only.
struct SetupVisit {
    QString integrationId; //!< a sane token (core/tokencheck.h)
    QString organization;
    SetupOptions options{};
};

/*!
 * What a connect session is asked for: one of Kombo's three links (kombo-api.md 5.2, 5.8, 5.9). All
 * of them lead to a flow that ends in the same way; they differ in what its end has to be compared
 * with.
 */
class LinkOrder {
public:
    enum class Kind { Connection, Reconnection, Setup };

    // Whoever has one of these has an order: start(details) should go on to read like that.
    LinkOrder(ConnectDetails details); // NOLINT(google-explicit-constructor)
    LinkOrder(Reconnection reconnection); // NOLINT(google-explicit-constructor)
    LinkOrder(SetupVisit visit); // NOLINT(google-explicit-constructor)

    Kind kind() const;
    LinkType linkType() const;
    FlowLanguage language() const;
    const QString &organization() const;
    //! Which integration the link is for; empty for a connection, which has none yet.
    QString integrationId() const;

    //! Null unless the order is of this kind; they live as long as the order.
    const ConnectDetails *connection() const { return std::get_if<ConnectDetails>(&m_content); }
    const Reconnection *reconnection() const { return std::get_if<Reconnection>(&m_content); }
    const SetupVisit *setupVisit() const { return std::get_if<SetupVisit>(&m_content); }

    //! What is not as it was asked for: the client of a connection, the integration of the others.
    QList<Mismatch> mismatchesWith(const ResolvedIntegration &integration) const;

private:
    std::variant<ConnectDetails, Reconnection, SetupVisit> m_content;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Reconnection)
Q_DECLARE_METATYPE(desk::SetupVisit)
