// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profileactions.h"

#include "ui/profile/profilebutton.h"
#include "ui/profile/profileeditor.h"
#include "ui/profile/profilesdialog.h"
#include "ui/profile/profileswitcher.h"

#include "profiles/profilestore.h"

namespace desk {

ProfileActions::ProfileActions(ProfileStore &store, SecretKeeper &keys, Workspace &workspace,
    ProfileButton *button, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_keys(keys)
    , m_workspace(workspace)
    , m_button(button)
    , m_window(window)
{
    connect(m_button, &QPushButton::clicked, this, &ProfileActions::openSwitcher);
    connect(&m_workspace, &Workspace::profileChanged, this, &ProfileActions::showProfile);
    showProfile();
}

void ProfileActions::openSwitcher()
{
    auto *switcher = new ProfileSwitcher(m_store, m_workspace.profile().id, m_window);
    switcher->setAttribute(Qt::WA_DeleteOnClose);
    connect(switcher, &ProfileSwitcher::chosen, this, &ProfileActions::switchTo);
    connect(switcher, &ProfileSwitcher::manageRequested, this, &ProfileActions::manage);
    connect(switcher, &ProfileSwitcher::newRequested, this, &ProfileActions::createNew);
    switcher->openBelow(m_button);
}

void ProfileActions::manage()
{
    if (m_dialog)
        return;
    auto *dialog = new ProfilesDialog(m_store, m_keys, m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCurrent(m_workspace.profile().id);
    connect(dialog, &ProfilesDialog::profileSaved, this, &ProfileActions::takeSaved);
    dialog->open();
}

void ProfileActions::createNew()
{
    openEditor(std::nullopt, false);
}

void ProfileActions::enterKey()
{
    openEditor(m_store.profiles().byId(m_workspace.profile().id), true);
}

void ProfileActions::openEditor(const std::optional<Profile> &profile, bool atKey)
{
    if (m_dialog)
        return;
    auto *editor = new ProfileEditor(m_store, m_keys, profile, m_window);
    m_dialog = editor;
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ProfileEditor::saved, this, [this, isNew = !profile](const QString &id) {
        // Who creates a profile wants to work with it.
        if (isNew)
            switchTo(id);
        takeSaved(id);
    });
    editor->open();
    if (atKey)
        editor->focusKey();
}

void ProfileActions::switchTo(const QString &profileId)
{
    if (profileId == m_workspace.profile().id || !m_workspace.switchTo(profileId))
        return;
    m_workspace.prepare();
    Q_EMIT switched();
}

void ProfileActions::takeSaved(const QString &profileId)
{
    if (profileId == m_workspace.profile().id)
        m_workspace.prepareAgain();
}

void ProfileActions::showProfile()
{
    const Profile &profile = m_workspace.profile();
    m_button->present(profile.kind, profile.name, description());
}

QString ProfileActions::description() const
{
    if (m_workspace.profile().kind == ProfileKind::Practice)
        return tr("Everything stays on this computer; no client is connected for real.");
    return m_workspace.address();
}

} // namespace desk
