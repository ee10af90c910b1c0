// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "webflowsurface.h"

#include "filedialogs.h"
#include "flowview.h"
#include "leavebar.h"
#include "popupwindow.h"
#include "surfacewidget.h"

#include <QDesktopServices>
#include <QUrl>

namespace desk {

WebFlowSurface::WebFlowSurface()
    : m_pane(new SurfaceWidget)
    , m_instruments(m_flow, m_pane)
{
    FlowView *const view = m_pane->view();
    LeaveBar *const bar = m_pane->leaveBar();
    view->showPage(m_flow.page());
    QObject::connect(&m_flow, &PageFlow::pageChanged, view, [this, view, bar] {
        bar->hide();
        view->showPage(m_flow.page());
    });
    QObject::connect(&m_flow, &PageFlow::leaveOffered, bar, &LeaveBar::offer);
    QObject::connect(bar, &LeaveBar::accepted, &m_flow, &PageFlow::openLeaveTarget);
    m_flow.setPresenters({popupWindowsFor(view), saveDialogsFor(view), uploadDialogFor(view),
        [](const QUrl &url) { return QDesktopServices::openUrl(url); }});
}

WebFlowSurface::~WebFlowSurface()
{
    delete m_pane;
}

QWidget *WebFlowSurface::widget()
{
    return m_pane;
}

} // namespace desk
