// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "surfacewidget.h"

#include "flowview.h"
#include "leavebar.h"
#include "viewportarea.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SurfaceWidget::SurfaceWidget(QWidget *parent)
    : QWidget(parent)
    , m_leaveBar(new LeaveBar)
    , m_view(new FlowView)
    , m_viewport(new ViewportArea(m_view))
{
    setObjectName(u"flowPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_leaveBar);
    layout->addWidget(m_viewport, 1);
    setFocusProxy(m_view);
}

} // namespace desk
