// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicebehaviour.h"
#include "practiceflow.h"
#include "practicemessage.h"
#include "practicestate.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * The practice Connect flow as seen over HTTP: the page behind a link of any kind, the pop-up of
 * tools that sign in by OAuth, the steps the pages take, and the guides and marks of the tools.
 * Answers the paths below /connect. The page asks with the link's token and the id of its own
 * visit; PracticeFlow decides.
 */
class PracticePages {
public:
    //! State and behaviours must outlive it.
    PracticePages(PracticeState &state, PracticeBehaviours &behaviours);

    PracticeResponse answer(const PracticeRequest &request);

private:
    PracticeResponse linkPage(const PracticeRequest &request);
    QJsonObject flowData(const QString &token, const PracticeLink &link);
    QJsonObject setupData(const QString &token, const PracticeLink &link);
    PracticeResponse signInPage(const PracticeRequest &request);
    PracticeResponse takeStep(const PracticeRequest &request);
    PracticeResponse finish(const QString &token, const QString &visit);
    PracticeResponse notice(const QString &linkToken) const;

    PracticeState &m_state;
    PracticeBehaviours &m_behaviours;
    PracticeFlow m_flow;
};

} // namespace desk
