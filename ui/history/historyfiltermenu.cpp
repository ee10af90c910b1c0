// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historyfiltermenu.h"

#include "wording/detailswording.h"
#include "wording/ledgerwording.h"
#include "wording/profilewording.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A text of somebody else's may hold the sign that marks a mnemonic.
QString asMenuText(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

HistoryFilterMenu::HistoryFilterMenu(QWidget *parent)
    : QMenu(parent)
    , m_profiles(addMenu(tr("Profile")))
    , m_outcomes(addMenu(tr("Outcome")))
    , m_tools(addMenu(tr("Tool")))
    , m_categories(addMenu(tr("Category")))
    //: A stretch of time
    , m_periods(addMenu(tr("Period")))
{
    setObjectName(u"historyFilterMenu"_s);
    addSeparator();
    m_clear = addAction(tr("Clear filters"));
    connect(m_clear, &QAction::triggered, this, [this] { setFilter({}); });
    fill();
}

void HistoryFilterMenu::setFilter(const HistoryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    fill();
    Q_EMIT filterChanged();
}

void HistoryFilterMenu::setChoices(const LedgerChoices &choices)
{
    m_choices = choices;
    fill();
}

QString HistoryFilterMenu::profileName(const QString &profileId) const
{
    const auto profile = std::find_if(m_choices.profiles.cbegin(), m_choices.profiles.cend(),
        [&profileId](const LedgerProfile &known) { return known.id == profileId; });
    return profile == m_choices.profiles.cend() ? profileId : profile->name;
}

template <typename Choose>
void HistoryFilterMenu::addChoice(QMenu *menu, const QString &text, bool isChosen, Choose choose)
{
    QAction *action = menu->addAction(asMenuText(text));
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, [this, choose](bool isWanted) {
        HistoryFilter filter = m_filter;
        choose(filter, isWanted);
        setFilter(filter);
    });
}

void HistoryFilterMenu::fill()
{
    for (QMenu *menu : {m_profiles, m_outcomes, m_tools, m_categories, m_periods})
        menu->clear();
    fillProfiles();
    fillTools();
    const QList<AttemptOutcome> outcomes = LedgerWording::allOutcomes();
    for (const AttemptOutcome outcome : outcomes) {
        addChoice(m_outcomes, LedgerWording::outcomeName(outcome),
            m_filter.outcomes.contains(outcome), [outcome](HistoryFilter &filter, bool isWanted) {
                filter.outcomes.removeAll(outcome);
                if (isWanted)
                    filter.outcomes.append(outcome);
            });
    }
    const QList<Category> categories = allCategories();
    for (const Category category : categories) {
        const QString name = wireName(category);
        addChoice(m_categories, DetailsWording::name(category), m_filter.category == name,
            [name](HistoryFilter &filter, bool isWanted) {
                filter.category = isWanted ? name : QString();
            });
    }
    const QList<HistoryPeriod> periods = allHistoryPeriods();
    for (const HistoryPeriod period : periods) {
        addChoice(m_periods, LedgerWording::name(period), m_filter.period == period,
            [period](HistoryFilter &filter, bool) { filter.period = period; });
    }
    m_clear->setEnabled(m_filter.isActive());
}

void HistoryFilterMenu::fillProfiles()
{
    for (const LedgerProfile &profile : std::as_const(m_choices.profiles)) {
        //: %1 is the name of a profile, %2 the word for its kind, such as "Production"
        const QString text = tr("%1 (%2)").arg(profile.name, ProfileWording::name(profile.kind));
        const bool saysItself = profile.name == ProfileWording::name(profile.kind);
        addChoice(m_profiles, saysItself ? profile.name : text, m_filter.profileId == profile.id,
            [id = profile.id](HistoryFilter &filter, bool isWanted) {
                filter.profileId = isWanted ? id : QString();
            });
    }
    m_profiles->setEnabled(!m_profiles->isEmpty());
}

void HistoryFilterMenu::fillTools()
{
    for (const QString &tool : std::as_const(m_choices.tools)) {
        addChoice(
            m_tools, tool, m_filter.tool == tool, [tool](HistoryFilter &filter, bool isWanted) {
                filter.tool = isWanted ? tool : QString();
            });
    }
    m_tools->setEnabled(!m_tools->isEmpty());
}

} // namespace desk
