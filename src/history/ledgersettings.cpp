// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgersettings.h"

#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int currentVersion = 1;
constexpr std::array offeredDays{30, 90, 365};
constexpr QLatin1StringView forEver("never");

// Files without a version are those of the first.
bool isOurs(const QSettings &settings)
{
    return settings.value(u"version"_s, 1).toInt() == currentVersion;
}

std::optional<int> daysFrom(const QVariant &value, std::optional<int> standard)
{
    if (!value.isValid())
        return standard;
    const int days = value.toInt();
    const bool isOffered =
        std::find(offeredDays.cbegin(), offeredDays.cend(), days) != offeredDays.cend();
    return isOffered ? std::optional(days) : std::nullopt;
}

QVariant toSetting(std::optional<int> days)
{
    return days ? QVariant(*days) : QVariant(QString(forEver));
}

} // namespace

LedgerSettings::LedgerSettings(const QString &dataFolder)
    : m_file(dataFolder + u"/ledger.ini"_s)
{
}

Retention LedgerSettings::retention() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    const Retention standard;
    if (!isOurs(settings))
        return {std::nullopt, std::nullopt};
    return {daysFrom(settings.value(u"retention/attempts"_s), standard.attemptDays),
        daysFrom(settings.value(u"retention/integrations"_s), standard.integrationDays)};
}

bool LedgerSettings::setRetention(const Retention &retention)
{
    QSettings settings(m_file, QSettings::IniFormat);
    if (!isOurs(settings))
        return false;
    settings.setValue(u"version"_s, currentVersion);
    settings.setValue(u"retention/attempts"_s, toSetting(retention.attemptDays));
    settings.setValue(u"retention/integrations"_s, toSetting(retention.integrationDays));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace desk
