// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/largetext.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace desk {

namespace {

// A desktop may have given these a font of their own, which setting the application's forgets.
constexpr std::array classesWithFonts{"QMenu", "QMenuBar", "QMessageBox", "QLabel", "QTipLabel",
    "QTitleBar", "QStatusBar", "QMdiSubWindowTitleBar", "QDockWidgetTitle", "QPushButton",
    "QCheckBox", "QRadioButton", "QToolButton", "QAbstractItemView", "QListView", "QHeaderView",
    "QListBox", "QComboMenuItem", "QComboLineEdit", "QSmallFont", "QMiniFont"};

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    return font;
}

// One that only has a weight of its own follows the application's size by itself.
bool hasOwnSize(const QWidget *widget)
{
    return widget->testAttribute(Qt::WA_SetFont)
        && (widget->font().resolveMask() & QFont::SizeResolved);
}

QList<QWidget *> widgetsWithOwnSize()
{
    QList<QWidget *> found;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (hasOwnSize(widget))
            found.append(widget);
    }
    return found;
}

} // namespace

LargeText::LargeText(QObject *parent)
    : QObject(parent)
{
}

LargeText::~LargeText()
{
    setOn(false);
}

void LargeText::setOn(bool on)
{
    if (std::exchange(m_isOn, on) == on)
        return;
    if (on)
        enlarge();
    else
        restore();
    // Windows hear of a new font later, and would be laid out twice.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
}

void LargeText::enlarge()
{
    m_before = QApplication::font();
    for (const char *name : classesWithFonts) {
        if (const QFont font = QApplication::font(name); font != m_before)
            m_classesBefore.insert(name, font);
    }
    for (QWidget *widget : widgetsWithOwnSize()) {
        const QFont before = widget->font();
        m_enlarged.push_back({widget, before, scaled(before, ratio)});
    }
    QApplication::setFont(scaled(m_before, ratio));
    for (auto it = m_classesBefore.cbegin(); it != m_classesBefore.cend(); ++it)
        QApplication::setFont(scaled(it.value(), ratio), it.key().constData());
    for (Enlarged &entry : m_enlarged) {
        entry.widget->setFont(entry.now);
        entry.now = entry.widget->font();
    }
}

void LargeText::restore()
{
    QList<QWidget *> others = widgetsWithOwnSize();
    QApplication::setFont(m_before);
    for (auto it = m_classesBefore.cbegin(); it != m_classesBefore.cend(); ++it)
        QApplication::setFont(it.value(), it.key().constData());
    for (const Enlarged &entry : m_enlarged) {
        if (!entry.widget || entry.widget->font() != entry.now)
            continue;
        entry.widget->setFont(entry.before);
        others.removeOne(entry.widget);
    }
    // Made or changed meanwhile, from the larger font.
    for (QWidget *widget : std::as_const(others))
        widget->setFont(scaled(widget->font(), 1 / ratio));
    m_enlarged.clear();
    m_classesBefore.clear();
}

} // namespace desk
