// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/elidedlabel.h"

#include "ui/theme/metrics.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace desk {

namespace {

// Not Qt::TextShowMnemonic: what stands here may hold an ampersand.
constexpr int line = Qt::AlignVCenter | Qt::TextSingleLine;

} // namespace

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

// Enough to tell it from the next one.
QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return {std::min(whole.width(), Metrics::space(16)), whole.height()};
}

QString ElidedLabel::shown() const
{
    return fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shown() != text()) {
        QToolTip::showText(
            static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const int alignment = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading));
    style()->drawItemText(&painter, contentsRect(), line | alignment, palette(), isEnabled(),
        shown(), foregroundRole());
}

} // namespace desk
