// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/redactor.h"

#include "support/fakesecretstore.h"
#include "support/scriptedserver.h"
#include "support/windowinstance.h"

#include <QAbstractButton>
#include <QTemporaryDir>

#include <memory>
#include <type_traits>

namespace desk::test {

/*!
 * The window on a data folder of its own, an API that answers as it is told, a fake keychain and a
 * fake flow.
 */
class WindowScene {
public:
    WindowScene();
    ~WindowScene();

    //! Makes the window, in place of the one before, on the same data folder; not shown yet.
    void make(const QString &pluginFolder = QStringLiteral(DESK_FAKE_FLOW));
    void close() { m_instance.reset(); }
    std::unique_ptr<WindowInstance> anotherInstance();

    WindowInstance &instance() const { return *m_instance; }
    MainWindow &window() const { return m_instance->window; }
    ScriptedServer &server() { return m_server; }
    FakeSecretStore &keychain() { return m_keychain; }
    QString folder() const { return m_folder.path(); }
    //! For the window as the command line opens it with --base-url.
    ApiAccess adHoc() const;

    //! A profile that calls the scripted server, with its key in the keychain unless it is empty.
    QString createProfile(const QString &name, ProfileKind kind, const QString &key);
    QList<Request> requestsTo(const QByteArray &pathPart) const;

    QObject *driver() const;
    //! The fake flow does as told.
    void loadFlow();
    void finishFlow(const QString &token);

    //! Parts of the same kind have the same names; one that can be seen goes before one that
    //! cannot.
    template <typename Widget> Widget *find(const char *name) const
    {
        const auto widgets = window().findChildren<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(!widgets.isEmpty());
        if constexpr (std::is_base_of_v<QWidget, Widget>) {
            for (Widget *widget : widgets) {
                if (widget->isVisible())
                    return widget;
            }
        }
        return widgets.constFirst();
    }
    void press(const char *button) const;

    Response linkAnswer;
    Response integrationAnswer;
    Response detailsAnswer;
    Response toolsAnswer;

private:
    Response answerTo(const Request &request) const;

    Theme m_theme;
    QTemporaryDir m_folder;
    Redactor m_redactor;
    FakeSecretStore m_keychain{m_redactor};
    ScriptedServer m_server;
    std::unique_ptr<WindowInstance> m_instance;
};

} // namespace desk::test
