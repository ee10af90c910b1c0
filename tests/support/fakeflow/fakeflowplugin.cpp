// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "fakeflowdriver.h"
#include "fakeflowinstruments.h"

#include "ui/flowarea/flowplugin.h"

#include <QWidget>

namespace desk::test {

namespace {

class FakeSurface final : public FlowSurface {
public:
    FakeSurface()
        : m_widget(std::make_unique<QWidget>())
        , m_driver(new FakeFlowDriver(m_widget.get()))
        , m_instruments(new FakeFlowInstruments(m_widget.get()))
    {
        m_widget->setObjectName(QStringLiteral("fakeFlow"));
        m_widget->setFocusPolicy(Qt::StrongFocus);
        m_widget->setAccessibleName(QStringLiteral("Connect flow"));
        m_driver->setObjectName(QStringLiteral("fakeDriver"));
        m_instruments->setObjectName(QStringLiteral("fakeInstruments"));
    }

    QWidget *widget() override { return m_widget.get(); }
    FlowDriver *driver() override { return m_driver; }
    FlowInstruments *instruments() override { return m_instruments; }

private:
    std::unique_ptr<QWidget> m_widget;
    FakeFlowDriver *m_driver;
    FakeFlowInstruments *m_instruments;
};

} // namespace

//! Stands in the place of the real plugin, so that the window is tested with its own loader.
class FakeFlowPlugin final : public QObject, public FlowPlugin {
    Q_OBJECT
    Q_INTERFACES(desk::FlowPlugin)
    Q_PLUGIN_METADATA(IID DESK_FLOW_PLUGIN_IID)

public:
    std::unique_ptr<FlowSurface> createSurface() override
    {
        return std::make_unique<FakeSurface>();
    }
    QString engineVersion() const override { return QStringLiteral("0.0"); }
};

} // namespace desk::test

#include "fakeflowplugin.moc"
