// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/timingsview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "wording/exchangewording.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString name(ExchangePhase::Kind kind)
{
    switch (kind) {
    case ExchangePhase::Kind::Queued:
        //: A part of a request's time: before it could be sent
        return TimingsView::tr("Queued");
    case ExchangePhase::Kind::Sending:
        return TimingsView::tr("Connecting and sending");
    case ExchangePhase::Kind::Waiting:
        //: A part of a request's time: until the first byte of the answer
        return TimingsView::tr("Waiting for the answer");
    case ExchangePhase::Kind::Reading:
        return TimingsView::tr("Reading the answer");
    case ExchangePhase::Kind::Unknown:
        return TimingsView::tr("Until it ended");
    }
    Q_UNREACHABLE();
}

ColorToken ink(ExchangePhase::Kind kind)
{
    switch (kind) {
    case ExchangePhase::Kind::Queued:
        return ColorToken::FieldBorder;
    case ExchangePhase::Kind::Sending:
        return ColorToken::Custom;
    case ExchangePhase::Kind::Waiting:
        return ColorToken::Accent;
    case ExchangePhase::Kind::Reading:
        return ColorToken::Success;
    case ExchangePhase::Kind::Unknown:
        return ColorToken::Danger;
    }
    Q_UNREACHABLE();
}

QString figure(const ExchangePhase &phase)
{
    return ExchangeWording::duration(phase.to - phase.from);
}

} // namespace

TimingsView::TimingsView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Timings"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimingsView::present(const Exchange &exchange)
{
    m_phases = phasesOf(exchange);
    QStringList spoken;
    for (const ExchangePhase &phase : std::as_const(m_phases))
        spoken.append(u"%1: %2"_s.arg(name(phase.kind), figure(phase)));
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

QSize TimingsView::sizeHint() const
{
    return {nameWidth() + figureWidth() + Metrics::space(40),
        rowHeight() * static_cast<int>(m_phases.size())};
}

QSize TimingsView::minimumSizeHint() const
{
    return {nameWidth() + figureWidth() + Metrics::space(10), sizeHint().height()};
}

void TimingsView::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    const double whole =
        std::max<double>(1, m_phases.isEmpty() ? 0 : double(m_phases.constLast().to.count()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect row(0, 0, width(), rowHeight());
    for (const ExchangePhase &phase : std::as_const(m_phases)) {
        painter.setPen(color(ColorToken::MutedText, scheme));
        painter.drawText(style()->visualRect(layoutDirection(), rect(), row),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, name(phase.kind));
        const int barHeight = Metrics::space(2);
        const QRect track(nameWidth(), row.center().y() - barHeight / 2 + 1,
            width() - nameWidth() - figureWidth(), barHeight);
        const QRectF bar(track.left() + track.width() * double(phase.from.count()) / whole,
            track.top(),
            std::max(2.0, track.width() * double((phase.to - phase.from).count()) / whole),
            track.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorToken::Hover, scheme));
        painter.drawRoundedRect(track, 2, 2);
        painter.setBrush(color(ink(phase.kind), scheme));
        painter.drawRoundedRect(bar.intersected(QRectF(track)), 2, 2);
        painter.setPen(color(ColorToken::Text, scheme));
        painter.drawText(
            row, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, figure(phase));
        row.translate(0, rowHeight());
    }
}

int TimingsView::rowHeight() const
{
    return qRound(fontMetrics().height() * 1.35);
}

int TimingsView::nameWidth() const
{
    int widest = 0;
    for (const ExchangePhase &phase : m_phases)
        widest = std::max(widest, fontMetrics().horizontalAdvance(name(phase.kind)));
    return widest + Metrics::space(3);
}

int TimingsView::figureWidth() const
{
    int widest = 0;
    for (const ExchangePhase &phase : m_phases)
        widest = std::max(widest, fontMetrics().horizontalAdvance(figure(phase)));
    return widest + Metrics::space(2);
}

} // namespace desk
