// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/faultlab/scenariomodel.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

ScenarioModel::ScenarioModel(FaultBench &bench, QObject *parent)
    : QStandardItemModel(parent)
    , m_bench(bench)
    , m_scenarios(practiceScenarios())
{
    setHorizontalHeaderLabels({tr("What goes wrong"), tr("State")});
    QStandardItem *group = nullptr;
    for (int position = 0; position < m_scenarios.size(); ++position) {
        const QString title = titleOf(m_scenarios.at(position).group);
        if (!group || group->text() != title) {
            group = new QStandardItem(title);
            group->setFlags(Qt::ItemIsEnabled);
            QFont font;
            font.setWeight(QFont::DemiBold);
            group->setFont(font);
            group->setSizeHint({0, Metrics::space(7)});
            auto *beside = new QStandardItem;
            beside->setFlags(Qt::ItemIsEnabled);
            beside->setData(title, Qt::AccessibleTextRole);
            appendRow({group, beside});
        }
        addRow(position, group);
    }
    connect(&bench, &FaultBench::changed, this, &ScenarioModel::refresh);
    refresh();
}

int ScenarioModel::armedCount() const
{
    return static_cast<int>(std::count_if(m_scenarios.cbegin(), m_scenarios.cend(),
        [this](const PracticeScenario &scenario) { return m_bench.dueOf(scenario).has_value(); }));
}

QString ScenarioModel::stateText(const std::optional<FaultBench::Due> &due)
{
    if (!due)
        return {};
    return due->times ? tr("Armed, %n time(s) left", nullptr, *due->times)
                      : tr("Armed until switched off");
}

void ScenarioModel::addRow(int position, QStandardItem *group)
{
    const PracticeScenario &scenario = m_scenarios.at(position);
    auto *title = new QStandardItem(scenario.title);
    auto *state = new QStandardItem;
    state->setData(tr("Off"), Qt::AccessibleTextRole);
    for (QStandardItem *item : {title, state}) {
        item->setEditable(false);
        item->setData(position, positionRole);
    }
    title->setSizeHint({0, Metrics::space(7)});
    title->setData(
        QStringList{scenario.title, scenario.what, scenario.expected, scenario.id}.join(u' '),
        searchRole);
    group->appendRow({title, state});
    m_titles.append(title);
    m_states.append(state);
}

void ScenarioModel::refresh()
{
    for (int position = 0; position < m_scenarios.size(); ++position) {
        const PracticeScenario &scenario = m_scenarios.at(position);
        const auto due = m_bench.dueOf(scenario);
        const QString text = stateText(due);
        if (m_states.at(position)->text() == text)
            continue;
        m_states.at(position)->setText(text);
        m_states.at(position)->setIcon(
            due ? icon(IconName::TriangleAlert, ColorToken::Warning) : QIcon());
        m_states.at(position)->setData(due ? text : tr("Off"), Qt::AccessibleTextRole);
        m_titles.at(position)->setData(
            text.isEmpty() ? QVariant() : QVariant(u"%1, %2"_s.arg(scenario.title, text)),
            Qt::AccessibleTextRole);
    }
}

} // namespace desk
