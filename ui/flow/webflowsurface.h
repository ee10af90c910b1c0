// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/pageflow.h"
#include "ui/flowarea/flowplugin.h"

#include <QPointer>

namespace desk {

class SurfaceWidget;

/*!
 * A flow in a view of Qt WebEngine. The widget may be deleted by a window it was put into; the
 * driver goes on without it.
 */
class WebFlowSurface final : public FlowSurface {
public:
    WebFlowSurface();
    ~WebFlowSurface() override;
    Q_DISABLE_COPY_MOVE(WebFlowSurface)

    QWidget *widget() override;
    FlowDriver *driver() override { return &m_flow; }

private:
    QPointer<SurfaceWidget> m_pane;
    PageFlow m_flow;
};

} // namespace desk
