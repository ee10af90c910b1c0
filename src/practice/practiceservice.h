// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "practiceapi.h"
#include "practiceclock.h"
#include "practicecontrol.h"
#include "practiceenvironment.h"
#include "practicemessage.h"
#include "practicepages.h"

#include <QString>

namespace desk {

/*!
 * The whole practice environment without a socket: any request in, its answer out. Refuses what is
 * too large and what was sent to another host name, which is how a foreign web page would reach a
 * server on this machine.
 */
class PracticeService {
public:
    static constexpr qsizetype maximumBodySize = qsizetype(64) * 1024;

    //! The origin is where it is reached, "http://127.0.0.1:1234".
    PracticeService(const Secret &apiKey, const QString &origin, PracticeClock clock);
    Q_DISABLE_COPY_MOVE(PracticeService)

    PracticeResponse answer(const PracticeRequest &request);

    PracticeFaults &faults() { return m_environment.faults; }
    PracticeBehaviours &behaviours() { return m_environment.behaviours; }

private:
    PracticeEnvironment m_environment;
    PracticeApi m_api;
    PracticeControl m_control;
    PracticePages m_pages;
};

} // namespace desk
