// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "failure.h"

#include "core/apiaccess.h"
#include "ledger/attempt.h"

#include <QObject>

#include <memory>

namespace desk {

class KeptProfile;
class PracticeServer;
class Redactor;

/*!
 * The Kombo environment that a verb works in: the address it was given, a profile that is kept on
 * this computer, or else a practice server of its own, which lives as long as this object. The
 * redactor knows the key before anybody else does, and must outlive this.
 */
class Environment final : public QObject {
    Q_OBJECT

public:
    Environment(const CommandLine &commandLine, Redactor &redactor, QObject *parent = nullptr);
    ~Environment() override;

    bool isPractice() const { return !m_commandLine.adHoc && !m_commandLine.profile; }

    //! Called once. Ends with opened() or failed(), at once or, if a keychain is asked, later.
    void open();
    //! Where its flows are shown, once it is opened.
    FlowPlacement placement() const;
    //! How the ledger calls it.
    LedgerProfile ledgerProfile() const;

Q_SIGNALS:
    void opened(const desk::ApiAccess &access);
    void failed(const desk::Failure &failure);

private:
    void startPractice();
    void openKept();

    CommandLine m_commandLine;
    Redactor &m_redactor;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<KeptProfile> m_kept;
};

} // namespace desk
