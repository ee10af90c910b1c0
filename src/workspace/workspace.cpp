// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "workspace.h"

#include "api/exchangelog.h"
#include "api/komboclient.h"
#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Profile profileOf(const ApiAccess &access)
{
    Profile profile;
    profile.id = u"ad-hoc"_s;
    profile.name = access.baseUrl.host();
    profile.region = Region::Custom;
    profile.customBaseUrl = access.baseUrl.toString();
    profile.kind = ProfileKind::AdHoc;
    profile.linkHosts = access.linkHosts;
    profile.originIds = OriginIdPolicy::Optional;
    return profile;
}

bool needTheSameClient(const Profile &one, const Profile &other)
{
    return one.id == other.id && one.kind == other.kind && one.linkHosts == other.linkHosts
        && sendToTheSameApi(one, other);
}

} // namespace

Workspace::Workspace(ProfileStore &profiles, SecretKeeper &keys, PracticeSource practice,
    ExchangeLog *exchanges, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keys(keys)
    , m_practice(std::move(practice))
    , m_exchanges(exchanges)
    , m_profile(profiles.profiles().profiles().constFirst())
{
    connect(&m_profiles, &ProfileStore::changed, this, &Workspace::followStore);
}

Workspace::~Workspace() = default;

QString Workspace::address() const
{
    if (m_client)
        return m_client->access().baseUrl.toString();
    return baseUrlOf(m_profile).value_or(QUrl()).toString();
}

bool Workspace::switchTo(const QString &profileId)
{
    const std::optional<Profile> profile = m_profiles.profiles().byId(profileId);
    if (!profile)
        return false;
    m_adHoc.reset();
    if (profile != m_profile)
        takeProfile(*profile);
    return true;
}

void Workspace::useAdHoc(const ApiAccess &access)
{
    m_adHoc = access;
    takeProfile(profileOf(access));
}

void Workspace::takeProfile(const Profile &profile)
{
    const bool keepsClient = needTheSameClient(m_profile, profile);
    m_profile = profile;
    if (!keepsClient)
        rest();
    Q_EMIT profileChanged();
    if (!keepsClient)
        Q_EMIT stateChanged(m_state);
}

void Workspace::followStore()
{
    if (m_adHoc)
        return;
    const std::optional<Profile> profile = m_profiles.profiles().byId(m_profile.id);
    if (profile == m_profile)
        return;
    if (profile) {
        takeProfile(*profile);
        return;
    }
    const QString name = m_profile.name;
    takeProfile(m_profiles.profiles().profiles().constFirst());
    Q_EMIT profileGone(name);
}

void Workspace::rest()
{
    delete m_read;
    m_client.reset();
    m_keyError.reset();
    m_practiceProblem.clear();
    m_state = State::Resting;
}

void Workspace::prepare()
{
    if (m_state == State::Ready || m_state == State::ReadingKey)
        return;
    if (m_adHoc)
        makeClient(*m_adHoc);
    else if (isPractice(m_profile))
        startPractice();
    else
        readKey();
}

void Workspace::prepareAgain()
{
    if (!isPractice(m_profile))
        rest();
    prepare();
}

void Workspace::startPractice()
{
    if (m_practiceClient) {
        m_client = m_practiceClient;
        enter(State::Ready);
        return;
    }
    Result<ApiAccess, QString> access = m_practice();
    if (!access) {
        m_practiceProblem = access.error();
        enter(State::NoPractice);
        return;
    }
    makeClient(*access);
    m_practiceClient = m_client;
}

void Workspace::readKey()
{
    m_keyError.reset();
    const std::optional<QString> id = keyIdOf(m_profile);
    if (!id) {
        enter(State::NoKey);
        return;
    }
    m_read = m_keys.read(*id);
    connect(m_read, &SecretRead::succeeded, this, &Workspace::takeKey);
    connect(m_read, &SecretRead::failed, this, [this](const SecretError &error) {
        m_keyError = error;
        enter(State::KeyUnreadable);
    });
    connect(m_read, &SecretRead::finished, m_read, &QObject::deleteLater);
    enter(State::ReadingKey);
}

void Workspace::takeKey()
{
    const std::optional<Secret> key = m_read->value();
    const std::optional<ApiAccess> access = key ? apiAccess(m_profile, *key) : std::nullopt;
    if (access)
        makeClient(*access);
    else
        enter(State::NoKey);
}

void Workspace::makeClient(const ApiAccess &access)
{
    Q_EMIT secretLearned(access.apiKey);
    m_client = std::make_shared<KomboClient>(access);
    m_client->recordIn(m_exchanges);
    enter(State::Ready);
}

void Workspace::enter(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace desk
