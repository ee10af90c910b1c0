// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/windowsettings.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace desk {

class BatchWindow;
class LedgerKeeper;
class Workspace;

/*!
 * Opens the window for many clients, at most one, and remembers how it was left. In a demo it does
 * not show; a run that is at work goes on.
 */
class BatchOpener final : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    struct Parts {
        Workspace &workspace;
        LedgerKeeper &ledger;
        QString mappings; //!< folder of the BatchMappingStore
        WindowSettings settings;
    };

    explicit BatchOpener(Parts parts, QObject *parent = nullptr);
    ~BatchOpener() override;

    void open();
    void setBarred(bool isBarred);
    //! It must be closed before the program may end.
    bool isOpen() const;
    //! Closes it and calls leave; asks before, if a run is at work, and then perhaps never does.
    void endBeforeClosing(const std::function<void()> &leave);

private:
    Parts m_parts;
    std::unique_ptr<BatchWindow> m_window;
    bool m_isBarred = false;
    bool m_wasVisible = false; // when it was barred
};

} // namespace desk
