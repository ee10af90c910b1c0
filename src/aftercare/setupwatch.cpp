// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "setupwatch.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

std::chrono::milliseconds elapsed(const QElapsedTimer &timer)
{
    return std::chrono::milliseconds(timer.elapsed());
}

} // namespace

bool SetupState::isComplete() const
{
    return setupStatus == "COMPLETED"_L1;
}

SetupState setupStateOf(const IntegrationDetails &details)
{
    return {details.status, details.setupStatus};
}

SetupWatch::SetupWatch(IntegrationCare &care, WatchPace pace, QObject *parent)
    : QObject(parent)
    , m_care(&care)
    , m_pace(std::move(pace))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SetupWatch::readIfDue);
    connect(&care, &IntegrationCare::actionSucceeded, this, &SetupWatch::takeAction);
    connect(&care, &IntegrationCare::actionFailed, this, &SetupWatch::takeFailure);
    connect(&care, &QObject::destroyed, this, [this] { finish(End::Gone); });
}

SetupWatch::~SetupWatch() = default;

void SetupWatch::start()
{
    if (!m_care)
        return;
    m_isActive = true;
    m_end = End::NotEnded;
    m_sinceStart.start();
    m_sinceAnswer.start();
    m_interval =
        m_pace.intervalAfter(std::chrono::milliseconds(0)).value_or(std::chrono::milliseconds(0));
    if (m_care->details())
        m_known = setupStateOf(*m_care->details());
    if (m_known && m_known->isComplete()) {
        finish(End::Complete);
        return;
    }
    schedule();
    Q_EMIT changed();
}

void SetupWatch::stop()
{
    finish(End::Stopped);
}

void SetupWatch::setShown(bool shown)
{
    if (m_isShown == shown)
        return;
    m_isShown = shown;
    if (m_isActive)
        schedule();
}

std::chrono::milliseconds SetupWatch::interval() const
{
    return m_isActive ? m_interval : std::chrono::milliseconds(0);
}

void SetupWatch::takeAction(IntegrationCare::Action action)
{
    if (action == IntegrationCare::Action::Delete)
        finish(End::Gone);
    if (action != IntegrationCare::Action::Read || !m_isActive)
        return;
    m_sinceAnswer.start();
    const QPointer<SetupWatch> alive(this);
    compare();
    if (alive && m_isActive)
        schedule();
}

void SetupWatch::takeFailure(IntegrationCare::Action action, const ApiError &error)
{
    if (action != IntegrationCare::Action::Read || !m_isActive)
        return;
    m_sinceAnswer.start();
    if (m_care->presence() == IntegrationCare::Presence::Missing)
        finish(End::Gone);
    else if (error.kind == ApiError::Kind::Unauthorized
        || error.kind == ApiError::Kind::NetworkNotAllowed)
        finish(End::Refused);
    else
        schedule();
}

void SetupWatch::compare()
{
    const SetupState now = setupStateOf(*m_care->details());
    const std::optional<SetupState> before = std::exchange(m_known, now);
    const QPointer<SetupWatch> alive(this);
    if (before && *before != now)
        Q_EMIT setupChanged(*before, now);
    if (alive && now.isComplete())
        finish(End::Complete);
}

void SetupWatch::schedule()
{
    const auto interval = m_pace.intervalAfter(elapsed(m_sinceStart));
    if (!interval) {
        finish(End::TimeIsUp);
        return;
    }
    const bool isNewPace = std::exchange(m_interval, *interval) != *interval;
    m_timer.stop();
    // An answer that is under way schedules what comes after it.
    if (m_isShown && !m_care->isBusy(IntegrationCare::Action::Read))
        m_timer.start(std::max(*interval - elapsed(m_sinceAnswer), std::chrono::milliseconds(0)));
    if (isNewPace)
        Q_EMIT changed();
}

void SetupWatch::readIfDue()
{
    if (!m_isActive || !m_isShown || !m_care)
        return;
    if (!m_pace.intervalAfter(elapsed(m_sinceStart))) {
        finish(End::TimeIsUp);
        return;
    }
    m_care->refresh(); // joins one that somebody else has begun
}

void SetupWatch::finish(End end)
{
    if (!m_isActive)
        return;
    m_timer.stop();
    m_isActive = false;
    m_end = end;
    Q_EMIT changed();
}

} // namespace desk
