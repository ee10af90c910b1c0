// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchtable.h"

#include "ui/batch/batchrowsmodel.h"
#include "ui/parts/quietrowdelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "batch/batchrun.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int fewestRows = 5; // the head and what scrolls sideways take two

std::pair<IconName, ColorToken> lookOf(BatchFinding::Weight weight)
{
    switch (weight) {
    case BatchFinding::Weight::Problem:
        return {IconName::CircleAlert, ColorToken::Danger};
    case BatchFinding::Weight::Duplicate:
        return {IconName::TriangleAlert, ColorToken::Warning};
    case BatchFinding::Weight::NotKnown:
        return {IconName::CircleHelp, ColorToken::Warning};
    case BatchFinding::Weight::Failed:
        return {IconName::CircleX, ColorToken::Danger};
    }
    Q_UNREACHABLE();
}

} // namespace

BatchTable::BatchTable(BatchDesk &desk, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_desk(desk)
    , m_model(new BatchRowsModel(desk, this))
    , m_view(new QTableView(this))
    , m_retry(new QAction(tr("Send This &Row Again"), this))
{
    m_view->setObjectName(u"batchRows"_s);
    m_view->setAccessibleName(tr("Rows"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new QuietRowDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setDragDropMode(QAbstractItemView::DropOnly);
    m_view->setDragDropOverwriteMode(true);
    connect(m_model, &BatchRowsModel::fieldDropped, this, &BatchTable::columnChosen);
    m_view->setCornerButtonEnabled(false);
    // Rows that are measured one by one would cost seconds where there are thousands.
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(Metrics::space(7));
    m_view->horizontalHeader()->setDefaultSectionSize(Metrics::space(34));
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setMinimumHeight(Metrics::space(7) * fewestRows);
    makeRetry();
    addWidget(m_view);
    addWidget(makeFindings());
    setStretchFactor(0, 3);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
}

// By the menu of the row, or by its key while the rows have the focus.
void BatchTable::makeRetry()
{
    m_retry->setObjectName(u"batchRetryRow"_s);
    m_retry->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_retry->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_retry);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_retry, &QAction::triggered, this,
        [this] { Q_EMIT retryRequested(m_run->rows().at(m_view->currentIndex().row()).number); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &BatchTable::noteRetry);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BatchTable::noteRetry);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BatchTable::noteRetry);
    noteRetry();
}

void BatchTable::noteRetry()
{
    const int row = m_view->currentIndex().row();
    const bool isThere = m_run && row >= 0 && row < m_run->rows().size();
    const BatchRowStatus status = isThere ? m_run->rows().at(row).status : BatchRowStatus::Planned;
    m_retry->setEnabled(m_run && m_run->state() == BatchRun::State::Ended
        && (status == BatchRowStatus::Failed || status == BatchRowStatus::NotKnown
            || status == BatchRowStatus::Skipped));
}

QWidget *BatchTable::makeFindings()
{
    m_box = new QWidget(this);
    m_title = new QLabel(m_box);
    m_title->setObjectName(u"batchFindingsTitle"_s);
    m_list = new QListWidget(m_box);
    m_list->setObjectName(u"batchFindings"_s);
    m_list->setAccessibleName(tr("Findings"));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new QuietRowDelegate(m_list));
    m_list->setIconSize({Metrics::iconSize(), Metrics::iconSize()});
    m_title->setBuddy(m_list);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, Metrics::space(2), 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, [this] { jump(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { jump(m_list->currentRow()); });
    m_box->hide();
    return m_box;
}

void BatchTable::reload()
{
    m_model->reload();
    m_view->setColumnWidth(BatchRowsModel::statusColumn, Metrics::space(40));
    showFindings();
}

void BatchTable::refresh()
{
    m_model->refresh();
    showFindings();
}

void BatchTable::setRun(const BatchRun *run)
{
    m_run = run;
    m_model->setRun(run);
    if (run)
        connect(run, &BatchRun::stateChanged, this, &BatchTable::noteRetry);
    noteRetry();
    showFindings();
}

void BatchTable::showFindings()
{
    const BatchFindings::Listed listed =
        m_run ? BatchFindings::ofRun(m_desk, *m_run) : BatchFindings::ofPlan(m_desk);
    m_findings = listed.findings;
    const int current = m_list->currentRow();
    m_list->clear();
    for (const BatchFinding &finding : std::as_const(m_findings)) {
        const auto [name, ink] = lookOf(finding.weight);
        auto *item = new QListWidgetItem(icon(name, ink), finding.sentence, m_list);
        item->setToolTip(finding.sentence.toHtmlEscaped());
        item->setSizeHint({0, Metrics::space(7)});
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    const qsizetype duplicates =
        std::count_if(m_findings.cbegin(), m_findings.cend(), [](const BatchFinding &finding) {
            return finding.weight == BatchFinding::Weight::Duplicate;
        });
    const int others = int(m_findings.size() - duplicates);
    QStringList words;
    if (m_run && others > 0)
        words.append(tr("%n row(s) without a link", nullptr, others));
    else if (others > 0)
        words.append(tr("%n problem(s)", nullptr, others));
    if (duplicates > 0)
        words.append(tr("%n duplicate(s)", nullptr, int(duplicates)));
    if (listed.isCut) //: Follows counts; the list ends there
        words.append(tr("more are not listed"));
    m_title->setText(words.join(u", "_s));
    m_box->setVisible(!m_findings.isEmpty());
}

void BatchTable::jump(int finding)
{
    if (finding < 0 || finding >= m_findings.size() || m_findings.at(finding).row < 0)
        return;
    const BatchFinding &found = m_findings.at(finding);
    const int column =
        found.column < 0 ? BatchRowsModel::statusColumn : BatchRowsModel::firstCell + found.column;
    const QModelIndex index = m_model->index(found.row, column);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
