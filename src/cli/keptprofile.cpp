// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keptprofile.h"

#include "profiles/datafolder.h"
#include "profiles/keyid.h"
#include "profiles/profilename.h"
#include "profiles/profilestore.h"
#include "secrets/keychainstore.h"
#include "secrets/secretkeeper.h"
#include "wording/datafolderwording.h"
#include "wording/keywording.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::KeptProfile)
};

Failure usageFailure(const QString &sentence)
{
    return plainFailure(ExitCode::Usage, u"usage"_s, sentence);
}

Failure keyFailure(const QString &sentence)
{
    return plainFailure(ExitCode::NotAccepted, u"key"_s, sentence);
}

QString knownNames(const QList<Profile> &profiles)
{
    constexpr qsizetype most = 10;
    QStringList names;
    for (const Profile &profile : profiles.first(qMin(most, profiles.size())))
        names.append(isPractice(profile) ? u"practice"_s : profile.name);
    if (profiles.size() > most)
        names.append(u"…"_s);
    return names.join(u", "_s);
}

QString unknownProfile(const QString &name, const QString &known)
{
    // What is longer than people name a profile may be a key that went astray; it is not repeated.
    constexpr qsizetype longestRepeated = 40;
    if (name.size() > longestRepeated) {
        //: %1 is a list of names
        return Words::tr("--profile names no profile. Profiles on this computer: %1.").arg(known);
    }
    //: %1 is what was given, %2 a list of names
    return Words::tr("--profile: there is no profile “%1”. Profiles on this computer: %2.")
        .arg(name, known);
}

} // namespace

Result<Profile, Failure> keptProfile(const CommandLine &commandLine)
{
    const Result<DataFolder, DataFolderProblem> folder =
        openDataFolder(placesOfThisProgram(commandLine.dataDirectory));
    if (!folder)
        return Unexpected{usageFailure(DataFolderWording::sentence(folder.error()))};
    const ProfileStore store(folder->path);
    const QList<Profile> &profiles = store.profiles().profiles();
    const QString name = commandLine.profile.value_or(QString());
    if (const std::optional<Profile> profile = profileNamed(name, profiles))
        return *profile;
    return Unexpected{usageFailure(unknownProfile(name, knownNames(profiles)))};
}

KeptProfile::KeptProfile(CommandLine commandLine, Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
    , m_keychain(std::make_unique<KeychainStore>(redactor))
    , m_keys(std::make_unique<SecretKeeper>(*m_keychain, redactor))
{
}

KeptProfile::~KeptProfile() = default;

void KeptProfile::open()
{
    const Result<Profile, Failure> profile = keptProfile(m_commandLine);
    if (!profile) {
        Q_EMIT failed(profile.error());
        return;
    }
    if (refusesDetails(*profile)) {
        //: %1 is the name of a profile
        Q_EMIT failed(usageFailure(
            tr("--origin-id is needed: the profile “%1” asks for one.").arg(profile->name)));
        return;
    }
    m_profile = *profile;
    readKey(*profile);
}

bool KeptProfile::refusesDetails(const Profile &profile) const
{
    const bool makesALink =
        m_commandLine.verb == Verb::Connect || m_commandLine.verb == Verb::CreateLink;
    return makesALink && profile.originIds == OriginIdPolicy::Required
        && !m_commandLine.details.originId;
}

void KeptProfile::readKey(const Profile &profile)
{
    const std::optional<QString> id = keyIdOf(profile);
    SecretRead *read = m_keys->read(id.value_or(QString()));
    connect(read, &SecretRead::succeeded, this, [this, profile, read] { takeKey(profile, read); });
    connect(read, &SecretRead::failed, this,
        [this, profile](const SecretError &error) { tellTrouble(profile, error); });
}

void KeptProfile::takeKey(const Profile &profile, const SecretRead *read)
{
    const std::optional<Secret> &key = read->value();
    const std::optional<ApiAccess> access = key ? apiAccess(profile, *key) : std::nullopt;
    if (access) {
        Q_EMIT opened(*access);
        return;
    }
    //: %1 is the name of a profile
    Q_EMIT failed(keyFailure(
        tr("The keychain holds no API key for the profile “%1”. Enter it in the window first.")
            .arg(profile.name)));
}

void KeptProfile::tellTrouble(const Profile &profile, const SecretError &error)
{
    const ErrorMessage message = KeyWording::message(error, KeyWording::Action::Read);
    //: %1 is the name of a profile, %2 says what is wrong with the keychain
    Q_EMIT failed(keyFailure(tr("The API key of the profile “%1” cannot be read. %2.")
                                 .arg(profile.name, message.headline)));
}

} // namespace desk
