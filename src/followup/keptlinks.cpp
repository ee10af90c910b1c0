// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keptlinks.h"

#include "core/tokencheck.h"
#include "secrets/secretcall.h"
#include "secrets/secretstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;

// Keys of profiles are kept under the profile's id, which never begins like this.
QString entryOf(const QUuid &attempt)
{
    return "link."_L1 + attempt.toString(QUuid::WithoutBraces);
}

} // namespace

KeptLinks::KeptLinks(SecretStore &keychain, QString folder, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_folder(std::move(folder))
{
}

bool KeptLinks::isKeepable(const Secret &link)
{
    return isSaneToken(link.reveal());
}

QString KeptLinks::markOf(const QUuid &attempt) const
{
    return QDir(m_folder).filePath(attempt.toString(QUuid::WithoutBraces));
}

bool KeptLinks::isKept(const QUuid &attempt) const
{
    return QFileInfo::exists(markOf(attempt));
}

QSet<QUuid> KeptLinks::attempts() const
{
    QSet<QUuid> attempts;
    const QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QUuid attempt = QUuid::fromString(name);
        if (!attempt.isNull())
            attempts.insert(attempt);
    }
    return attempts;
}

void KeptLinks::keep(const QUuid &attempt, const Secret &link)
{
    const bool wasKept = isKept(attempt);
    // Without its mark the link would lie in the keychain and nobody would know.
    if (!setMark(attempt)) {
        const SecretError error{
            SecretError::Kind::Failed, u"%1 cannot be written"_s.arg(markOf(attempt))};
        QMetaObject::invokeMethod(
            this, [this, attempt, error] { Q_EMIT notKept(attempt, error); }, Qt::QueuedConnection);
        return;
    }
    SecretCall *call = m_keychain.write(entryOf(attempt), link);
    connect(call, &SecretCall::succeeded, this, [this, attempt, wasKept] {
        Q_EMIT kept(attempt);
        if (!wasKept)
            Q_EMIT changed();
    });
    connect(call, &SecretCall::failed, this, [this, attempt, wasKept](const SecretError &error) {
        if (!wasKept)
            dropMark(attempt);
        Q_EMIT notKept(attempt, error);
    });
    connect(call, &SecretCall::finished, call, &QObject::deleteLater);
}

SecretRead *KeptLinks::read(const QUuid &attempt)
{
    SecretRead *read = m_keychain.read(entryOf(attempt));
    connect(read, &SecretCall::succeeded, this, [this, attempt, read] {
        // Somebody has cleared the keychain.
        if (read->value() || !isKept(attempt))
            return;
        dropMark(attempt);
        Q_EMIT changed();
    });
    return read;
}

void KeptLinks::forget(const QUuid &attempt)
{
    const bool wasKept = isKept(attempt);
    SecretCall *call = m_keychain.remove(entryOf(attempt));
    connect(call, &SecretCall::succeeded, this, [this, attempt, wasKept] {
        dropMark(attempt);
        Q_EMIT forgotten(attempt);
        if (wasKept)
            Q_EMIT changed();
    });
    connect(call, &SecretCall::failed, this,
        [this, attempt](const SecretError &error) { Q_EMIT notForgotten(attempt, error); });
    connect(call, &SecretCall::finished, call, &QObject::deleteLater);
}

bool KeptLinks::setMark(const QUuid &attempt)
{
    const QFileInfo info(m_folder);
    if (!info.isDir()
        && !(QDir().mkpath(info.path()) && (QDir().mkdir(m_folder, ownerFolder) || info.isDir())))
        return false;
    QFile file(markOf(attempt));
    return file.open(QIODevice::WriteOnly, ownerFile);
}

void KeptLinks::dropMark(const QUuid &attempt)
{
    QFile::remove(markOf(attempt));
}

} // namespace desk
