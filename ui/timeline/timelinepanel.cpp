// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/timeline/timelinepanel.h"

#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/kindmenu.h"
#include "ui/timeline/timelinedelegate.h"

#include "core/inputtext.h"
#include "timeline/sessiontimeline.h"
#include "timeline/timelinefile.h"
#include "wording/timelinewording.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Several entries may come at once; one frame is soon enough to follow them.
constexpr int scrollIntervalMs = 16;

QToolButton *iconButton(IconName name, const QString &label, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setProperty("emphasis", u"quiet"_s);
    button->setToolTip(label);
    button->setAccessibleName(label);
    return button;
}

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new TimelineModel(TimelineWording::words(), this))
    , m_table(new QTableView(this))
    , m_state(new StatePanel(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new Notice(this))
    , m_search(new QLineEdit(this))
    , m_kinds(new QPushButton(this))
    , m_kindMenu(new KindMenu(this))
    , m_count(new QLabel(this))
    , m_clock(iconButton(IconName::Clock, tr("Show time of day"), this))
    , m_follow(iconButton(IconName::ArrowDownToLine, tr("Follow the end"), this))
    , m_export(iconButton(IconName::Download, tr("Export timeline…"), this))
{
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    auto *below = new QVBoxLayout;
    below->setContentsMargins(Metrics::space(2), 0, Metrics::space(1), 0);
    below->addWidget(m_notice);
    below->addWidget(m_stack, 1);
    layout->addLayout(below, 1);
    m_scroll.setSingleShot(true);
    m_scroll.setInterval(scrollIntervalMs);
    connect(&m_scroll, &QTimer::timeout, this, &TimelinePanel::scrollToEnd);
    connect(m_state, &StatePanel::actionTriggered, this, &TimelinePanel::clearFilter);
    connectModel();
    showWhatIsThere();
}

QHBoxLayout *TimelinePanel::makeBar()
{
    m_search->setObjectName(u"timelineSearch"_s);
    m_search->setPlaceholderText(tr("Search timeline"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconName::Search, ColorToken::MutedText), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(Metrics::space(70));
    m_search->installEventFilter(this);
    m_kinds->setObjectName(u"timelineKindsButton"_s);
    m_kinds->setIcon(icon(IconName::ListFilter));
    m_kinds->setProperty("emphasis", u"quiet"_s);
    m_kinds->setMenu(m_kindMenu);
    m_count->setObjectName(u"timelineCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_clock->setObjectName(u"timelineClock"_s);
    m_clock->setCheckable(true);
    m_follow->setObjectName(u"timelineFollow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_export->setObjectName(u"timelineExport"_s);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(1), Metrics::space(1));
    bar->setSpacing(Metrics::space(1));
    bar->addWidget(m_search, 1);
    bar->addWidget(m_kinds);
    bar->addWidget(m_count);
    bar->addStretch();
    for (QToolButton *button : {m_clock, m_follow, makeCopyButton(), m_export})
        bar->addWidget(button);
    connect(m_search, &QLineEdit::textChanged, this, &TimelinePanel::filter);
    connect(m_kindMenu, &KindMenu::chosenChanged, this, &TimelinePanel::filter);
    connect(m_clock, &QToolButton::toggled, this, &TimelinePanel::setShowsClock);
    connect(m_follow, &QToolButton::clicked, this, &TimelinePanel::follow);
    connect(m_export, &QToolButton::clicked, this, &TimelinePanel::exportTimeline);
    return bar;
}

QToolButton *TimelinePanel::makeCopyButton()
{
    QToolButton *button = iconButton(IconName::Copy, tr("Copy entries"), this);
    button->setObjectName(u"timelineCopy"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    QAction *selected = menu->addAction(tr("Copy Selected"));
    selected->setObjectName(u"copySelected"_s);
    selected->setShortcut(QKeySequence::Copy);
    // Elsewhere in the window the same keys copy something else.
    selected->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(selected);
    QAction *all = menu->addAction(tr("Copy All"));
    all->setObjectName(u"copyAll"_s);
    button->setMenu(menu);
    connect(selected, &QAction::triggered, this, &TimelinePanel::copySelected);
    connect(all, &QAction::triggered, this, &TimelinePanel::copyAll);
    connect(menu, &QMenu::aboutToShow, selected,
        [this, selected] { selected->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(
        menu, &QMenu::aboutToHide, selected, [selected] { selected->setEnabled(true); },
        Qt::QueuedConnection);
    return button;
}

void TimelinePanel::makeTable()
{
    m_table->setObjectName(u"timelineTable"_s);
    //: Of a connect session: a list of what happened
    m_table->setAccessibleName(tr("Timeline"));
    // Before the view hears of it: it scrolls to the neighbour of a current row that goes.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, m_table,
        [this] { m_table->setAutoScroll(false); });
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TimelineDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // What the columns are can be seen; the room is for rows.
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setColumnHidden(TimelineModel::ClockColumn, true);
    fitColumns();
}

void TimelinePanel::connectModel()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showWhatIsThere();
        if (m_isFollowing)
            m_scroll.start();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int row) { noteRemoval(row); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showWhatIsThere();
        if (m_isFollowing)
            m_scroll.start();
    });
    connect(
        m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelinePanel::noteScroll);
}

void TimelinePanel::setTimeline(SessionTimeline *timeline)
{
    if (timeline == m_model->timeline())
        return;
    m_notice->dismiss();
    follow(true);
    m_model->setTimeline(timeline);
}

bool TimelinePanel::showsClock() const
{
    return m_clock->isChecked();
}

void TimelinePanel::setShowsClock(bool showsClock)
{
    m_clock->setChecked(showsClock);
    if (m_table->isColumnHidden(TimelineModel::ClockColumn) == !showsClock)
        return;
    m_table->setColumnHidden(TimelineModel::ClockColumn, !showsClock);
    m_table->setColumnHidden(TimelineModel::SinceStartColumn, showsClock);
    Q_EMIT showsClockChanged(showsClock);
}

void TimelinePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TimelinePanel::filter()
{
    const QModelIndex current = m_table->currentIndex();
    const quint64 number = current.isValid() ? m_model->entryAt(current.row()).number : 0;
    const QScopedValueRollback guard(m_isScrollingByItself, true);
    m_model->setFilter({m_kindMenu->chosen(), cleanedInput(m_search->text())});
    if (const int row = m_model->rowOf(number); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, TimelineModel::TextColumn));
}

void TimelinePanel::clearFilter()
{
    m_search->clear();
    m_kindMenu->choose({});
    m_search->setFocus();
}

void TimelinePanel::showWhatIsThere()
{
    const bool hasRows = m_model->rowCount() > 0;
    if (!hasRows)
        showState();
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_state);
    m_export->setEnabled(m_model->entryCount() > 0);
    m_kinds->setText(m_kindMenu->summary());
    m_kinds->setAccessibleName(tr("Kinds: %1").arg(m_kindMenu->summary()));
    showCount();
}

void TimelinePanel::showState()
{
    StatePanel::Content content;
    if (m_model->entryCount() == 0) {
        content.icon = IconName::Clock;
        content.headline = tr("Nothing has happened yet");
        content.text = tr("Create a link: whatever happens until its end is listed here.");
    } else {
        content.icon = IconName::Search;
        content.headline = tr("Nothing matches");
        const QString text = cleanedInput(m_search->text());
        //: %1 is what was searched for, %2 is such as "All kinds" or "Console"
        content.text = text.isEmpty() ? tr("There is no entry of the chosen kinds.")
                                      : tr("“%1” in: %2").arg(text, m_kindMenu->summary());
        content.action = tr("Clear filter");
    }
    m_state->present(content);
}

void TimelinePanel::showCount()
{
    const qsizetype all = m_model->entryCount();
    const SessionTimeline *timeline = m_model->timeline();
    //: How many entries of a list a filter lets through; both are numbers
    m_count->setText(m_model->filter().isActive()
            ? tr("%1 of %2").arg(QString::number(m_model->rowCount()), QString::number(all))
            : QString());
    m_count->setToolTip(TimelineWording::dropped(timeline ? timeline->dropped() : 0));
}

void TimelinePanel::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    const int room = Metrics::space(4);
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(
        TimelineModel::ClockColumn, metrics.horizontalAdvance(u"00:00:00.000"_s) + room);
    header->resizeSection(
        TimelineModel::SinceStartColumn, metrics.horizontalAdvance(u"+00:00.000"_s) + room);
    int kind = 0;
    const auto groups = allTimelineGroups();
    for (const TimelineEntry::Group group : groups)
        kind = std::max(kind, metrics.horizontalAdvance(TimelineWording::groupName(group)));
    header->resizeSection(TimelineModel::KindColumn, kind + room);
    m_table->verticalHeader()->setMinimumSectionSize(0);
    m_table->verticalHeader()->setDefaultSectionSize(Metrics::space(6));
}

