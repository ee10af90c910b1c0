// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "windowinstance.h"

#include "batch/batchmappingstore.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk::test {

WindowInstance::WindowInstance(const QString &folder, SecretStore &keychain, Redactor &redactor,
    Theme &theme, const Workspace::PracticeSource &practice, const QString &pluginFolder)
    : profiles(folder)
    , drafts(QDir(folder).filePath(u"drafts"_s))
    , templates(QDir(folder).filePath(u"templates"_s))
    , tools(folder)
    , pictures(folder)
    , keys(keychain, redactor)
    , workspace(profiles, keys, practice, &exchanges)
    , memory(folder, keychain, workspace)
    , loader(pluginFolder)
    , window({loader, theme, WindowSettings(folder), profiles, keys, exchanges, faults,
          {workspace, tools, pictures, drafts, templates, &memory.duplicates()}, memory,
          BatchMappingStore::folderIn(folder), [this] { return makeBrowserFlow(); },
          u"Connect Desk 1"_s})
{
}

std::unique_ptr<FlowDriver> WindowInstance::makeBrowserFlow()
{
    auto flow = std::make_unique<FakeFlowDriver>();
    browser = flow.get();
    return flow;
}

} // namespace desk::test
