// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "duplicatewatch.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

bool isSame(const Duplicate &one, const Duplicate &other)
{
    return one.reason == other.reason && one.integration.id == other.integration.id
        && one.integration.organization == other.integration.organization
        && one.integration.status == other.integration.status;
}

bool areSame(const QList<Duplicate> &some, const QList<Duplicate> &others)
{
    return std::equal(some.cbegin(), some.cend(), others.cbegin(), others.cend(), isSame);
}

} // namespace

DuplicateWatch::DuplicateWatch(Source source, QObject *parent, std::chrono::milliseconds delay)
    : QObject(parent)
    , m_source(std::move(source))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &DuplicateWatch::ask);
}

void DuplicateWatch::setProfile(const QString &profileId, const QDateTime &seenSince)
{
    if (m_profileId != profileId)
        m_wavedThrough.clear();
    m_profileId = profileId;
    m_seenSince = seenSince;
    ask();
}

void DuplicateWatch::setDetails(const ConnectDetails &details)
{
    m_details = details;
    m_delay.start();
}

void DuplicateWatch::askAgain()
{
    m_delay.start();
}

void DuplicateWatch::settle()
{
    if (m_delay.isActive())
        ask();
}

void DuplicateWatch::waveThrough()
{
    for (const Duplicate &duplicate : std::as_const(m_duplicates))
        m_wavedThrough.insert(duplicate.integration.id);
    Q_EMIT changed();
}

bool DuplicateWatch::isInTheWay() const
{
    return std::any_of(
        m_duplicates.cbegin(), m_duplicates.cend(), [this](const Duplicate &duplicate) {
            return !m_wavedThrough.contains(duplicate.integration.id);
        });
}

QList<Duplicate> DuplicateWatch::found() const
{
    if (!m_details || m_profileId.isEmpty())
        return {};
    DuplicateQuestion question;
    question.profileId = m_profileId;
    question.organization = m_details->organization;
    question.email = m_details->email;
    question.originId = m_details->originId.value_or(QString());
    question.tool = m_details->tool.value_or(QString());
    question.category = wireName(m_details->category);
    if (question.organization.isEmpty() && question.email.isEmpty() && question.originId.isEmpty())
        return {};
    QList<Duplicate> found = m_source(question);
    found.removeIf([this](const Duplicate &duplicate) {
        return m_seenSince.isValid() && duplicate.integration.lastReadAt < m_seenSince;
    });
    std::stable_sort(found.begin(), found.end(),
        [](const Duplicate &one, const Duplicate &other) { return one.reason < other.reason; });
    return found;
}

void DuplicateWatch::ask()
{
    m_delay.stop();
    const bool wasInTheWay = isInTheWay();
    const QList<Duplicate> before = std::exchange(m_duplicates, found());
    if (m_duplicates.isEmpty())
        m_wavedThrough.clear();
    if (!areSame(before, m_duplicates) || wasInTheWay != isInTheWay())
        Q_EMIT changed();
}

} // namespace desk
