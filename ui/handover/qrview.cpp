// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/qrview.h"

#include "ui/theme/metrics.h"

#include <QPainter>

#include <algorithm>

namespace desk {

namespace {

// Less than two pixels for a module is more than most cameras can tell apart.
constexpr int smallestModule = 2;

} // namespace

QrView::QrView(const QrCode &code, QWidget *parent)
    : QWidget(parent)
    , m_code(code)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize QrView::sizeHint() const
{
    const int comfortable = Metrics::space(90);
    const int side = std::max(comfortable, minimumSizeHint().width());
    return {side, side};
}

QSize QrView::minimumSizeHint() const
{
    const int side = m_code.size() * smallestModule;
    return {side, side};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Modules of equal width need whole pixels of the screen, not of the layout.
    const double ratio = devicePixelRatioF();
    const int available = int(std::min(width(), height()) * ratio);
    const int module = std::max(1, available / m_code.size());
    const int side = module * m_code.size();
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate((int(width() * ratio) - side) / 2, (int(height() * ratio) - side) / 2);
    painter.fillRect(0, 0, side, side, Qt::white);
    for (int row = 0; row < m_code.size(); ++row) {
        for (int column = 0; column < m_code.size(); ++column) {
            if (m_code.isDark(column, row))
                painter.fillRect(column * module, row * module, module, module, Qt::black);
        }
    }
}

} // namespace desk