void TimelinePanel::scrollToEnd()
{
    if (!m_isFollowing)
        return;
    const QScopedValueRollback guard(m_isScrollingByItself, true);
    m_table->scrollToBottom();
}

void TimelinePanel::noteScroll()
{
    if (m_isScrollingByItself)
        return;
    const QScrollBar *bar = m_table->verticalScrollBar();
    follow(bar->value() == bar->maximum());
}

// What somebody reads further up stays where it is while older entries go.
void TimelinePanel::noteRemoval(int row)
{
    m_table->setAutoScroll(true);
    showWhatIsThere();
    QScrollBar *bar = m_table->verticalScrollBar();
    if (m_isFollowing || row >= bar->value())
        return;
    const QScopedValueRollback guard(m_isScrollingByItself, true);
    bar->setValue(bar->value() - 1);
}

void TimelinePanel::follow(bool follows)
{
    m_isFollowing = follows;
    m_follow->setChecked(follows);
    if (follows)
        m_scroll.start();
}

void TimelinePanel::copySelected()
{
    QList<int> rows;
    const QModelIndexList indexes =
        m_table->selectionModel()->selectedRows(TimelineModel::TextColumn);
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    QList<TimelineEntry> entries;
    for (const int row : std::as_const(rows))
        entries.append(m_model->entryAt(row));
    QApplication::clipboard()->setText(timelineText(entries, TimelineWording::words()));
}

