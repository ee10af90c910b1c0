// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "failure.h"

#include "api/exchangelog.h"

#include <QByteArray>
#include <QObject>

#include <optional>

namespace desk {

class Console;

/*!
 * What a verb does with its exchanges besides their purpose: --verbose tells each as it ends,
 * --har saves them, --copy-as makes scripts of them. The console must outlive it.
 */
class ExchangeOutput final : public QObject {
    Q_OBJECT

public:
    ExchangeOutput(const CommandLine &commandLine, Console &console, QObject *parent = nullptr);

    //! For KomboClient::recordIn(); null if nobody wants to know.
    ExchangeLog *log() { return m_isWanted ? &m_log : nullptr; }

    const QList<Exchange> &exchanges() const { return m_log.exchanges(); }

    //! One script for each endpoint that was asked, if scripts are wanted.
    std::optional<QByteArray> scripts() const;
    //! Writes what is wanted; the failure says why it could not.
    std::optional<Failure> save() const;

private:
    void tell(const Exchange &exchange);

    CommandLine m_commandLine;
    Console &m_console;
    ExchangeLog m_log;
    bool m_isWanted;
};

} // namespace desk
