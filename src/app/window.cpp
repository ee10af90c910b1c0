// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "window.h"

#include "cli/commandline.h"
#include "core/redactor.h"
#include "practice/practiceserver.h"
#include "ui/flowarea/flowloader.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::Window)
};

QString dataFolder(const CommandLine &commandLine)
{
    QString folder = commandLine.dataDirectory.value_or(
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    QDir().mkpath(folder);
    return folder;
}

// So that the first press of the button leads to a finished flow.
ConnectDetails sampleDetails()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    return details;
}

QString describe(const CommandLine &commandLine)
{
    if (commandLine.adHoc)
        return commandLine.adHoc->baseUrl.toDisplayString(QUrl::RemoveUserInfo);
    return Words::tr("Everything stays on this computer; no client is connected for real.");
}

ConnectController::AccessSource accessSource(
    const CommandLine &commandLine, PracticeServer &practice)
{
    if (commandLine.adHoc)
        return [access = *commandLine.adHoc] { return Result<ApiAccess, QString>(access); };
    // Started when the first link is wanted, not before the window is there.
    return [&practice] { return practice.start(); };
}

} // namespace

int runWindow(const CommandLine &commandLine, Redactor &redactor)
{
    const WindowSettings settings(dataFolder(commandLine));
    Theme theme;
    theme.choose(settings.scheme());
    QApplication::setWindowIcon(QIcon(u":/brand/connect-desk.svg"_s));

    PracticeServer practice;
    FlowLoader loader(FlowLoader::folderBesideProgram());
    const ProfileKind profile = commandLine.adHoc ? commandLine.adHoc->kind : ProfileKind::Practice;
    MainWindow window({loader, theme, settings, profile, describe(commandLine),
        accessSource(commandLine, practice)});
    window.setAutopilot(commandLine.autopilot);
    QObject::connect(&window.controller(), &ConnectController::secretLearned, &window,
        [&redactor](const Secret &secret) { redactor.addSecret(secret); });
    if (commandLine.hasDetails)
        window.fill(commandLine.details);
    else if (profile == ProfileKind::Practice)
        window.fill(sampleDetails());
    window.show();
    return QApplication::exec();
}

} // namespace desk
