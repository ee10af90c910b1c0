// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/window/windowsettings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int currentVersion = 1;

// Files without a version are those of the first.
bool isOurs(const QSettings &settings)
{
    return settings.value(u"version"_s, 1).toInt() == currentVersion;
}

QVariant read(const QString &file, const QString &key)
{
    const QSettings settings(file, QSettings::IniFormat);
    return isOurs(settings) ? settings.value(key) : QVariant();
}

void write(const QString &file, const QString &key, const QVariant &value)
{
    QSettings settings(file, QSettings::IniFormat);
    if (!isOurs(settings))
        return;
    settings.setValue(u"version"_s, currentVersion);
    settings.setValue(key, value);
}

} // namespace

WindowSettings::WindowSettings(const QString &dataFolder)
    : m_file(dataFolder + u"/window.ini"_s)
{
}

QByteArray WindowSettings::geometry() const
{
    return read(m_file, u"window/geometry"_s).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    write(m_file, u"window/geometry"_s, geometry);
}

QByteArray WindowSettings::splitter() const
{
    return read(m_file, u"window/splitter"_s).toByteArray();
}

void WindowSettings::setSplitter(const QByteArray &state)
{
    write(m_file, u"window/splitter"_s, state);
}

Theme::Choice WindowSettings::scheme() const
{
    const QString name = read(m_file, u"view/scheme"_s).toString();
    if (name == "light"_L1)
        return Theme::Choice::Light;
    return name == "dark"_L1 ? Theme::Choice::Dark : Theme::Choice::System;
}

void WindowSettings::setScheme(Theme::Choice choice)
{
    QString name = u"system"_s;
    if (choice == Theme::Choice::Light)
        name = u"light"_s;
    else if (choice == Theme::Choice::Dark)
        name = u"dark"_s;
    write(m_file, u"view/scheme"_s, name);
}

QByteArray WindowSettings::flowSplitter() const
{
    return read(m_file, u"flow/splitter"_s).toByteArray();
}

void WindowSettings::setFlowSplitter(const QByteArray &state)
{
    write(m_file, u"flow/splitter"_s, state);
}

bool WindowSettings::arePanelsShown() const
{
    return read(m_file, u"flow/panels"_s).toBool();
}

void WindowSettings::setPanelsShown(bool shown)
{
    write(m_file, u"flow/panels"_s, shown);
}

QByteArray WindowSettings::ledgerSplitter() const
{
    return read(m_file, u"window/ledgerSplitter"_s).toByteArray();
}

void WindowSettings::setLedgerSplitter(const QByteArray &state)
{
    write(m_file, u"window/ledgerSplitter"_s, state);
}

bool WindowSettings::isLedgerShown() const
{
    return read(m_file, u"window/ledger"_s).toBool();
}

void WindowSettings::setLedgerShown(bool shown)
{
    write(m_file, u"window/ledger"_s, shown);
}

BatchPreferences WindowSettings::batch() const
{
    BatchPreferences preferences;
    preferences.geometry = read(m_file, u"batch/geometry"_s).toByteArray();
    preferences.splitter = read(m_file, u"batch/splitter"_s).toByteArray();
    preferences.concurrency = read(m_file, u"batch/concurrency"_s).toInt();
    preferences.folder = read(m_file, u"batch/folder"_s).toString();
    return preferences;
}

void WindowSettings::setBatch(const BatchPreferences &preferences)
{
    write(m_file, u"batch/geometry"_s, preferences.geometry);
    write(m_file, u"batch/splitter"_s, preferences.splitter);
    write(m_file, u"batch/concurrency"_s, preferences.concurrency);
    write(m_file, u"batch/folder"_s, preferences.folder);
}

bool WindowSettings::isJsonShown() const
{
    return read(m_file, u"result/json"_s).toBool();
}

void WindowSettings::setJsonShown(bool shown)
{
    write(m_file, u"result/json"_s, shown);
}

} // namespace desk
