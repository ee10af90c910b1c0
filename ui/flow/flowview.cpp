// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QWebEngineContextMenuRequest>
#include <QWebEnginePage>

namespace desk {

FlowView::FlowView(QWidget *parent)
    : QWebEngineView(parent)
{
    setObjectName(QStringLiteral("flowView"));
    setAccessibleName(tr("Connect flow"));
    // For the moments without a page.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    // The browser engine's own handling of drops opens what is dropped.
    setAcceptDrops(false);
}

FlowView::~FlowView()
{
    // The view is not told in time when its page goes first, and the other way round.
    setPage(nullptr);
}

void FlowView::showPage(QWebEnginePage *page)
{
    m_page = page;
    setPage(page);
    applyBackground();
}

void FlowView::changeEvent(QEvent *event)
{
    QWebEngineView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyBackground();
}

void FlowView::contextMenuEvent(QContextMenuEvent *event)
{
    // The engine's own menu has entries that lead out of the flow: back, reload, save, source.
    if (!m_page)
        return;
    const QWebEngineContextMenuRequest *request = lastContextMenuRequest();
    const bool isEditable = request && request->isContentEditable();
    const bool hasSelection = request && !request->selectedText().isEmpty();
    if (!isEditable && !hasSelection)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isEditable)
        menu->addAction(pageAction(QWebEnginePage::Cut));
    menu->addAction(pageAction(QWebEnginePage::Copy));
    if (isEditable) {
        menu->addAction(pageAction(QWebEnginePage::Paste));
        menu->addAction(pageAction(QWebEnginePage::SelectAll));
    }
    menu->popup(event->globalPos());
}

void FlowView::applyBackground()
{
    // Before the first page is painted the engine would show white, which flashes in a dark window.
    if (m_page)
        m_page->setBackgroundColor(palette().color(QPalette::Base));
}

} // namespace desk
