// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidenceinput.h"

#include "api/exchangelog.h"
#include "core/apiaccess.h"
#include "core/viewingconditions.h"
#include "timeline/sessiontimeline.h"

#include <QObject>
#include <QPointer>

namespace desk {

/*!
 * What is remembered of one connect session while the program runs: its timeline, its pictures, and
 * what was sent and answered meanwhile. In memory only. Make it before the session starts; it
 * should not be asked for evidence once the session is gone. The log may go before it.
 */
class SessionRecord final : public QObject {
    Q_OBJECT

public:
    //! The oldest go first.
    static constexpr qsizetype mostPictures = 20;

    SessionRecord(ConnectSession &session, ProfileTag profile, const ApiAccess &access,
        const ExchangeLog &exchanges, QObject *parent = nullptr);

    SessionTimeline &timeline() { return m_timeline; }
    //! Such as how the page was shown; a fact of the same name is replaced.
    void setFact(const QString &name, const QString &value);
    //! How the page is shown from now on.
    void setConditions(const ViewingConditions &conditions);
    void addPicture(const EvidencePicture &picture);

    //! As it stands now.
    EvidenceInput evidence() const;

private:
    QPointer<const ConnectSession> m_session;
    ProfileTag m_profile;
    QString m_apiHost;
    QPointer<const ExchangeLog> m_exchanges;
    SessionTimeline m_timeline;
    QList<EvidenceFact> m_facts;
    ViewingConditions m_conditions;
    QList<EvidencePicture> m_pictures;
};

} // namespace desk
