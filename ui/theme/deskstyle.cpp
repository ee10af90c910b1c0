// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/deskstyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/scrollbarlook.h"
#include "ui/theme/tokens.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr double cornerRadius = 6;
constexpr double areaRadius = 3; // no more than the width of the frame hides behind the content
constexpr int areaFrame = 2;

enum class Emphasis { None, Primary, Quiet };

Emphasis emphasisOf(const QWidget *widget)
{
    const QString name = widget ? widget->property("emphasis").toString() : QString();
    if (name == "primary"_L1)
        return Emphasis::Primary;
    return name == "quiet"_L1 ? Emphasis::Quiet : Emphasis::None;
}

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QPen &edge,
    double radius = cornerRadius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge);
    const double inset = edge.style() == Qt::NoPen ? 0 : edge.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property("invalid").toBool();
}

void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Scheme scheme = schemeOf(option->palette);
    const bool hasFocus = option->state & QStyle::State_HasFocus;
    const bool isEnabled = option->state & QStyle::State_Enabled;
    ColorToken edge = ColorToken::FieldBorder;
    if (isInvalid(widget))
        edge = ColorToken::Danger;
    else if (hasFocus)
        edge = ColorToken::Accent;
    else if (!isEnabled)
        edge = ColorToken::Border;
    const ColorToken fill = isEnabled ? ColorToken::Field : ColorToken::Surface;
    drawBox(painter, option->rect, color(fill, scheme),
        QPen(color(edge, scheme), hasFocus || isInvalid(widget) ? 2 : 1));
}

void drawPrimaryPanel(QPainter *painter, const QStyleOption *option, Scheme scheme)
{
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isHot = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const ColorToken fill = !isEnabled ? ColorToken::Hover
        : isHot                        ? ColorToken::AccentHover
                                       : ColorToken::Accent;
    drawBox(painter, option->rect, color(fill, scheme), Qt::NoPen);
}

void drawPlainPanel(QPainter *painter, const QStyleOption *option, Scheme scheme, bool isQuiet)
{
    const bool isHot =
        option->state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    if (isQuiet && !(isHot && isEnabled))
        return;
    const QColor fill = color(isHot && isEnabled ? ColorToken::Hover : ColorToken::Surface, scheme);
    const QPen edge = isQuiet
        ? QPen(Qt::NoPen)
        : QPen(color(isEnabled ? ColorToken::FieldBorder : ColorToken::Border, scheme), 1);
    drawBox(painter, option->rect, fill, edge);
}

void drawFocusRing(QPainter *painter, const QStyleOption *option, Scheme scheme, bool onAccent)
{
    const ColorToken ink = onAccent ? ColorToken::AccentText : ColorToken::Accent;
    const int inset = onAccent ? 3 : 0;
    drawBox(painter, option->rect.adjusted(inset, inset, -inset, -inset), Qt::transparent,
        QPen(color(ink, scheme), onAccent ? 1 : 2));
}

void drawButtonPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Scheme scheme = schemeOf(option->palette);
    const Emphasis emphasis = emphasisOf(widget);
    if (emphasis == Emphasis::Primary)
        drawPrimaryPanel(painter, option, scheme);
    else
        drawPlainPanel(painter, option, scheme, emphasis == Emphasis::Quiet);
    const bool showsFocus = (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange);
    if (showsFocus)
        drawFocusRing(painter, option, scheme, emphasis == Emphasis::Primary);
}

