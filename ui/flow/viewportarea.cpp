// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "viewportarea.h"

#include "ui/theme/metrics.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ViewportArea::ViewportArea(QWidget *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_caption(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    m_caption->setObjectName(u"viewportCaption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setAlignment(Qt::AlignCenter);
    m_caption->setFont(Metrics::small());
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(2), Metrics::space(1));
    m_caption->setMinimumWidth(1); // a long one is cut rather than that the window grows
    m_caption->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    // Not the colour of a page.
    m_scroll->setBackgroundRole(QPalette::Window);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_caption);
    layout->addWidget(m_scroll, 1);
    setFocusProxy(m_view);
}

void ViewportArea::show(const ViewingConditions &conditions)
{
    m_caption->setText(conditions.caption());
    m_caption->setVisible(!conditions.caption().isEmpty());
    if (!conditions.size) {
        m_view->setMinimumSize(0, 0);
        m_view->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
        m_scroll->setWidgetResizable(true);
        return;
    }
    m_scroll->setWidgetResizable(false);
    m_view->setFixedSize(*conditions.size * (conditions.zoom / 100.0));
}

} // namespace desk
