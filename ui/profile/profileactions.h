// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "workspace/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QDialog;
class QWidget;
QT_END_NAMESPACE

namespace desk {

class ProfileButton;
class ProfileStore;
class SecretKeeper;

/*!
 * What people do with profiles in a window: choose one, edit them, enter a key. Keeps the button
 * in the header up to date, and opens one dialog at a time. Everything given must outlive it.
 */
class ProfileActions final : public QObject {
    Q_OBJECT

public:
    ProfileActions(ProfileStore &store, SecretKeeper &keys, Workspace &workspace,
        ProfileButton *button, QWidget *window);

public Q_SLOTS:
    void openSwitcher();
    void manage();
    void createNew();
    //! The editor of the profile in use, with the cursor where the key is entered.
    void enterKey();

Q_SIGNALS:
    //! Another profile is in use because the person chose it.
    void switched();

private:
    void switchTo(const QString &profileId);
    void openEditor(const std::optional<Profile> &profile, bool atKey);
    void takeSaved(const QString &profileId);
    void showProfile();
    QString description() const;

    ProfileStore &m_store;
    SecretKeeper &m_keys;
    Workspace &m_workspace;
    ProfileButton *m_button;
    QWidget *m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace desk
