// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/shortcutoverlay.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QFontMetrics>
#include <QPainter>
#include <QShortcutEvent>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QFont keysFont()
{
    QFont font = Metrics::heading();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont labelFont()
{
    QFont font = Metrics::heading();
    font.setWeight(QFont::Normal);
    return font;
}

// As the menu says it, without what belongs to the menu only.
QString labelOf(const QAction &action)
{
    QString text = action.text();
    text.replace("&&"_L1, QString(QChar(0xFFFC)));
    text.remove(u'&').replace(QChar(0xFFFC), u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

} // namespace

ShortcutOverlay::ShortcutOverlay(
    const QList<QAction *> &actions, QWidget *window, std::chrono::milliseconds time)
    : QWidget(window)
{
    setObjectName(u"shortcutOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(time);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    for (QAction *action : actions)
        action->installEventFilter(this);
    window->installEventFilter(this);
}

void ShortcutOverlay::setOn(bool on)
{
    m_isOn = on;
    if (!on)
        hide();
}

// Qt sends this event to the action whose shortcut was pressed, and to nobody when it was chosen
// with the mouse.
bool ShortcutOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Shortcut && m_isOn) {
        const auto *action = qobject_cast<const QAction *>(watched);
        const auto *shortcut = static_cast<const QShortcutEvent *>(event);
        if (action && action->isEnabled() && !shortcut->isAmbiguous())
            say(shortcut->key().toString(QKeySequence::NativeText), labelOf(*action));
    } else if (event->type() == QEvent::Resize && watched == parentWidget() && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void ShortcutOverlay::say(const QString &keys, const QString &label)
{
    m_keys = keys;
    m_label = label;
    place();
    show();
    raise();
    update();
    m_timer.start();
}

void ShortcutOverlay::place()
{
    const QSize size = sizeHint().boundedTo(parentWidget()->size());
    setGeometry((parentWidget()->width() - size.width()) / 2,
        parentWidget()->height() - size.height() - Metrics::space(8), size.width(), size.height());
}

QRect ShortcutOverlay::keysRect() const
{
    const int inset = Metrics::space(2);
    const int width = QFontMetrics(keysFont()).horizontalAdvance(m_keys) + Metrics::space(4);
    return {inset, inset, width, height() - 2 * inset};
}

QSize ShortcutOverlay::sizeHint() const
{
    const QFontMetrics label(labelFont());
    return {keysRect().right() + 1 + Metrics::space(3) + label.horizontalAdvance(m_label)
            + Metrics::space(5),
        label.height() + Metrics::space(6)};
}

void ShortcutOverlay::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ColorToken::FieldBorder, scheme), 1));
    painter.setBrush(color(ColorToken::Surface, scheme));
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const QRectF keys(keysRect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Accent, scheme));
    painter.drawRoundedRect(keys, keys.height() / 2, keys.height() / 2);
    painter.setPen(color(ColorToken::AccentText, scheme));
    painter.setFont(keysFont());
    painter.drawText(keys, Qt::AlignCenter, m_keys);
    painter.setPen(color(ColorToken::Text, scheme));
    painter.setFont(labelFont());
    painter.drawText(rect().adjusted(keysRect().right() + 1 + Metrics::space(3), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, m_label);
}

void ShortcutOverlay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && isVisible())
        place();
    QWidget::changeEvent(event);
}

} // namespace desk
