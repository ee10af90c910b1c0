// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowloader.h"

#include "ui/flowarea/flowplugin.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Chromium ends the whole program if it is started as root with its sandbox on.
bool isRefusedByEngine()
{
#ifdef Q_OS_UNIX
    if (geteuid() != 0)
        return false;
    return qEnvironmentVariableIntValue("QTWEBENGINE_DISABLE_SANDBOX") != 1
        && !qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox"_L1);
#else
    return false;
#endif
}

QString libraryName()
{
#if defined(Q_OS_WIN)
    return u"connect-desk-flow.dll"_s;
#else
    return u"connect-desk-flow.so"_s; // also on macOS, where CMake names modules so
#endif
}

} // namespace

FlowLoader::FlowLoader(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

QString FlowLoader::folderBesideProgram()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../lib/connect-desk"_s);
}

const Result<FlowPlugin *, QString> &FlowLoader::plugin()
{
    if (!m_plugin)
        m_plugin.emplace(load());
    return *m_plugin;
}

QString FlowLoader::engineVersion() const
{
    if (!QFileInfo::exists(path()))
        return {};
    const Result<FlowPlugin *, QString> plugin = loadWhatIsThere();
    return plugin ? (*plugin)->engineVersion() : QString();
}

QString FlowLoader::path() const
{
    return m_folder + u'/' + libraryName();
}

Result<FlowPlugin *, QString> FlowLoader::load() const
{
    if (!QFileInfo::exists(path())) {
        return Unexpected{tr("The part of Connect Desk that shows the flow is not installed: %1 is "
                             "missing.")
                              .arg(QDir::toNativeSeparators(path()))};
    }
    if (isRefusedByEngine()) {
        return Unexpected{
            tr("The browser engine does not start for the administrator (root). Start "
               "Connect Desk as an ordinary user.")};
    }
    return loadWhatIsThere();
}

Result<FlowPlugin *, QString> FlowLoader::loadWhatIsThere() const
{
    QPluginLoader loader(path());
    auto *plugin = qobject_cast<FlowPlugin *>(loader.instance());
    if (!plugin) {
        qCWarning(lcUi) << "The flow plugin cannot be loaded:" << loader.errorString();
        return Unexpected{tr("The part of Connect Desk that shows the flow is damaged. Install "
                             "Connect Desk again.")};
    }
    return plugin;
}

} // namespace desk
