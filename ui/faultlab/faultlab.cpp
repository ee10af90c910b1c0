// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/faultlab/faultlab.h"

#include "practice/faultbench.h"
#include "ui/faultlab/scenariomodel.h"
#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/parts/quietrowdelegate.h"
#include "ui/parts/quiettree.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int severalTimes = 3;

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = mutedLabel(text, parent);
    return label;
}

QLabel *paragraph(const QString &name, QWidget *parent)
{
    QLabel *label = plainLabel({}, parent);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FaultLab::FaultLab(FaultBench &bench, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_model(new ScenarioModel(bench, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_tree(new QuietTree)
    , m_listStack(new QStackedWidget(this))
    , m_none(mutedLabel({}, m_listStack))
    , m_count(new QLabel(this))
    , m_allOff(new QPushButton(tr("Switch all off"), this))
{
    setWindowTitle(tr("Fault Lab"));
    setModal(false);
    makeList();
    layOut(makeDetail());
    resize(Metrics::space(200), Metrics::space(120));
    connect(m_search, &QLineEdit::textChanged, this, &FaultLab::filter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FaultLab::showChosen);
    connect(m_tree, &QTreeView::activated, this, &FaultLab::toggle);
    connect(m_arm, &QPushButton::clicked, this, &FaultLab::toggle);
    connect(m_allOff, &QPushButton::clicked, this, [this] { m_bench.disarmAll(); });
    connect(&bench, &FaultBench::changed, this, &FaultLab::showState);
    auto *finding = new QShortcut(QKeySequence::Find, this);
    connect(finding, &QShortcut::activated, m_search,
        [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_tree->setCurrentIndex(m_filtered->index(0, 0, m_filtered->index(0, 0)));
    showChosen();
}

void FaultLab::setPractice(bool isPractice)
{
    if (!isPractice)
        hide();
}

void FaultLab::makeList()
{
    m_search->setObjectName(u"faultSearch"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconName::Search, ColorToken::MutedText), QLineEdit::LeadingPosition);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(ScenarioModel::searchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_tree->setObjectName(u"faultTree"_s);
    m_tree->setAccessibleName(tr("What goes wrong"));
    m_tree->setModel(m_filtered);
    m_tree->setItemDelegate(new QuietRowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(Metrics::space(3));
    m_tree->setTabKeyNavigation(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->hide();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ScenarioModel::Title, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(ScenarioModel::State, QHeaderView::ResizeToContents);
    m_tree->expandAll();
    m_none->setObjectName(u"faultNone"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_listStack->addWidget(m_tree);
    m_listStack->addWidget(m_none);
}

QWidget *FaultLab::makeDetail()
{
    auto *detail = new QWidget(this);
    m_title = paragraph(u"faultTitle"_s, detail);
    m_title->setFont(Metrics::heading());
    m_what = paragraph(u"faultWhat"_s, detail);
    m_expected = paragraph(u"faultExpected"_s, detail);
    m_state = paragraph(u"faultState"_s, detail);
    m_times = new NamedComboBox(detail);
    m_times->setObjectName(u"faultTimes"_s);
    m_times->addItem(tr("Once"), 1);
    m_times->addItem(tr("%n times", nullptr, severalTimes), severalTimes);
    m_times->addItem(tr("Until switched off"));
    auto *howOften = new QLabel(tr("How often"), detail);
    howOften->setBuddy(m_times);
    m_times->setAccessibleName(howOften->text());
    m_arm = new QPushButton(detail);
    m_arm->setObjectName(u"faultArm"_s);
    m_arm->setProperty("emphasis", u"primary"_s);
    m_arm->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(2));
    row->addWidget(howOften);
    row->addWidget(m_times);
    row->addStretch();
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(Metrics::space(4), 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_title);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(heading(tr("What the practice server does"), detail));
    layout->addWidget(m_what);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(heading(tr("What you should then see"), detail));
    layout->addWidget(m_expected);
    layout->addStretch();
    layout->addWidget(m_state);
    layout->addLayout(row);
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(m_arm);
    return detail;
}

void FaultLab::layOut(QWidget *detail)
{
    m_count->setObjectName(u"faultCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_allOff->setObjectName(u"faultAllOff"_s);
    m_allOff->setAutoDefault(false);
    auto *body = new QHBoxLayout;
    body->addWidget(m_listStack, 3);
    body->addWidget(detail, 2);
    auto *top = new QHBoxLayout;
    top->setSpacing(Metrics::space(2));
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    top->addWidget(m_allOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(4), Metrics::space(4), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(mutedLabel(tr("Choose what the practice server shall do next. Nothing of it "
                                    "reaches another profile."),
        this));
    layout->addLayout(top);
    layout->addLayout(body, 1);
}

void FaultLab::filter(const QString &text)
{
    const QString wanted = text.simplified();
    m_filtered->setFilterFixedString(wanted);
    m_tree->expandAll();
    const bool hasMatch = m_filtered->rowCount() > 0;
    //: %1 is what was searched for
    m_none->setText(tr("Nothing matches “%1”.").arg(wanted));
    m_listStack->setCurrentWidget(hasMatch ? static_cast<QWidget *>(m_tree) : m_none);
    if (hasMatch && !chosen())
        m_tree->setCurrentIndex(m_filtered->index(0, 0, m_filtered->index(0, 0)));
    showChosen();
}

void FaultLab::showChosen()
{
    const PracticeScenario *scenario = chosen();
    m_title->setText(scenario ? scenario->title : tr("Choose what shall go wrong."));
    m_what->setText(scenario ? scenario->what : QString());
    m_expected->setText(scenario ? scenario->expected : QString());
    showState();
}

void FaultLab::showState()
{
    const PracticeScenario *scenario = chosen();
    const auto due = scenario ? m_bench.dueOf(*scenario) : std::nullopt;
    m_state->setText(ScenarioModel::stateText(due));
    m_state->setVisible(due.has_value());
    m_arm->setEnabled(scenario);
    m_arm->setText(due ? tr("Switch off") : tr("Arm"));
    m_times->setEnabled(scenario && !due);
    const int armed = m_model->armedCount();
    const int others = m_bench.dueCount() - armed;
    QString count = armed == 0 ? tr("Nothing is armed") : tr("%n armed", nullptr, armed);
    if (others > 0) {
        //: Beside how much is armed: faults set by the control path of the practice server
        count += u", "_s + tr("%n set elsewhere", nullptr, others);
    }
    m_count->setText(count);
    m_allOff->setEnabled(m_bench.dueCount() > 0);
}

void FaultLab::toggle()
{
    const PracticeScenario *scenario = chosen();
    if (!scenario)
        return;
    if (m_bench.dueOf(*scenario))
        m_bench.disarm(*scenario);
    else
        m_bench.arm(*scenario, chosenTimes());
}

const PracticeScenario *FaultLab::chosen() const
{
    const QVariant position = m_tree->currentIndex().data(ScenarioModel::positionRole);
    return position.isValid() ? &m_model->scenarios().at(position.toInt()) : nullptr;
}

std::optional<int> FaultLab::chosenTimes() const
{
    const QVariant times = m_times->currentData();
    return times.isValid() ? std::optional(times.toInt()) : std::nullopt;
}

} // namespace desk