// Fusion draws these so that their edges vanish in the dark.
void drawIndicator(QPainter *painter, const QStyleOption *option, bool isRound)
{
    const Scheme scheme = schemeOf(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isOn = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool hasFocus = (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const double radius = isRound ? box.width() / 2 : 3;
    const ColorToken on = isEnabled ? ColorToken::Accent : ColorToken::MutedText;
    const ColorToken edge = isOn || hasFocus ? on
        : isEnabled                          ? ColorToken::FieldBorder
                                             : ColorToken::Border;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(edge, scheme), hasFocus ? 2 : 1));
    painter->setBrush(color(isOn && !isRound ? on : ColorToken::Field, scheme));
    painter->drawRoundedRect(box, radius, radius);
    if (isOn && isRound) {
        const double inset = box.width() / 4;
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(on, scheme));
        painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    } else if (option->state & QStyle::State_NoChange) {
        painter->setPen(QPen(color(ColorToken::AccentText, scheme), 2));
        painter->drawLine(
            QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()));
    } else if (isOn) {
        icon(IconName::Check, isEnabled ? ColorToken::AccentText : ColorToken::Field)
            .paint(painter, option->rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

// The edge of a list or of a text of several lines; what stands inside covers the rest.
void drawAreaFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Scheme scheme = schemeOf(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool hasFocus = widget->hasFocus();
    const ColorToken edge = isInvalid(widget) ? ColorToken::Danger
        : hasFocus                            ? ColorToken::Accent
        : isEnabled                           ? ColorToken::FieldBorder
                                              : ColorToken::Border;
    const QPen pen(color(edge, scheme), hasFocus || isInvalid(widget) ? 2 : 1);
    drawBox(painter, option->rect, widget->palette().color(QPalette::Base), pen, areaRadius);
}

int arrowSide()
{
    return Metrics::iconSize() * 3 / 4;
}

void drawArrow(QPainter *painter, const QStyleOption *option, const QRect &room)
{
    const QIcon::Mode mode =
        option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    icon(IconName::ChevronDown, ColorToken::MutedText)
        .paint(painter,
            QStyle::alignedRect(
                option->direction, Qt::AlignCenter, {arrowSide(), arrowSide()}, room),
            Qt::AlignCenter, mode);
}

// Fusion draws the edge of these so that it vanishes in the dark.
void drawStep(QPainter *painter, const QStyleOption *option, const QRect &room, bool isUp)
{
    painter->save();
    painter->translate(QRectF(room).center());
    if (isUp)
        painter->rotate(180);
    const int side = arrowSide();
    drawArrow(painter, option, {-side / 2, -side / 2, side, side});
    painter->restore();
}

// Flat, and as thin as what only shows a share may be.
void drawProgressPart(QPainter *painter, const QStyleOptionProgressBar &bar, bool isGroove)
{
    const Scheme scheme = schemeOf(bar.palette);
    const QRect room = bar.rect;
    const double share = bar.maximum > bar.minimum
        ? double(bar.progress - bar.minimum) / double(bar.maximum - bar.minimum)
        : 0;
    const QRect done(room.topLeft(), QSize(qRound(share * room.width()), room.height()));
    const ColorToken fill = isGroove ? ColorToken::Border : ColorToken::Accent;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(room, room.height() / 2.0, room.height() / 2.0);
    painter->setClipPath(shape);
    painter->fillRect(
        isGroove ? room : QStyle::visualRect(bar.direction, room, done), color(fill, scheme));
    painter->restore();
}

// The end of a button, where the arrow of its menu stands.
QRect arrowRoom(const QStyleOption *option)
{
    const int width = arrowSide() + Metrics::space(1);
    const QRect &box = option->rect;
    return QStyle::visualRect(option->direction, box,
        {box.right() + 1 - width, box.top(), width - Metrics::space(1) / 2, box.height()});
}

bool opensMenu(const QStyleOptionToolButton *button)
{
    return button && (button->features & QStyleOptionToolButton::HasMenu)
        && !(button->features & QStyleOptionToolButton::MenuButtonPopup);
}

int fieldHeight(const QFontMetrics &metrics)
{
    return qRound(metrics.height() * 1.9);
}

} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void DeskStyle::polish(QWidget *widget)
{
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    QProxyStyle::polish(widget);
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        // The line edit of a combo box or spin box stands in a field that is drawn already.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            drawField(painter, option, widget);
        }
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButtonPanel(painter, option, widget);
        return;
    case PE_IndicatorCheckBox:
        drawIndicator(painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(painter, option, true);
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget))
            drawField(painter, option, widget);
        else if (qobject_cast<const QAbstractScrollArea *>(widget))
            drawAreaFrame(painter, option, widget);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameFocusRect:
        return; // drawn as a ring by whatever has the focus
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && emphasisOf(widget) == Emphasis::Primary) {
        QStyleOptionButton onAccent = *button;
        const Scheme scheme = schemeOf(option->palette);
        const bool isEnabled = option->state & State_Enabled;
        onAccent.palette.setColor(QPalette::ButtonText,
            color(isEnabled ? ColorToken::AccentText : ColorToken::MutedText, scheme));
        QProxyStyle::drawControl(element, &onAccent, painter, widget);
        return;
    }
    if (element == CE_PushButtonBevel && button) {
        drawButtonPanel(painter, option, widget);
        if (button->features & QStyleOptionButton::HasMenu)
            drawArrow(painter, option, arrowRoom(option));
        return;
    }
    // One that shows how busy it is moves, which is Fusion's to draw.
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar
        && !bar->textVisible && bar->maximum > bar->minimum
        && (element == CE_ProgressBarGroove || element == CE_ProgressBarContents)) {
        drawProgressPart(painter, *bar, element == CE_ProgressBarGroove);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        ScrollBarLook::draw(*bar, painter);
        return;
    }
    // Fusion draws the arrow over the icon.
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        control == CC_ToolButton && emphasisOf(widget) == Emphasis::Quiet && opensMenu(button)) {
        const QRect room = arrowRoom(option);
        drawButtonPanel(painter, option, widget);
        QStyleOptionToolButton label = *button;
        label.rect = QStyle::visualRect(option->direction, option->rect,
            option->rect.adjusted(Metrics::space(1) / 2, 0, -room.width(), 0));
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        drawArrow(painter, option, room);
        return;
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && box->buttonSymbols == QAbstractSpinBox::NoButtons) {
        drawField(painter, option, widget);
        return;
    }
    if (qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        drawField(painter, option, widget);
        drawStep(
            painter, option, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget), true);
        drawStep(painter, option, proxy()->subControlRect(control, option, SC_SpinBoxDown, widget),
            false);
        return;
    }
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    drawField(painter, option, widget);
    drawArrow(painter, option, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget));
}

int DeskStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return ScrollBarLook::extent();
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QLineEdit *>(widget))
            return Metrics::space(2);
        // What is inside must not reach the rounded corners.
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return Metrics::space(1);
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return areaFrame;
        return QProxyStyle::pixelMetric(metric, option, widget);
    // Text in rows, and above them, does not touch what is beside it.
    case PM_FocusFrameHMargin:
    case PM_HeaderMargin:
        return Metrics::space(1);
    case PM_MenuButtonIndicator:
        return arrowSide() + Metrics::space(1);
    case PM_MessageBoxIconSize:
        return Metrics::space(8);
    case PM_SplitterWidth:
        return Metrics::space(1);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Metrics::space(2);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize DeskStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int height = fieldHeight(option ? option->fontMetrics : widget->fontMetrics());
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(height);
        break;
    case CT_ComboBox:
        // The text, what is around it (subControlRect()), and an arrow as wide as the box is high.
        result = QSize(qMax(result.width(), size.width() + Metrics::space(4) + height), height);
        break;
    case CT_PushButton:
        result = emphasisOf(widget) == Emphasis::Quiet
            ? QSize(size.width() + Metrics::space(2), height)
            : QSize(qMax(size.width() + Metrics::space(6), height * 2), height);
        break;
    case CT_ToolButton:
        if (emphasisOf(widget) == Emphasis::Quiet)
            result = QSize(size.width() + Metrics::space(2), qMax(size.height(), height * 4 / 5));
        if (emphasisOf(widget) == Emphasis::Quiet
            && opensMenu(qstyleoption_cast<const QStyleOptionToolButton *>(option)))
            result.rwidth() += arrowSide();
        break;
    default:
        break;
    }
    return result;
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl subControl, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        return ScrollBarLook::part(*bar, subControl);
    }
    if (control != CC_ComboBox || subControl == SC_ComboBoxListBoxPopup)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const QRect box = option->rect;
    const int arrowWidth = box.height();
    switch (subControl) {
    case SC_ComboBoxArrow:
        return visualRect(option->direction, box,
            QRect(box.right() - arrowWidth + 1, box.top(), arrowWidth, box.height()));
    case SC_ComboBoxEditField:
        return visualRect(
            option->direction, box, box.adjusted(Metrics::space(2), 1, -arrowWidth, -1));
    default:
        return box;
    }
}

QRect DeskStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(Metrics::space(2) - 2, 1, -Metrics::space(1), -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

// Those that come with the style belong to another age.
QIcon DeskStyle::standardIcon(
    StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_MessageBoxQuestion:
        return icon(IconName::CircleHelp, ColorToken::Accent);
    case SP_MessageBoxInformation:
        return icon(IconName::Info, ColorToken::Accent);
    case SP_MessageBoxWarning:
        return icon(IconName::TriangleAlert, ColorToken::Warning);
    case SP_MessageBoxCritical:
        return icon(IconName::CircleAlert, ColorToken::Danger);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returnData) const
{
    // The popup of a combo box is a list below the field, not a menu over it.
    if (hint == SH_ComboBox_Popup || hint == SH_EtchDisabledText)
        return 0;
    // Buttons say what they do; a cross beside "Cancel" looks like an alarm.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace desk
