// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchangelog.h"
#include "catalogue/picturestore.h"
#include "catalogue/toolcatalogue.h"
#include "drafts/draftstore.h"
#include "drafts/templatestore.h"
#include "fakeflow/fakeflowdriver.h"
#include "memory/memory.h"
#include "practice/faultbench.h"
#include "practice/practiceserver.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "ui/flowarea/flowloader.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "workspace/workspace.h"

#include <QPointer>
#include <QString>

#include <memory>

namespace desk::test {

//! The window with all that it needs, on a data folder that may be shared; not shown yet.
struct WindowInstance {
    WindowInstance(const QString &folder, SecretStore &keychain, Redactor &redactor, Theme &theme,
        const Workspace::PracticeSource &practice, const QString &pluginFolder);

    ExchangeLog exchanges;
    ProfileStore profiles;
    DraftStore drafts;
    TemplateStore templates;
    ToolCatalogue tools;
    PictureStore pictures;
    SecretKeeper keys;
    Workspace workspace;
    Memory memory;
    PracticeServer practiceServer;
    FaultBench faults{practiceServer};
    FlowLoader loader;
    QPointer<FakeFlowDriver> browser; //!< stands for the browser of the system, once it is wanted
    MainWindow window;

private:
    std::unique_ptr<FlowDriver> makeBrowserFlow();
};

} // namespace desk::test
