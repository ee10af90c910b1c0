// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"

#include "practiceserver.h"

#include <algorithm>

namespace desk {

namespace {

PracticeFault timeless(PracticeFault fault)
{
    fault.times.reset();
    return fault;
}

auto sameAs(const PracticeFault &wanted)
{
    return [wanted](const PracticeFault &fault) { return timeless(fault) == wanted; };
}

auto sameAs(PracticeBehaviour::Kind wanted)
{
    return [wanted](const PracticeBehaviour &behaviour) { return behaviour.kind == wanted; };
}

} // namespace

FaultBench::FaultBench(PracticeServer &server, QObject *parent)
    : QObject(parent)
    , m_server(&server)
{
    connect(&server, &PracticeServer::started, this, &FaultBench::onStarted);
    connect(&server, &PracticeServer::answered, this, &FaultBench::read);
    connect(&server, &QObject::destroyed, this, [this] { m_server = nullptr; });
    m_isStarted = server.isStarted();
    read();
}

void FaultBench::arm(const PracticeScenario &scenario, std::optional<int> times)
{
    read();
    if (scenario.fault) {
        m_faults.removeIf(sameAs(*scenario.fault));
        PracticeFault fault = *scenario.fault;
        fault.times = times;
        m_faults.append(fault);
    }
    if (scenario.behaviour) {
        m_behaviours.removeIf(sameAs(*scenario.behaviour));
        m_behaviours.append({*scenario.behaviour, times});
    }
    write();
}

void FaultBench::disarm(const PracticeScenario &scenario)
{
    read();
    if (scenario.fault)
        m_faults.removeIf(sameAs(*scenario.fault));
    if (scenario.behaviour)
        m_behaviours.removeIf(sameAs(*scenario.behaviour));
    write();
}

void FaultBench::disarmAll()
{
    m_faults.clear();
    m_behaviours.clear();
    write();
}

std::optional<FaultBench::Due> FaultBench::dueOf(const PracticeScenario &scenario) const
{
    if (scenario.fault) {
        const auto found =
            std::find_if(m_faults.cbegin(), m_faults.cend(), sameAs(*scenario.fault));
        if (found != m_faults.cend())
            return Due{found->times};
    }
    if (scenario.behaviour) {
        const auto found =
            std::find_if(m_behaviours.cbegin(), m_behaviours.cend(), sameAs(*scenario.behaviour));
        if (found != m_behaviours.cend())
            return Due{found->times};
    }
    return std::nullopt;
}

int FaultBench::dueCount() const
{
    return static_cast<int>(m_faults.size() + m_behaviours.size());
}

void FaultBench::read()
{
    // Before a start the server knows nothing; what was armed waits here.
    if (!m_server || !m_isStarted)
        return;
    const QList<PracticeFault> faults = m_server->faults();
    const QList<PracticeBehaviour> behaviours = m_server->behaviours();
    if (faults == m_faults && behaviours == m_behaviours)
        return;
    m_faults = faults;
    m_behaviours = behaviours;
    Q_EMIT changed();
}

void FaultBench::write()
{
    if (m_server) {
        m_server->setFaults(m_faults);
        m_server->setBehaviours(m_behaviours);
    }
    Q_EMIT changed();
}

void FaultBench::onStarted()
{
    m_isStarted = true;
    if (m_faults.isEmpty() && m_behaviours.isEmpty()) {
        read(); // what it was started with
        return;
    }
    write();
}

} // namespace desk
