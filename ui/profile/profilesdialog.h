// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keys/keystates.h"
#include "keys/profilebin.h"

#include <QDialog>
#include <QStandardItemModel>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class Notice;
class ProfileListView;
class ProfileStore;
class SecretKeeper;
struct Profile;
struct ProfileImportReport;

/*!
 * All profiles: create, edit, duplicate, delete with undo, order, import and export. Opened with
 * open(); whoever makes it sets WA_DeleteOnClose. Follows the store, whoever changes it. Store and
 * keeper must outlive it.
 */
class ProfilesDialog final : public QDialog {
    Q_OBJECT

public:
    ProfilesDialog(ProfileStore &store, SecretKeeper &keeper, QWidget *parent = nullptr);

    //! The row that is marked as the one in use; chosen at first, too.
    void setCurrent(const QString &profileId);

Q_SIGNALS:
    //! The profile left the store here; whoever works with it has to take another one.
    void profileRemoved(const QString &profileId);
    //! A profile was created or edited here, or its key was.
    void profileSaved(const QString &profileId);

public Q_SLOTS:
    void done(int result) override;

private:
    QWidget *makeList();
    QWidget *makeButtons();
    void refresh();
    void noteChoice();
    void createNew();
    void editChosen();
    void openEditor(const std::optional<Profile> &profile);
    void duplicateChosen();
    void deleteChosen();
    void undoDeletion();
    void showBin();
    void showKeyStayed(const QString &name, const SecretError &error);
    void moveUp();
    void moveDown();
    void moveBy(int rows);
    void chooseImport();
    void importFrom(const QString &file);
    void showReport(const ProfileImportReport &report);
    void chooseExport();
    void exportTo(const QString &file);
    void showErrors(const QList<ProfileError> &errors);

    ProfileStore &m_store;
    SecretKeeper &m_keeper;
    KeyStates m_states;
    ProfileBin m_bin;
    QStandardItemModel m_model;
    QString m_currentId;
    QString m_wanted; //!< the row to choose when the list was made anew
    ProfileListView *m_list;
    QLabel *m_unused;
    Notice *m_notice; //!< about what was just done
    Notice *m_undo;
    QPushButton *m_edit = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace desk
