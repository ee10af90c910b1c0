// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "webflowinstruments.h"

#include "developertoolswindow.h"
#include "flow/fullpagepicture.h"
#include "flow/pageflow.h"
#include "flow/pageinspector.h"
#include "flowview.h"
#include "surfacewidget.h"
#include "viewportarea.h"

#include <QPixmap>
#include <QWebEnginePage>
#include <QWebEngineProfile>

using namespace Qt::StringLiterals;

namespace desk {

WebFlowInstruments::WebFlowInstruments(PageFlow &flow, SurfaceWidget *pane)
    : m_flow(flow)
    , m_pane(pane)
    , m_page(flow.page())
{
    connect(&m_flow, &PageFlow::pageChanged, this, &WebFlowInstruments::noticePage);
    connect(&m_emulation, &PageEmulation::finished, this, &WebFlowInstruments::noticeEmulation);
}

WebFlowInstruments::~WebFlowInstruments()
{
    m_picture.reset();
    dropInspector();
    m_tools.reset();
}

void WebFlowInstruments::setConditions(const ViewingConditions &conditions)
{
    const QStringList problems = conditions.problems();
    if (!problems.isEmpty()) {
        Q_EMIT conditionsFailed(problems.join(u' '));
        return;
    }
    m_conditions = conditions;
    apply();
}

void WebFlowInstruments::captureView()
{
    const QImage picture = m_page && m_pane && m_pane->view()->isVisible()
        ? m_pane->view()->grab().toImage()
        : QImage();
    if (picture.isNull())
        Q_EMIT captureFailed(tr("The flow is not on screen, so there is no picture of it."));
    else
        Q_EMIT captured(picture, false);
}

void WebFlowInstruments::captureFullPage()
{
    if (m_picture)
        return;
    if (!m_page || !m_pane) {
        Q_EMIT captureFailed(tr("There is no page, so there is no picture of it."));
        return;
    }
    m_picture =
        std::make_unique<FullPagePicture>(&inspector(), m_conditions, m_pane->devicePixelRatioF());
    connect(m_picture.get(), &FullPagePicture::taken, this, [this](const QImage &picture) {
        endPicture();
        Q_EMIT captured(picture, true);
    });
    connect(m_picture.get(), &FullPagePicture::failed, this, &WebFlowInstruments::failPicture);
    m_picture->take();
}

void WebFlowInstruments::openDeveloperTools()
{
    if (!m_page)
        return;
    if (!m_tools) {
        m_tools = std::make_unique<DeveloperToolsWindow>(m_flow.host());
        connect(m_tools.get(), &DeveloperToolsWindow::closed, this,
            &WebFlowInstruments::closeDeveloperTools);
        m_tools->showPage(inspector().page());
    }
    m_tools->show();
    m_tools->raise();
    m_tools->activateWindow();
}

void WebFlowInstruments::closeDeveloperTools()
{
    if (!m_tools)
        return;
    // A page that stands still at a breakpoint goes on when its inspector goes.
    dropInspector();
    m_tools->disconnect(this);
    m_tools->hide();
    m_tools.release()->deleteLater(); // may be closing right now
    if (m_picture)
        failPicture(tr("The page went away while its picture was taken."));
    applyEmulation();
}

void WebFlowInstruments::noticePage()
{
    dropInspector();
    m_page = m_flow.page();
    if (m_picture)
        failPicture(tr("The page went away while its picture was taken."));
    if (!m_page) {
        closeDeveloperTools();
        return;
    }
    if (m_tools)
        m_tools->showPage(inspector().page());
    if (!m_conditions.isDefault())
        apply();
}

void WebFlowInstruments::apply()
{
    if (m_pane)
        m_pane->viewport()->show(m_conditions);
    applyHeaders();
    applyZoom();
    applyEmulation();
}

void WebFlowInstruments::applyHeaders()
{
    if (!m_page)
        return;
    QWebEngineProfile *profile = m_page->profile();
    if (profile->httpAcceptLanguage() != m_conditions.language)
        profile->setHttpAcceptLanguage(m_conditions.language);
    if (profile->httpUserAgent() != m_conditions.userAgent)
        profile->setHttpUserAgent(m_conditions.userAgent);
}

void WebFlowInstruments::applyZoom()
{
    if (m_page)
        m_page->setZoomFactor(m_conditions.zoom / 100.0);
}

void WebFlowInstruments::applyEmulation()
{
    if (m_page && PageEmulation::isNeededFor(m_conditions)) {
        m_emulation.apply(inspector(), m_conditions);
        return;
    }
    if (m_inspector && m_page)
        m_emulation.apply(*m_inspector, m_conditions);
    else
        Q_EMIT conditionsApplied();
}

void WebFlowInstruments::noticeEmulation(bool isApplied)
{
    dropSpareInspector();
    if (isApplied)
        Q_EMIT conditionsApplied();
    else
        Q_EMIT conditionsFailed(tr("The page does not take over device scale, touch, colour scheme "
                                   "and reduced motion. Size, zoom and headers hold."));
}

PageInspector &WebFlowInstruments::inspector()
{
    if (!m_inspector)
        m_inspector = std::make_unique<PageInspector>(m_page);
    return *m_inspector;
}

// Whatever it has set for the page goes with it.
void WebFlowInstruments::dropInspector()
{
    if (m_tools)
        m_tools->showPage(nullptr);
    m_inspector.reset();
}

void WebFlowInstruments::dropSpareInspector()
{
    if (!m_tools && !m_picture && !PageEmulation::isNeededFor(m_conditions))
        dropInspector();
}

void WebFlowInstruments::endPicture()
{
    m_picture->disconnect(this);
    m_picture.release()->deleteLater(); // it is the one who says so
    if (m_inspector && m_page)
        m_emulation.apply(*m_inspector, m_conditions);
}

void WebFlowInstruments::failPicture(const QString &sentence)
{
    endPicture();
    Q_EMIT captureFailed(sentence);
}

} // namespace desk
