// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowhosts.h"

#include "ui/flowarea/flowloader.h"
#include "ui/flowarea/flowplugin.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include "evidence/picturefile.h"

#include <QCoreApplication>
#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A flow on autopilot shows some steps for a few frames only.
constexpr int pictureIntervalMs = 40;

bool isBlank(const QImage &image)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGB32);
    if (pixels.isNull())
        return true;
    const QRgb first = pixels.pixel(0, 0);
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [first](QRgb rgb) { return rgb != first; }))
            return false;
    }
    return true;
}

class WindowedFlow final : public FlowHost {
    Q_DECLARE_TR_FUNCTIONS(desk::WindowedFlow)

public:
    explicit WindowedFlow(bool keepsPictures)
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
        if (keepsPictures) {
            QObject::connect(
                &m_pictureTimer, &QTimer::timeout, m_window.get(), [this] { takePicture(); });
            m_pictureTimer.start(pictureIntervalMs);
        }
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
        takePicture();
        if (m_picture.isNull()) {
            *why = tr("The flow had not shown anything yet, so there is no screenshot.");
            return false;
        }
        const std::optional<QString> problem = savePicture(m_picture, path);
        *why = problem.value_or(QString());
        return !problem;
    }

    QImage picture() override
    {
        if (m_surface)
            takePicture();
        return m_picture;
    }

    QString engineVersion() const override { return m_loader.engineVersion(); }

private:
    // The last view that showed anything: the embed library takes the frame away when it is done.
    void takePicture()
    {
        const QImage picture = m_surface->widget()->grab().toImage();
        if (!isBlank(picture))
            m_picture = picture;
    }

    Theme m_theme;
    mutable FlowLoader m_loader; // remembers what it found
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FlowSurface> m_surface; // goes before the window it stands in
    QImage m_picture;
    QTimer m_pictureTimer;
};

} // namespace

std::unique_ptr<FlowHost> makeFlowHost(bool keepsPictures)
{
    return std::make_unique<WindowedFlow>(keepsPictures);
}

} // namespace desk
