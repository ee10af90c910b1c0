// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/flowarea/flowplugin.h"

#include <QObject>

namespace desk {

//! The plugin connect-desk-flow.
class ConnectDeskFlow final : public QObject, public FlowPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID DESK_FLOW_PLUGIN_IID)
    Q_INTERFACES(desk::FlowPlugin)

public:
    std::unique_ptr<FlowSurface> createSurface() override;
    QString engineVersion() const override;
};

} // namespace desk
