// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"
#include "profiles/profileerror.h"

#include <QList>
#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace desk {

class NamedComboBox;

/*!
 * The fields of one profile but its key, for which it has room. Speaks about a field under it, once
 * it was left or saving was tried. Of the practice profile only the defaults can be edited; what
 * cannot says why. The name is proposed from region and kind until somebody types one.
 */
class ProfileForm final : public QWidget {
    Q_OBJECT

public:
    //! The panel for the key stands between the kind and the link hosts.
    explicit ProfileForm(QWidget *keyPanel, QWidget *parent = nullptr);

    //! A profile without an id is a new one.
    void setProfile(const Profile &profile);
    //! The list it is to stand in; counts for what names are taken.
    void setOthers(const QList<Profile> &others);
    //! As it was typed; see checkProfile().
    Profile draft() const;

    //! Shows every problem of the draft and puts the cursor into the first; true if there is none.
    bool check();
    //! Problems that only the store has found.
    void present(const QList<ProfileError> &errors);
    void focusFirstField();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field {
        ProfileError::Field field;
        QWidget *edit;
        QLabel *error;
    };

    void makeIdentity(QVBoxLayout *layout);
    void makeKinds(QVBoxLayout *layout);
    void makeLinkHosts(QVBoxLayout *layout);
    void makeDefaults(QVBoxLayout *layout);
    QLabel *addError(QVBoxLayout *layout, ProfileError::Field field, QWidget *edit);
    void connectEdits();
    void setTabOrders();
    void lock();
    void noteEdit();
    void noteRegion();
    void proposeName();
    void showProblems(const QList<ProfileError> &errors);

    Profile m_profile;
    QList<Profile> m_others;
    QList<Field> m_fields;
    QSet<const QObject *> m_left; //!< fields that may be spoken about
    bool m_isNameProposed = false;

    QLabel *m_hint;
    QLineEdit *m_name;
    NamedComboBox *m_region;
    QLineEdit *m_baseUrl;
    QButtonGroup *m_kind;
    QWidget *m_keyPanel;
    QPlainTextEdit *m_linkHosts;
    NamedComboBox *m_category;
    NamedComboBox *m_language;
    QCheckBox *m_originIds;
    QCheckBox *m_topLevel;
};

} // namespace desk
