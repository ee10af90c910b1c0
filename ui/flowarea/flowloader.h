// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace desk {

class FlowPlugin;

/*!
 * Loads the flow plugin when it is first wanted, which takes some tens of milliseconds, and
 * remembers the answer. The plugin stays loaded until the program ends.
 */
class FlowLoader final : public QObject {
    Q_OBJECT

public:
    //! The plugin is looked for in that folder.
    explicit FlowLoader(QString folder, QObject *parent = nullptr);

    //! The folder of the plugin beside the running program, in a build tree as once installed.
    static QString folderBesideProgram();

    //! The plugin, or a sentence that says why there is none.
    const Result<FlowPlugin *, QString> &plugin();
    //! The version of Chromium, empty if there is none; loads the plugin, starts no engine.
    QString engineVersion() const;
    bool wasLoaded() const { return m_plugin.has_value(); }

private:
    QString path() const;
    Result<FlowPlugin *, QString> load() const;
    Result<FlowPlugin *, QString> loadWhatIsThere() const;

    QString m_folder;
    std::optional<Result<FlowPlugin *, QString>> m_plugin;
};

} // namespace desk
