// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "secretserviceinspection.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr int deadline = 5'000; // milliseconds

QDBusMessage question(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
}

QDBusMessage serviceQuestion(const QString &method)
{
    return question(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method);
}

KeychainFinding findingFrom(const QDBusError &error)
{
    const QDBusError::ErrorType type = error.type();
    const bool isNobody = type == QDBusError::ServiceUnknown || type == QDBusError::NoServer
        || type == QDBusError::Disconnected
        || error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1); // it does not start
    return isNobody ? KeychainFinding::NoService : KeychainFinding::Unknown;
}

} // namespace

SecretServiceInspection::SecretServiceInspection(
    const QString &service, const QString &key, QObject *parent)
    : KeychainInspection(parent)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage search = serviceQuestion(u"SearchItems"_s);
    // The attributes that QtKeychain gives its entries.
    search << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}});
    ask(search, &SecretServiceInspection::readSearch);
}

void SecretServiceInspection::ask(const QDBusMessage &question, Step next)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        // A watcher of a call without a connection never tells that it has failed.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT found(KeychainFinding::NoService); }, Qt::QueuedConnection);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, deadline), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, next] {
        watcher->deleteLater();
        if (watcher->isError())
            Q_EMIT found(findingFrom(watcher->error()));
        else
            (this->*next)(watcher->reply());
    });
}

void SecretServiceInspection::readSearch(const QDBusMessage &reply)
{
    const QDBusPendingReply<Paths, Paths> items(reply);
    if (items.isError()) {
        Q_EMIT found(KeychainFinding::Unknown);
    } else if (!items.argumentAt<1>().isEmpty()) {
        Q_EMIT found(KeychainFinding::EntryLocked);
    } else if (!items.argumentAt<0>().isEmpty()) {
        Q_EMIT found(KeychainFinding::EntryPresent);
    } else {
        QDBusMessage alias = serviceQuestion(u"ReadAlias"_s);
        alias << u"default"_s;
        ask(alias, &SecretServiceInspection::readAlias);
    }
}

void SecretServiceInspection::readAlias(const QDBusMessage &reply)
{
    const QDBusPendingReply<QDBusObjectPath> collection(reply);
    if (collection.isError()) {
        Q_EMIT found(KeychainFinding::Unknown);
        return;
    }
    const QString path = collection.value().path();
    if (path == "/"_L1) {
        Q_EMIT found(KeychainFinding::NoCollection);
        return;
    }
    QDBusMessage lock = question(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    lock << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    ask(lock, &SecretServiceInspection::readLock);
}

void SecretServiceInspection::readLock(const QDBusMessage &reply)
{
    const QDBusPendingReply<QDBusVariant> isLocked(reply);
    if (isLocked.isError())
        Q_EMIT found(KeychainFinding::Unknown);
    else if (isLocked.value().variant().toBool())
        Q_EMIT found(KeychainFinding::CollectionLocked);
    else
        Q_EMIT found(KeychainFinding::EntryAbsent);
}

} // namespace desk
