// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "environment.h"
#include "exchangeoutput.h"
#include "runmemory.h"
#include "verbrun.h"

#include "api/komboclient.h"

#include <functional>
#include <memory>

namespace desk {

class Redactor;

/*!
 * A verb that asks the API of one environment and prints what comes of it. Whatever it has to wait
 * for, a failed call included, ends it in the same way. The redactor must outlive it.
 */
class ClientRun : public VerbRun {
    Q_OBJECT

public:
    ClientRun(const CommandLine &commandLine, Console &console, Redactor &redactor,
        QObject *parent = nullptr);
    ~ClientRun() override;

    void start() final;
    void interrupt() override;

protected:
    //! Called once, when there is somebody to ask.
    virtual void begin(KomboClient &client) = 0;

    const CommandLine &commandLine() const { return m_commandLine; }
    const ApiAccess &access() const { return m_client->access(); }
    const VerbWords &words() const { return m_commandLine.words; }
    bool isPractice() const { return m_environment.isPractice(); }
    void addSecret(const Secret &secret);
    RunMemory &memory() { return m_memory; }

    //! Ends the run if the call fails, and hands over its value if it does not.
    template <typename T>
    void follow(ApiCall<T> *call, const std::function<void(const T &value)> &take)
    {
        followEnd(call);
        connect(call, &ApiCallBase::succeeded, this, [call, take] { take(call->value()); });
    }

    void timeIsUp() override;
    void stop() override;
    void amend(Ending &ending) override;

private:
    void takeAccess(const ApiAccess &access);
    void followEnd(ApiCallBase *call);

    CommandLine m_commandLine;
    Redactor &m_redactor;
    Environment m_environment;
    ExchangeOutput m_exchanges;
    RunMemory m_memory;
    std::unique_ptr<KomboClient> m_client;
};

} // namespace desk
