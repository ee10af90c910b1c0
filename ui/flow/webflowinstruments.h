// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "flow/pageemulation.h"
#include "ui/flowarea/flowinstruments.h"

#include <QPointer>

#include <memory>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
QT_END_NAMESPACE

namespace desk {

class DeveloperToolsWindow;
class FullPagePicture;
class PageFlow;
class PageInspector;
class SurfaceWidget;

/*!
 * The instruments of a flow in Qt WebEngine. Size and zoom are those of the view, the headers those
 * of the flow's own profile; for the rest an inspector is attached to the page, for as long as it
 * is needed.
 */
class WebFlowInstruments final : public FlowInstruments {
    Q_OBJECT

public:
    //! The flow must outlive it; the pane need not.
    WebFlowInstruments(PageFlow &flow, SurfaceWidget *pane);
    ~WebFlowInstruments() override;

    void setConditions(const ViewingConditions &conditions) override;
    ViewingConditions conditions() const override { return m_conditions; }
    void captureView() override;
    void captureFullPage() override;
    void openDeveloperTools() override;
    void closeDeveloperTools() override;

private:
    void noticePage();
    void apply();
    void applyHeaders();
    void applyZoom();
    void applyEmulation();
    void noticeEmulation(bool isApplied);
    PageInspector &inspector();
    void dropInspector();
    void dropSpareInspector();
    void endPicture();
    void failPicture(const QString &sentence);

    PageFlow &m_flow;
    QPointer<SurfaceWidget> m_pane;
    QPointer<QWebEnginePage> m_page;
    ViewingConditions m_conditions;
    PageEmulation m_emulation;
    std::unique_ptr<PageInspector> m_inspector;
    std::unique_ptr<FullPagePicture> m_picture; // while it is taken
    std::unique_ptr<DeveloperToolsWindow> m_tools; // while it is open; goes before the inspector
};

} // namespace desk
