// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/guard/productionguard.h"

#include "session/linkorder.h"
#include "workspace/clientwait.h"

#include <QObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>

namespace desk {

class KomboClient;
class Memory;
class Workspace;

/*!
 * What is begun anew from something remembered: the same client once more, a connection renewed, a
 * setup gone on with. Changes to the profile it was remembered under, asks before it touches
 * production, and waits for the client; what comes of it is the window's to show.
 */
class LedgerErrands final : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    struct Parts {
        Memory &memory;
        Workspace &workspace;
        ClientWait &wait;
        ProductionGuard guard;
        std::function<bool()> isFlowOpen; //!< there is room for one only
        std::function<FlowLanguage()> language; //!< of a flow that is ordered
    };

    explicit LedgerErrands(Parts parts, QObject *parent = nullptr);

public Q_SLOTS:
    // Of the profile in use.
    void openIntegration(const QString &id);
    void reconnect(const QString &id);
    void openSetup(const QString &id);

    // Of another profile, which is put in use.
    void openIntegrationOf(const QString &profileId, const QString &id);
    void reconnectOf(const QString &profileId, const QString &id);
    void beginWith(const desk::ConnectDetails &details, const QString &profileId);
    //! Another link for the same thing.
    void beginLike(const QUuid &attempt);

Q_SIGNALS:
    //! A flow is open already.
    void refusedWhileOpen();
    //! For the form; the profile is in use.
    void formFilled(const desk::ConnectDetails &details);
    //! Its client is that of the profile in use.
    void integrationOpened(
        const std::shared_ptr<desk::KomboClient> &client, const QString &integrationId);
    //! After integrationOpened() for the integration that it is about.
    void linkOrdered(
        const std::shared_ptr<desk::KomboClient> &client, const desk::LinkOrder &order);
    //! For the window's status line.
    void noted(const QString &text);

private:
    using OrderOf = std::function<LinkOrder(const QString &organization)>;

    QString profileInUse() const;
    QString organizationOf(const QString &integrationId) const;
    void inProfile(const QString &profileId, const std::function<void()> &proceed);
    void order(GuardedAction action, const QString &integrationId, const OrderOf &orderOf);

    Parts m_parts;
};

} // namespace desk
