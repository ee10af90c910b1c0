// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/practicescenario.h"

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;
QT_END_NAMESPACE

namespace desk {

class FaultBench;
class NamedComboBox;
class ScenarioModel;

/*!
 * Where somebody chooses what the practice server shall do next, and reads what should then be
 * seen. A window of its own beside the work, not modal. Only for the practice profile: closing it
 * leaves what is armed as it is.
 */
class FaultLab final : public QDialog {
    Q_OBJECT

public:
    //! The bench must outlive it.
    explicit FaultLab(FaultBench &bench, QWidget *parent = nullptr);

    //! Whether the profile in use is the practice profile; without it the window hides.
    void setPractice(bool isPractice);

private:
    void makeList();
    QWidget *makeDetail();
    void layOut(QWidget *detail);
    void filter(const QString &text);
    void showChosen();
    void showState();
    void toggle();
    const PracticeScenario *chosen() const;
    std::optional<int> chosenTimes() const;

    FaultBench &m_bench;
    ScenarioModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QStackedWidget *m_listStack;
    QLabel *m_none;
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_expected;
    QLabel *m_state;
    NamedComboBox *m_times;
    QPushButton *m_arm;
    QLabel *m_count;
    QPushButton *m_allOff;
};

} // namespace desk
