// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicescenario.h"

#include <QObject>

#include <optional>

namespace desk {

class PracticeServer;

/*!
 * Arms scenarios at a practice server and knows what is still due of them. What others have set
 * there stays. Armed before the server runs, a scenario waits for its start; a server that begins
 * anew gets again what was due. The server may go first.
 */
class FaultBench : public QObject {
    Q_OBJECT

public:
    explicit FaultBench(PracticeServer &server, QObject *parent = nullptr);

    //! Absent times: until it is switched off. Arming again counts anew.
    void arm(const PracticeScenario &scenario, std::optional<int> times);
    void disarm(const PracticeScenario &scenario);
    //! Everything that is due at the server, whoever set it.
    void disarmAll();

    struct Due {
        std::optional<int> times; //!< absent: until it is switched off
    };
    //! Nothing: it is not armed, or has happened as often as it should.
    std::optional<Due> dueOf(const PracticeScenario &scenario) const;
    //! How many faults and behaviours are due, whoever set them.
    int dueCount() const;

Q_SIGNALS:
    //! What is due has changed.
    void changed();

private:
    void read();
    void write();
    void onStarted();

    PracticeServer *m_server;
    bool m_isStarted = false;
    QList<PracticeFault> m_faults;
    QList<PracticeBehaviour> m_behaviours;
};

} // namespace desk
