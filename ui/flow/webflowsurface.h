// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/pageflow.h"
#include "ui/flowarea/flowplugin.h"
#include "webflowinstruments.h"

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
    FlowInstruments *instruments() override { return &m_instruments; }

private:
    QPointer<SurfaceWidget> m_pane;
    PageFlow m_flow;
    WebFlowInstruments m_instruments; // goes before the pages
};

} // namespace desk
