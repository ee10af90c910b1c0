// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "profiles/profile.h"

#include <QObject>
#include <QString>

#include <optional>

namespace desk {

class ConnectForm;
class DraftStore;

/*!
 * Keeps what stands in the form as the draft of the profile in use, and puts the draft of another
 * profile into the form when that is chosen. Form and store must outlive it.
 */
class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    DraftKeeper(ConnectForm &form, DraftStore &store, QObject *parent);

    //! Begins with that profile: its rules and its draft; true if there was one.
    bool follow(const Profile &profile);
    //! What stood in the form of that profile was sent; it is a draft again once somebody edits it.
    //! Nothing happens for an empty id, which no profile has.
    void settle(const QString &profileId);

    /*!
     * Puts what stands in the form aside and these in its place, for instance for a demo. Until
     * bringBack() nothing of the form is kept, and the drafts stay as they are; another profile
     * that is chosen meanwhile gets the same details.
     */
    void setAside(const ConnectDetails &instead);
    //! What was set aside; the draft of the profile in use if another one was chosen meanwhile.
    void bringBack(const Profile &profile);
    //! What was set aside, as long as it is; of which profile.
    std::optional<ConnectDetails> aside() const;
    QString profileOfAside() const { return m_aside ? m_aside->profileId : QString(); }
    //! The same details again, in place of what was typed since setAside().
    void fillInstead();

Q_SIGNALS:
    //! The profile that was chosen has no draft, so the form is empty; these stood in it.
    void startedEmpty(const desk::ConnectDetails &left);

private:
    //! What stood in the form before, and whose it was.
    struct Aside {
        QString profileId;
        ConnectDetails typed;
        std::optional<ConnectDetails> sent;
        ConnectDetails instead;
    };

    void keep();

    ConnectForm &m_form;
    DraftStore &m_store;
    QString m_profileId;
    std::optional<ConnectDetails> m_sent; //!< what settle() was about, while it still stands there
    std::optional<Aside> m_aside;
    bool m_isFilling = false;
};

} // namespace desk
