// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"
#include "profiles/profileerror.h"

#include <QDialog>
#include <QList>

#include <optional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace desk {

class KeyPanel;
class Notice;
class ProfileForm;
class ProfileStore;
class SecretKeeper;

/*!
 * Creates or edits one profile and its key. Opened with open(); whoever makes it sets
 * WA_DeleteOnClose. Saving puts the profile into the store and then the key into the keychain; if
 * that fails, the dialog stays and asks. Store and keeper must outlive it.
 */
class ProfileEditor final : public QDialog {
    Q_OBJECT

public:
    //! Without a profile, or with one that has no id, it creates a new one.
    ProfileEditor(ProfileStore &store, SecretKeeper &keeper, const std::optional<Profile> &profile,
        QWidget *parent = nullptr);

    //! Puts the cursor where a key is entered.
    void focusKey();

Q_SIGNALS:
    //! Once, before finished(): the profile is in the store, and its key is where the person
    //! wanted it, or nowhere if the dialog was closed without that.
    void saved(const QString &profileId);

public Q_SLOTS:
    void done(int result) override;

private:
    QWidget *makeButtons();
    void save();
    void store(bool mayKeepKey);
    void presentErrors(const QList<ProfileError> &errors);
    void saveAsNew();
    void noteEdit();
    void followStore();
    void setSaving(bool isSaving);
    void reveal(QWidget *widget);

    ProfileStore &m_store;
    std::optional<Profile> m_kept; //!< as it is in the store
    bool m_wasStored = false;
    bool m_isNew;
    KeyPanel *m_key;
    ProfileForm *m_form;
    QScrollArea *m_scroll = nullptr;
    Notice *m_notice;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace desk