void TimelinePanel::copyAll()
{
    const QList<TimelineEntry> entries = m_model->shownEntries();
    if (!entries.isEmpty())
        QApplication::clipboard()->setText(timelineText(entries, TimelineWording::words()));
}

void TimelinePanel::exportTimeline()
{
    auto *dialog = new QFileDialog(this, tr("Export Timeline"), m_exportFolder);
    dialog->setObjectName(u"timelineExportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("JSON files (*.json)"), tr("Markdown files (*.md)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"timeline.json"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.md"_L1) ? u"md"_s : u"json"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &TimelinePanel::exportTo);
    dialog->open();
}

void TimelinePanel::exportTo(const QString &file)
{
    const SessionTimeline *timeline = m_model->timeline();
    if (!timeline)
        return;
    m_exportFolder = QFileInfo(file).absolutePath();
    if (const auto problem =
            writeTimeline(file, TimelineDocument::of(*timeline), TimelineWording::words())) {
        const ErrorMessage message = TimelineWording::message(*problem);
        m_notice->present(
            {Notice::Tone::Error, message.headline, message.advice, message.details, {}});
        return;
    }
    m_notice->present(
        {Notice::Tone::Success, tr("Timeline exported"), QDir::toNativeSeparators(file), {}, {}});
    Q_EMIT exported(file);
}

void TimelinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_count->setVisible(width() >= Metrics::space(110));
    if (m_isFollowing)
        m_scroll.start();
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
