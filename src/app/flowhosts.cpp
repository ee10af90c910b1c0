// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowhosts.h"

#include "ui/flowarea/flowloader.h"
#include "ui/flowarea/flowplugin.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QVBoxLayout>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class WindowedFlow final : public FlowHost {
    Q_DECLARE_TR_FUNCTIONS(desk::WindowedFlow)

public:
    WindowedFlow()
        : m_loader(FlowLoader::folderBesideProgram())
        , m_window(std::make_unique<QWidget>())
    {
        if (!m_loader.plugin())
            return;
        m_surface = m_loader.plugin().value()->createSurface();
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_surface->widget());
        m_window->setWindowTitle(tr("Connect flow – Connect Desk"));
        m_window->resize(Metrics::space(150), Metrics::space(165));
        m_window->show();
    }

    FlowDriver *driver() override { return m_surface ? m_surface->driver() : nullptr; }

    QString unavailableReason() const override
    {
        return m_surface ? QString() : m_loader.plugin().error();
    }

    bool saveScreenshot(const QString &path, QString *why) override
    {
        if (!m_surface) {
            *why = unavailableReason();
            return false;
        }
        if (m_surface->widget()->grab().save(path, "PNG"))
            return true;
        //: %1 is the name of a file
        *why = tr("The screenshot cannot be written to %1.").arg(path);
        return false;
    }

private:
    Theme m_theme;
    mutable FlowLoader m_loader; // remembers what it found
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FlowSurface> m_surface; // goes before the window it stands in
};

} // namespace

std::unique_ptr<FlowHost> makeFlowHost()
{
    return std::make_unique<WindowedFlow>();
}

} // namespace desk
