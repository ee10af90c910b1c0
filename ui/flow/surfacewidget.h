// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace desk {

class FlowView;
class LeaveBar;
class ViewportArea;

//! What a flow has on screen: its view, and above it what the flow asks for.
class SurfaceWidget final : public QWidget {
    Q_OBJECT

public:
    explicit SurfaceWidget(QWidget *parent = nullptr);

    FlowView *view() const { return m_view; }
    LeaveBar *leaveBar() const { return m_leaveBar; }
    ViewportArea *viewport() const { return m_viewport; }

private:
    LeaveBar *m_leaveBar;
    FlowView *m_view;
    ViewportArea *m_viewport;
};

} // namespace desk
