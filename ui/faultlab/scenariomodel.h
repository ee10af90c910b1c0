// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/faultbench.h"

#include <QStandardItemModel>

namespace desk {

//! The scenarios by their groups, with what is still due of each.
class ScenarioModel final : public QStandardItemModel {
    Q_OBJECT

public:
    enum Column { Title, State };
    static constexpr int searchRole = Qt::UserRole + 1; //!< all its texts; empty for the groups
    static constexpr int positionRole = Qt::UserRole + 2; //!< in scenarios(); none for the groups

    explicit ScenarioModel(FaultBench &bench, QObject *parent = nullptr);

    const QList<PracticeScenario> &scenarios() const { return m_scenarios; }
    //! How many of them are armed.
    int armedCount() const;

    //! "Armed, 3 times left"; empty if it is not armed.
    static QString stateText(const std::optional<FaultBench::Due> &due);

private:
    void addRow(int position, QStandardItem *group);
    void refresh();

    FaultBench &m_bench;
    QList<PracticeScenario> m_scenarios;
    QList<QStandardItem *> m_titles; // owned by the model, as those below
    QList<QStandardItem *> m_states;
};

} // namespace desk
