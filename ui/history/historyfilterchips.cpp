// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historyfilterchips.h"

#include "ui/history/historyfiltermenu.h"
#include "ui/parts/wraplayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/ledgerwording.h"

#include <QApplication>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

HistoryFilterChips::HistoryFilterChips(HistoryFilterMenu &menu, QWidget *parent)
    : QWidget(parent)
    , m_menu(menu)
{
    setObjectName(u"historyFilterChips"_s);
    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    connect(&menu, &HistoryFilterMenu::filterChanged, this, &HistoryFilterChips::present);
    present();
}

void HistoryFilterChips::clear()
{
    // One of them may be the one that was pressed.
    while (layout()->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(layout()->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

void HistoryFilterChips::present()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    clear();
    const HistoryFilter filter = m_menu.filter();
    HistoryFilter rest = filter;
    if (!filter.profileId.isEmpty()) {
        rest.profileId.clear();
        addChip(m_menu.profileName(filter.profileId), rest);
    }
    for (const AttemptOutcome outcome : filter.outcomes) {
        rest = filter;
        rest.outcomes.removeAll(outcome);
        addChip(LedgerWording::outcomeName(outcome), rest);
    }
    rest = filter;
    rest.tool.clear();
    if (rest != filter)
        addChip(filter.tool, rest);
    rest = filter;
    rest.category.clear();
    if (rest != filter)
        addChip(LedgerWording::categoryName(filter.category), rest);
    rest = filter;
    rest.period = HistoryPeriod::AnyTime;
    if (rest != filter)
        addChip(LedgerWording::name(filter.period), rest);
    if (layout()->count() > 1)
        addClearing();
    setVisible(filter.isActive());
    if (hadFocus && layout()->count() > 0)
        layout()->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
    updateGeometry();
}

void HistoryFilterChips::addClearing()
{
    auto *button = new QPushButton(tr("Clear filters"), this);
    button->setObjectName(u"historyClearFilters"_s);
    button->setProperty("emphasis", u"quiet"_s);
    button->setFont(Metrics::small());
    connect(button, &QPushButton::clicked, this, [this] { m_menu.setFilter({}); });
    layout()->addWidget(button);
    button->show();
}

void HistoryFilterChips::addChip(const QString &text, const HistoryFilter &without)
{
    auto *chip = new QPushButton(QString(text).replace(u'&', "&&"_L1), this);
    chip->setObjectName(u"historyFilterChip"_s);
    chip->setIcon(icon(IconName::X));
    chip->setIconSize(QSize(Metrics::space(3), Metrics::space(3)));
    chip->setFont(Metrics::small());
    //: %1 is what the list is narrowed down to, such as "Connected"
    const QString name = tr("Remove filter: %1").arg(text);
    chip->setAccessibleName(text);
    chip->setAccessibleDescription(name);
    chip->setToolTip(u"<span>%1</span>"_s.arg(name.toHtmlEscaped()));
    connect(chip, &QPushButton::clicked, this, [this, without] { m_menu.setFilter(without); });
    layout()->addWidget(chip);
    chip->show();
}

} // namespace desk
