// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/ledgererrands.h"

#include "history/attemptrequest.h"
#include "memory/memory.h"
#include "recording/attemptfacts.h"
#include "workspace/workspace.h"

#include <utility>

namespace desk {

LedgerErrands::LedgerErrands(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

void LedgerErrands::openIntegration(const QString &id)
{
    m_parts.wait.want([this, id](const std::shared_ptr<KomboClient> &client) {
        Q_EMIT integrationOpened(client, id);
    });
}

void LedgerErrands::reconnect(const QString &id)
{
    order(GuardedAction::Reconnect, id, [this, id](const QString &organization) {
        Reconnection reconnection{id, organization};
        reconnection.options.language = m_parts.language();
        return LinkOrder(reconnection);
    });
}

void LedgerErrands::openSetup(const QString &id)
{
    order(GuardedAction::OpenSetup, id, [this, id](const QString &organization) {
        SetupVisit visit{id, organization};
        visit.options.language = m_parts.language();
        return LinkOrder(visit);
    });
}

void LedgerErrands::openIntegrationOf(const QString &profileId, const QString &id)
{
    inProfile(profileId, [this, id] { openIntegration(id); });
}

void LedgerErrands::reconnectOf(const QString &profileId, const QString &id)
{
    inProfile(profileId, [this, id] { reconnect(id); });
}

void LedgerErrands::beginWith(const ConnectDetails &details, const QString &profileId)
{
    inProfile(profileId, [this, details] { Q_EMIT formFilled(details); });
}

void LedgerErrands::beginLike(const QUuid &attempt)
{
    Ledger *const ledger = m_parts.memory.ledger().ledger();
    const auto found =
        ledger ? ledger->attempt(attempt) : Ledger::Answer<std::optional<Attempt>>(std::nullopt);
    if (!found || !*found) {
        Q_EMIT noted(tr("That attempt is not in the history any more"));
        return;
    }
    const Attempt &known = **found;
    if (known.purpose == AttemptPurpose::Connection)
        beginWith(detailsOf(known), known.profile.id);
    else
        reconnectOf(known.profile.id, known.integrationId);
}

QString LedgerErrands::profileInUse() const
{
    return AttemptFacts::profileOf(m_parts.workspace.profile()).id;
}

// As it is remembered; the ID, if it is not.
QString LedgerErrands::organizationOf(const QString &integrationId) const
{
    Ledger *const ledger = m_parts.memory.ledger().ledger();
    if (!ledger)
        return integrationId;
    const auto known = ledger->integration(profileInUse(), integrationId);
    return known && *known ? (*known)->organization : integrationId;
}

// A profile may have gone since; then nobody knows its key.
void LedgerErrands::inProfile(const QString &profileId, const std::function<void()> &proceed)
{
    if (profileInUse() == profileId) {
        proceed();
        return;
    }
    if (!m_parts.workspace.switchTo(profileId)) {
        Q_EMIT noted(tr("The profile of that attempt is not there any more"));
        return;
    }
    //: %1 is the name of a profile
    Q_EMIT noted(tr("%1 is in use now").arg(m_parts.workspace.profile().name));
    proceed();
}

void LedgerErrands::order(
    GuardedAction action, const QString &integrationId, const OrderOf &orderOf)
{
    if (m_parts.isFlowOpen()) {
        Q_EMIT refusedWhileOpen();
        return;
    }
    const LinkOrder wanted = orderOf(organizationOf(integrationId));
    m_parts.guard(action, wanted.organization(), [this, integrationId, wanted] {
        m_parts.wait.want(
            [this, integrationId, wanted](const std::shared_ptr<KomboClient> &client) {
                Q_EMIT integrationOpened(client, integrationId);
                Q_EMIT linkOrdered(client, wanted);
            });
    });
}

} // namespace desk
