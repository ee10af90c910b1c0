// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "cleaningclock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView believedAt("believed_at");
constexpr QLatin1StringView doubtedSince("doubted_since");
constexpr qint64 secondsOfADay = qint64{24} * 60 * 60;
constexpr qint64 mostBytes = 1'024;

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

} // namespace

CleaningClock::CleaningClock(const QString &folder)
    : m_file(QDir(folder).filePath(u"cleaning.json"_s))
{
}

bool CleaningClock::believes(const QDateTime &now, const QDateTime &newest)
{
    Memory memory = read();
    if (!memory.believed.isValid())
        memory.believed = newest;
    const bool isLeap =
        memory.believed.isValid() && qAbs(memory.believed.secsTo(now)) > leapDays * secondsOfADay;
    const bool saysTheSame = memory.doubted.isValid() && now >= memory.doubted
        && now <= memory.doubted.addDays(longestAbsenceDays);
    const bool isSettled = saysTheSame && now >= memory.doubted.addDays(settlingDays);
    if (isLeap && !isSettled) {
        write({memory.believed, saysTheSame ? memory.doubted : now});
        return false;
    }
    write({now, {}});
    return true;
}

CleaningClock::Memory CleaningClock::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(mostBytes)).object();
    return {timeFrom(object.value(believedAt)), timeFrom(object.value(doubtedSince))};
}

// Where it cannot be written the next cleaning doubts again, and nothing is lost.
void CleaningClock::write(const Memory &memory) const
{
    QJsonObject object{{believedAt, memory.believed.toUTC().toString(Qt::ISODate)}};
    if (memory.doubted.isValid())
        object.insert(doubtedSince, memory.doubted.toUTC().toString(Qt::ISODate));
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace desk
