// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/redactor.h"
#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"

#include "support/fakesecretstore.h"
#include "support/scriptedserver.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace desk::test {

//! A data folder with its profiles, a keychain, and an API that answers as the test says.
class ProfileScene {
public:
    ProfileScene()
        : store(folder.path())
        , keychain(redactor)
        , keeper(keychain, redactor)
    {
    }

    Profile add(const QString &name, ProfileKind kind = ProfileKind::Development)
    {
        Profile draft;
        draft.name = name;
        draft.kind = kind;
        return *store.create(draft);
    }
    Profile addCustom(const QString &name)
    {
        Profile draft;
        draft.name = name;
        draft.region = Region::Custom;
        draft.customBaseUrl = server.url(QStringLiteral("/v1")).toString();
        return *store.create(draft);
    }
    void keepKey(const Profile &profile, const QString &key)
    {
        keychain.kept.insert(*keyIdOf(profile), key);
    }
    bool hasKey(const Profile &profile) const { return keychain.kept.contains(*keyIdOf(profile)); }

    void accept()
    {
        server.setHandler([](const Request &) {
            return Response::json(R"({"status":"success","data":{"environment_id":"env_8f2K1c"}})");
        });
    }
    void refuse(int status, const QByteArray &code)
    {
        const QByteArray body = R"({"status":"error","error":{"code":")" + code
            + R"(","title":"No","message":"No","log_url":null}})";
        server.setHandler(
            [status, body](const Request &) { return Response::json(body).withStatus(status); });
    }

    QTemporaryDir folder;
    ProfileStore store;
    Redactor redactor;
    FakeSecretStore keychain;
    SecretKeeper keeper;
    ScriptedServer server;
};

//! Everything a widget and those inside it say to eyes, pointers and screen readers.
inline QStringList everyTextOf(QWidget *top)
{
    QStringList texts;
    QList<QWidget *> widgets = top->findChildren<QWidget *>();
    widgets.append(top);
    for (QWidget *widget : std::as_const(widgets)) {
        texts << widget->toolTip() << widget->whatsThis() << widget->statusTip()
              << widget->windowTitle() << widget->accessibleName()
              << widget->accessibleDescription() << widget->objectName()
              << widget->property("placeholderText").toString()
              << widget->property("displayText").toString();
        if (!widget->inherits("QLineEdit"))
            texts << widget->property("text").toString()
                  << widget->property("plainText").toString();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken)
            continue;
        for (const QAccessible::Text kind :
            {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts << spoken->text(kind);
        if (QAccessibleTextInterface *text = spoken->textInterface())
            texts << text->text(0, text->characterCount());
    }
    texts.removeAll(QString());
    return texts;
}

//! Visible controls that a screen reader would not name.
inline QStringList unnamedControlsOf(QWidget *top)
{
    QStringList found;
    const QList<QWidget *> widgets = top->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && !isNamed)
            found.append(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                + widget->objectName());
    }
    return found;
}

} // namespace desk::test
