// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtPlugin>

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace desk {

class FlowDriver;
class FlowInstruments;

/*!
 * One flow on screen: the widget that shows it and the driver that runs it. Serves one session and
 * is thrown away with it, so that nothing of one client is there for the next. The surface owns
 * both; while the widget sits in a window, the surface must be destroyed before that window.
 */
class FlowSurface {
public:
    virtual ~FlowSurface() = default;

    virtual QWidget *widget() = 0;
    virtual FlowDriver *driver() = 0;
    //! Lives as long as the surface.
    virtual FlowInstruments *instruments() = 0;
};

/*!
 * What the plugin connect-desk-flow provides. Everything of Qt WebEngine stays behind it, so that
 * the program starts without loading the browser engine.
 */
class FlowPlugin {
public:
    virtual ~FlowPlugin() = default;

    //! Makes a surface whose engine is already starting up, so that open() finds it warm.
    virtual std::unique_ptr<FlowSurface> createSurface() = 0;
    //! The version of Chromium, for support texts.
    virtual QString engineVersion() const = 0;
};

} // namespace desk

#define DESK_FLOW_PLUGIN_IID "connect-desk.FlowPlugin/1"
Q_DECLARE_INTERFACE(desk::FlowPlugin, DESK_FLOW_PLUGIN_IID)
