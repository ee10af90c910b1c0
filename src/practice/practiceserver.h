// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/result.h"
#include "practiceoptions.h"

#include <QObject>
#include <QString>

#include <memory>

namespace desk {

class HttpListener;
class PracticeService;

/*!
 * A Kombo environment of our own on this machine: the API and a Connect flow, without any network.
 * Listens on loopback only, with a key of its own for each run. Nothing it holds outlives it.
 * Lives in one thread and answers from its event loop; destroying it stops it.
 */
class PracticeServer : public QObject {
    Q_OBJECT

public:
    explicit PracticeServer(QObject *parent = nullptr);
    ~PracticeServer() override;

    /*!
     * Listens on the port, or on a free one for 0; the error is a reason fit to be shown. Called
     * again after a success, it begins a new environment and the old one is gone.
     */
    Result<ApiAccess, QString> start(quint16 port = 0, const PracticeOptions &options = {});

    bool isStarted() const { return m_service != nullptr; }

    //! Replaces the scripted faults; without effect before a start. See PracticeFaults for bounds.
    void setFaults(const QList<PracticeFault> &faults);
    //! Those still due; none before a start.
    QList<PracticeFault> faults() const;

    //! The same for how the flow behaves out of the ordinary.
    void setBehaviours(const QList<PracticeBehaviour> &behaviours);
    QList<PracticeBehaviour> behaviours() const;

Q_SIGNALS:
    //! A new environment has begun, with the faults and behaviours of its start.
    void started();
    //! A request was answered, so that a fault or a behaviour may be due less often than before.
    void answered();

private:
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<HttpListener> m_listener; // asks the service, so it goes first
};

} // namespace desk
