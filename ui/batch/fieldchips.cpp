// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/fieldchips.h"

#include "ui/batch/fieldmime.h"
#include "ui/parts/wraplayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include "wording/detailswording.h"

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>

namespace desk {

FieldChips::FieldChips(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
}

void FieldChips::present(const QList<DetailsField> &fields)
{
    if (fields == m_fields)
        return;
    m_fields = fields;
    // The one that was dropped just now may still be the source of its drag.
    while (layout()->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(layout()->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const DetailsField field : fields) {
        auto *chip = new FieldChip(field, *this);
        layout()->addWidget(chip);
        chip->show();
    }
    setVisible(!fields.isEmpty());
    updateGeometry();
}

void FieldChips::drag(DetailsField field)
{
    auto *drag = new QDrag(this);
    drag->setMimeData(FieldMime::dataOf(field).release());
    // Qt has no other way to drag than one that returns once it is over.
    drag->exec(Qt::CopyAction);
}

FieldChip::FieldChip(DetailsField field, FieldChips &chips)
    : QLabel(DetailsWording::label(field), &chips)
    , m_field(field)
    , m_chips(chips)
{
    setTextFormat(Qt::PlainText);
    setFont(Metrics::small());
    setContentsMargins(Metrics::space(2), Metrics::space(1), Metrics::space(2), Metrics::space(1));
    setCursor(Qt::OpenHandCursor);
    //: %1 is the name of a field
    setToolTip(tr("Drag %1 to the column that gives it").arg(text()));
}

void FieldChip::paintEvent(QPaintEvent *event)
{
    const Scheme scheme = schemeOf(palette());
    const ColorToken edge = isEnabled() ? ColorToken::FieldBorder : ColorToken::Border;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(edge, scheme));
    painter.setBrush(color(ColorToken::Hover, scheme));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.end();
    QLabel::paintEvent(event);
}

void FieldChip::mousePressEvent(QMouseEvent *event)
{
    m_pressed.reset();
    if (event->button() == Qt::LeftButton)
        m_pressed = event->pos();
}

void FieldChip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed
        || (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_pressed.reset();
    m_chips.drag(m_field); // this may be gone afterwards
}

} // namespace desk
