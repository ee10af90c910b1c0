// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/result.h"
#include "profiles/profile.h"
#include "secrets/secreterror.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class ExchangeLog;
class KomboClient;
class ProfileStore;
class SecretKeeper;
class SecretRead;

/*!
 * The profile that people work with now, and the client that may call its API. Whoever runs
 * something longer than one call keeps the client: it stays what it was, with its own key, after
 * another profile was chosen. Store and keeper must outlive the workspace.
 */
class Workspace final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Resting, //!< nobody has asked for the client yet
        ReadingKey,
        Ready,
        NoKey, //!< none was entered for this profile, or not for the address it has now
        KeyUnreadable, //!< keyError() tells why
        NoPractice, //!< the practice server did not start; practiceProblem() tells why
    };
    Q_ENUM(State)

    //! Starts the practice server, or gives the reason why it does not start.
    using PracticeSource = std::function<Result<ApiAccess, QString>()>;

    //! Begins with the practice profile.
    //! The clients record their exchanges in the log, if there is one.
    Workspace(ProfileStore &profiles, SecretKeeper &keys, PracticeSource practice,
        ExchangeLog *exchanges = nullptr, QObject *parent = nullptr);
    ~Workspace() override;

    const Profile &profile() const { return m_profile; }
    State state() const { return m_state; }
    const std::optional<SecretError> &keyError() const { return m_keyError; }
    const QString &practiceProblem() const { return m_practiceProblem; }
    //! Null unless the state is Ready.
    std::shared_ptr<KomboClient> client() const { return m_client; }
    //! Where the API stands, as far as that is known; for people.
    QString address() const;

    //! True if there is such a profile, which is the current one then.
    bool switchTo(const QString &profileId);
    //! Works with an address of the command line, which is no profile of the store.
    void useAdHoc(const ApiAccess &access);

    //! Reads the key and makes the client, unless that was done or is being done.
    void prepare();
    //! Does so again, for instance after a key was entered.
    void prepareAgain();

Q_SIGNALS:
    //! Another profile, or other values of the same one.
    void profileChanged();
    void stateChanged(desk::Workspace::State state);
    //! The current profile was deleted, here or in another instance; practice follows.
    void profileGone(const QString &name);
    //! A key that no key store has announced.
    void secretLearned(const desk::Secret &secret);

private:
    void takeProfile(const Profile &profile);
    void followStore();
    void rest();
    void enter(State state);
    void startPractice();
    void readKey();
    void takeKey();
    void makeClient(const ApiAccess &access);

    ProfileStore &m_profiles;
    SecretKeeper &m_keys;
    PracticeSource m_practice;
    QPointer<ExchangeLog> m_exchanges;
    Profile m_profile;
    std::optional<ApiAccess> m_adHoc;
    std::shared_ptr<KomboClient> m_practiceClient; // its server runs on while others are used
    std::shared_ptr<KomboClient> m_client;
    QPointer<SecretRead> m_read;
    State m_state = State::Resting;
    std::optional<SecretError> m_keyError;
    QString m_practiceProblem;
};

} // namespace desk
