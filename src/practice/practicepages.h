// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practiceflow.h"
#include "practicemessage.h"
#include "practicestate.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * The practice Connect flow as seen over HTTP: the page behind a link, the pop-up of
 * tools that sign in by OAuth, and the steps the page takes. Answers the paths below /connect. The
 * page asks with the link's token and the id of its own visit; PracticeFlow decides.
 */
class PracticePages {
public:
    //! The state must outlive it.
    explicit PracticePages(PracticeState &state);

    PracticeResponse answer(const PracticeRequest &request);

private:
    PracticeResponse flowPage(const PracticeRequest &request);
    PracticeResponse signInPage(const PracticeRequest &request);
    PracticeResponse takeStep(const PracticeRequest &request);
    PracticeResponse notice(const QString &linkToken) const;

    PracticeState &m_state;
    PracticeFlow m_flow;
};

} // namespace desk
