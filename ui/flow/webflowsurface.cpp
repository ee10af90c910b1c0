// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "webflowsurface.h"

#include "flowview.h"
#include "popupwindow.h"

namespace desk {

WebFlowSurface::WebFlowSurface()
    : m_view(new FlowView)
{
    m_view->showPage(m_flow.page());
    QObject::connect(
        &m_flow, &PageFlow::pageChanged, m_view, [this] { m_view->showPage(m_flow.page()); });
    m_flow.setPopupPresenter(popupWindowsFor(m_view));
}

WebFlowSurface::~WebFlowSurface()
{
    delete m_view;
}

QWidget *WebFlowSurface::widget()
{
    return m_view;
}

} // namespace desk
