// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "window.h"

#include "api/exchangelog.h"
#include "batch/batchmappingstore.h"
#include "browserflow/browserflow.h"
#include "catalogue/picturestore.h"
#include "catalogue/toolcatalogue.h"
#include "cli/commandline.h"
#include "cli/keptprofile.h"
#include "core/redactor.h"
#include "core/sampledetails.h"
#include "drafts/draftstore.h"
#include "drafts/templatestore.h"
#include "memory/memory.h"
#include "practice/faultbench.h"
#include "practice/practiceserver.h"
#include "profiles/datafolder.h"
#include "profiles/profilestore.h"
#include "secrets/keychainstore.h"
#include "secrets/secretkeeper.h"
#include "ui/flowarea/flowloader.h"
#include "ui/form/formpage.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "wording/datafolderwording.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString versions()
{
    return u"Connect Desk %1, Qt %2"_s.arg(
        QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()));
}

//! Everything that is kept in the data folder.
struct Stores {
    explicit Stores(const QDir &folder)
        : profiles(folder.path())
        , drafts(folder.filePath(u"drafts"_s))
        , templates(folder.filePath(u"templates"_s))
        , tools(folder.path())
        , pictures(folder.path())
    {
    }

    ProfileStore profiles;
    DraftStore drafts;
    TemplateStore templates;
    ToolCatalogue tools;
    PictureStore pictures;
};

void chooseProfile(Workspace &workspace, const CommandLine &commandLine, const Profile &kept)
{
    if (commandLine.adHoc)
        workspace.useAdHoc(*commandLine.adHoc);
    else
        workspace.switchTo(kept.id);
}

void fillForm(MainWindow &window, const CommandLine &commandLine, const Profile &profile)
{
    if (!commandLine.prefill.isEmpty())
        window.prefill(commandLine.prefill);
    else if (isPractice(profile) && !window.hasDraft())
        window.fill(sampleDetails()); // the first press of the button leads to a finished flow
    if (commandLine.address)
        window.offer(*commandLine.address);
}

} // namespace

Result<int, Failure> runWindow(const CommandLine &commandLine, Redactor &redactor)
{
    const Result<DataFolder, DataFolderProblem> folder =
        openDataFolder(placesOfThisProgram(commandLine.dataDirectory));
    if (!folder) {
        return Unexpected{
            plainFailure(ExitCode::Usage, u"usage"_s, DataFolderWording::sentence(folder.error()))};
    }
    Profile profile = practiceProfile();
    if (commandLine.profile) {
        const Result<Profile, Failure> kept = keptProfile(commandLine);
        if (!kept)
            return Unexpected{kept.error()};
        profile = *kept;
    }

    const WindowSettings settings(folder->path);
    Theme theme;
    theme.choose(settings.scheme());
    QApplication::setWindowIcon(QIcon(u":/brand/connect-desk.svg"_s));

    Stores stores{QDir(folder->path)};
    KeychainStore keychain(redactor);
    SecretKeeper keys(keychain, redactor);
    PracticeServer practice;
    FaultBench faults(practice);
    ExchangeLog exchanges;
    Workspace workspace(
        stores.profiles, keys, [&practice] { return practice.start(); }, &exchanges);
    QObject::connect(&workspace, &Workspace::secretLearned, &workspace,
        [&redactor](const Secret &secret) { redactor.addSecret(secret); });
    chooseProfile(workspace, commandLine, profile);

    Memory memory(folder->path, keychain, workspace);
    FlowLoader loader(FlowLoader::folderBesideProgram());
    MainWindow window({loader, theme, settings, stores.profiles, keys, exchanges, faults,
        {workspace, stores.tools, stores.pictures, stores.drafts, stores.templates,
            &memory.duplicates()},
        memory, BatchMappingStore::folderIn(folder->path),
        [] { return std::make_unique<BrowserFlow>(QDesktopServices::openUrl); }, versions()});
    window.setAutopilot(commandLine.autopilot);
    QObject::connect(&window.controller(), &ConnectController::secretLearned, &window,
        [&redactor](const Secret &secret) { redactor.addSecret(secret); });
    fillForm(window, commandLine, workspace.profile());
    window.show();
    return QApplication::exec();
}

} // namespace desk
