// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT
//
// keychainuser read|write|remove ID [SECONDS]: does it in the keychain of the session and prints in
// one word how it ended. The secret, to be written or expected, is the line on standard input, and
// is never printed.

#include "core/redactor.h"
#include "secrets/keychainstore.h"
#include "secrets/systemkeychain.h"

#include <QCoreApplication>
#include <QMetaEnum>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Secret secretFromInput()
{
    std::string line;
    std::getline(std::cin, line);
    return Secret(QString::fromStdString(line));
}

SecretCall *ask(SecretStore &store, const QString &verb, const QString &id, const Secret &secret)
{
    if (verb == "write"_L1)
        return store.write(id, secret);
    if (verb == "remove"_L1)
        return store.remove(id);
    return store.read(id);
}

const char *wordFor(const SecretCall &call, const Secret &expected)
{
    const auto *read = qobject_cast<const SecretRead *>(&call);
    if (!read || QCoreApplication::arguments().at(1) != "read"_L1)
        return "done";
    if (!read->value())
        return "absent";
    return read->value() == expected ? "same" : "different";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const Secret secret = secretFromInput();
    Redactor redactor;
    const std::chrono::seconds limit(arguments.value(3, u"30"_s).toInt());
    KeychainStore store(redactor, std::make_unique<SystemKeychain>(), limit);
    SecretCall *call = ask(store, arguments.at(1), arguments.at(2), secret);
    QObject::connect(call, &SecretCall::succeeded, &store,
        [call, secret] { std::puts(wordFor(*call, secret)); });
    QObject::connect(call, &SecretCall::failed, &store, [](const SecretError &error) {
        std::puts(QMetaEnum::fromType<SecretError::Kind>().valueToKey(int(error.kind)));
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
    });
    QObject::connect(
        call, &SecretCall::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
