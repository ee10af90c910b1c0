// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keywording.h"

#include "profilewording.h"

#include "core/tokencheck.h"
#include "keys/keyverdict.h"

#include <QCoreApplication>

namespace desk::KeyWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::KeyWording)
};

QString adviceForWrong(const Profile &profile)
{
    switch (profile.region) {
    case Region::Eu:
        return Words::tr("It may be mistyped or revoked, or be a key of the US region: keys of one "
                         "region do not work in the other. Nothing was sent to the US region; if "
                         "it is a key of there, choose US.");
    case Region::Us:
        return Words::tr("It may be mistyped or revoked, or be a key of the EU region: keys of one "
                         "region do not work in the other. Nothing was sent to the EU region; if "
                         "it is a key of there, choose EU.");
    case Region::Custom:
        return Words::tr(
            "It may be mistyped or revoked, or belong to another address. Check the base URL.");
    }
    Q_UNREACHABLE();
}

ErrorMessage unknown(const ApiError &error)
{
    const ErrorMessage cause = ErrorWording::message(error);
    ErrorMessage message = cause;
    message.headline = Words::tr("The key could not be checked");
    if (error.kind == ApiError::Kind::NotFound)
        message.advice = Words::tr("%1 does not answer as the Kombo API does. Check the base URL; "
                                   "whether the key is right is not known.")
                             .arg(error.host);
    else
        //: %1 what happened, %2 what to do about it
        message.advice = Words::tr("%1. %2 Whether the key is right is not known.")
                             .arg(cause.headline, cause.advice);
    return message;
}

QString headlineFor(Action action)
{
    switch (action) {
    case Action::Keep:
        return Words::tr("The key was not kept");
    case Action::Read:
        return Words::tr("The key cannot be read");
    case Action::Remove:
        return Words::tr("The key was not removed");
    }
    Q_UNREACHABLE();
}

QString reason(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::NoKeychain:
        return Words::tr("This computer has no keychain.");
    case SecretError::Kind::Locked:
        return Words::tr("The keychain is locked.");
    case SecretError::Kind::Denied:
        return Words::tr("The keychain does not let Connect Desk in.");
    case SecretError::Kind::Failed:
        return Words::tr("The keychain did not answer as it should.");
    }
    Q_UNREACHABLE();
}

QString adviceFor(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::NoKeychain:
        return Words::tr("Set one up, such as GNOME Keyring or KWallet.");
    case SecretError::Kind::Locked:
        return Words::tr("Unlock it, then try again.");
    case SecretError::Kind::Denied:
        return Words::tr("Allow it in the keychain’s own settings, then try again.");
    case SecretError::Kind::Failed:
        return Words::tr("Try again in a moment.");
    }
    Q_UNREACHABLE();
}

QString unreadable(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::NoKeychain:
        return Words::tr("No key: this computer has no keychain");
    case SecretError::Kind::Locked:
        return Words::tr("Key cannot be read: the keychain is locked");
    case SecretError::Kind::Denied:
        return Words::tr("Key cannot be read: the keychain does not let Connect Desk in");
    case SecretError::Kind::Failed:
        return Words::tr("Key cannot be read: the keychain did not answer as it should");
    }
    Q_UNREACHABLE();
}

} // namespace

QString accepted(const EnvironmentInfo &environment)
{
    //: %1 is the ID of an environment
    return Words::tr("Accepted: environment %1").arg(environment.environmentId);
}

ErrorMessage refused(const ApiError &error, const Profile &profile)
{
    switch (verdictOf(error)) {
    case KeyVerdict::Wrong: {
        ErrorMessage message = ErrorWording::message(error);
        message.advice = adviceForWrong(profile);
        return message;
    }
    case KeyVerdict::NotFromHere:
        return ErrorWording::message(error);
    case KeyVerdict::NotKnown:
        return unknown(error);
    }
    Q_UNREACHABLE();
}

QString checking(const Profile &profile)
{
    //: %1 is a host
    return Words::tr("Checking the key with %1…").arg(ProfileWording::place(profile));
}

QString waiting(std::chrono::milliseconds delay)
{
    //: %1 is a duration such as "3 seconds"
    return Words::tr("No answer yet; trying again in %1…").arg(ErrorWording::duration(delay));
}

QString sentence(ApiKeyProblem problem)
{
    switch (problem) {
    case ApiKeyProblem::Missing:
        return Words::tr("API key is missing: paste the one of this environment.");
    case ApiKeyProblem::TooLong:
        //: %1 is a number
        return Words::tr("API key must not be longer than %1 characters.").arg(maximumTokenLength);
    case ApiKeyProblem::NotAKey:
        return Words::tr("API key contains a blank, a line break or a character that no key has. "
                         "Copy it again, all of it and nothing else.");
    }
    Q_UNREACHABLE();
}

ErrorMessage message(const SecretError &error, Action action)
{
    QString advice = reason(error.kind) + u' ' + adviceFor(error.kind);
    if (action == Action::Keep)
        advice += u' '
            + Words::tr("Nothing was written anywhere. If you keep the key for this session only, "
                        "it is gone when Connect Desk is closed.");
    return {headlineFor(action), advice, {}, error.detail};
}

QString state(const KeyState &state, const std::optional<QString> &environment)
{
    switch (state.kind) {
    case KeyState::Kind::NotNeeded:
        return Words::tr("Practice needs no key: its server makes its own");
    case KeyState::Kind::Unknown:
        return Words::tr("Looking for the key…");
    case KeyState::Kind::None:
        return Words::tr("No key yet");
    case KeyState::Kind::Keychain:
        //: %1 is the ID of an environment
        return environment ? Words::tr("Key is in the keychain, environment %1").arg(*environment)
                           : Words::tr("Key is in the keychain");
    case KeyState::Kind::ThisSession:
        //: %1 is the ID of an environment
        return environment
            ? Words::tr("Key for this session only, environment %1").arg(*environment)
            : Words::tr("Key for this session only");
    case KeyState::Kind::Unreadable:
        return unreadable(state.problem);
    }
    Q_UNREACHABLE();
}

QString brief(const KeyState &state)
{
    switch (state.kind) {
    case KeyState::Kind::NotNeeded:
        return Words::tr("Needs no key");
    case KeyState::Kind::Unknown:
        return Words::tr("Looking for key…");
    case KeyState::Kind::None:
        return Words::tr("No key");
    case KeyState::Kind::Keychain:
        return Words::tr("Key in keychain");
    case KeyState::Kind::ThisSession:
        return Words::tr("Key for this session");
    case KeyState::Kind::Unreadable:
        return state.problem == SecretError::Kind::Locked ? Words::tr("Keychain locked")
                                                          : Words::tr("Key not readable");
    }
    Q_UNREACHABLE();
}

QString forAnotherAddress(const Profile &kept, const Profile &chosen)
{
    //: %1 and %2 are hosts
    return Words::tr("The key was entered for another address, %1. Enter the one for %2.")
        .arg(ProfileWording::place(kept), ProfileWording::place(chosen));
}

} // namespace desk::KeyWording
