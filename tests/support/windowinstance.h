// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "catalogue/picturestore.h"
#include "catalogue/toolcatalogue.h"
#include "drafts/draftstore.h"
#include "drafts/templatestore.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "ui/flowarea/flowloader.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "workspace/workspace.h"

#include <QString>

namespace desk::test {

//! The window with all that it needs, on a data folder that may be shared; not shown yet.
struct WindowInstance {
    WindowInstance(const QString &folder, SecretStore &keychain, Redactor &redactor, Theme &theme,
        const Workspace::PracticeSource &practice, const QString &pluginFolder);

    ProfileStore profiles;
    DraftStore drafts;
    TemplateStore templates;
    ToolCatalogue tools;
    PictureStore pictures;
    SecretKeeper keys;
    Workspace workspace;
    FlowLoader loader;
    MainWindow window;
};

} // namespace desk::test
