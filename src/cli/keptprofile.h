// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "failure.h"

#include "core/apiaccess.h"
#include "core/result.h"
#include "profiles/profile.h"
#include "secrets/secreterror.h"

#include <QObject>

#include <memory>

namespace desk {

class KeychainStore;
class Redactor;
class SecretKeeper;
class SecretRead;

//! The profile of that name in the data folder of the command line, or why there is none.
Result<Profile, Failure> keptProfile(const CommandLine &commandLine);

/*!
 * Opens the profile that --profile names: reads it, asks the keychain for its key, and refuses
 * details that the profile does not allow. The redactor must outlive it.
 */
class KeptProfile final : public QObject {
    Q_OBJECT

public:
    KeptProfile(CommandLine commandLine, Redactor &redactor, QObject *parent = nullptr);
    ~KeptProfile() override;

    //! Called once; ends with opened() or failed(), at once or later.
    void open();
    //! Of the profile, once it is opened.
    const Profile &profile() const { return m_profile; }

Q_SIGNALS:
    void opened(const desk::ApiAccess &access);
    void failed(const desk::Failure &failure);

private:
    bool refusesDetails(const Profile &profile) const;
    void readKey(const Profile &profile);
    void takeKey(const Profile &profile, const SecretRead *read);
    void tellTrouble(const Profile &profile, const SecretError &error);

    CommandLine m_commandLine;
    Profile m_profile;
    std::unique_ptr<KeychainStore> m_keychain;
    std::unique_ptr<SecretKeeper> m_keys;
};

} // namespace desk
