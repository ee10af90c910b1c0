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
    void settle(const QString &profileId);

Q_SIGNALS:
    //! The profile that was chosen has no draft, so the form is empty; these stood in it.
    void startedEmpty(const desk::ConnectDetails &left);

private:
    void keep();

    ConnectForm &m_form;
    DraftStore &m_store;
    QString m_profileId;
    std::optional<ConnectDetails> m_sent; //!< what settle() was about, while it still stands there
    bool m_isFilling = false;
};

} // namespace desk
