// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historysidebar.h"

#include "ui/demo/masked.h"
#include "ui/history/historyfilterchips.h"
#include "ui/history/historyfiltermenu.h"
#include "ui/history/historylist.h"
#include "ui/parts/labels.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/metrics.h"

#include "wording/ledgerwording.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// Shorter than a person notices, longer than between two strokes of a fast typist.
constexpr auto pauseInTyping = 60ms;
constexpr auto patience = 1s;

} // namespace

HistorySidebar::HistorySidebar(History &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_filterMenu(new HistoryFilterMenu(this))
    , m_chips(nullptr)
    , m_list(nullptr)
    , m_state(nullptr)
    , m_stack(nullptr)
    , m_bin(nullptr)
    , m_count(nullptr)
{
    setObjectName(u"historySidebar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(2), Metrics::space(2), Metrics::space(2), Metrics::space(2));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(makeSearchRow());
    m_chips = new HistoryFilterChips(*m_filterMenu, this);
    m_stack = new QStackedWidget(this);
    m_list = new HistoryList(history.list(), m_stack);
    m_state = new StatePanel(m_stack);
    m_state->setObjectName(u"historyState"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    m_bin = new Notice(this);
    m_bin->setObjectName(u"historyBin"_s);
    m_count = mutedLabel({}, this);
    m_count->setObjectName(u"historyCount"_s);
    layout->addWidget(m_chips);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_bin);
    layout->addWidget(m_count);
    m_slow.setSingleShot(true);
    m_slow.setInterval(patience);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseInTyping);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connectHistory();
    describeRows();
    showFilterButton();
    showState();
}

QWidget *HistorySidebar::makeSearchRow()
{
    auto *row = new QWidget(this);
    m_search = new QLineEdit(row);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setPlaceholderText(tr("Search history"));
    m_search->setAccessibleName(tr("Search history"));
    m_search->setMaxLength(AttemptQuery::longestText);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_filterButton = new QToolButton(row);
    m_filterButton->setObjectName(u"historyFilterButton"_s);
    m_filterButton->setAutoRaise(true);
    m_filterButton->setProperty("emphasis", u"quiet"_s);
    m_filterButton->setFocusPolicy(Qt::StrongFocus);
    m_filterButton->setPopupMode(QToolButton::InstantPopup);
    m_filterButton->setMenu(m_filterMenu);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_filterButton);
    return row;
}

void HistorySidebar::connectHistory()
{
    HistoryModel &list = m_history.list();
    connect(&list, &HistoryModel::stateChanged, this, &HistorySidebar::showState);
    connect(&list, &QAbstractItemModel::modelReset, this, &HistorySidebar::showState);
    connect(&list, &QAbstractItemModel::rowsInserted, this, &HistorySidebar::showState);
    connect(&list, &QAbstractItemModel::rowsRemoved, this, &HistorySidebar::showState);
    connect(&list, &HistoryModel::choicesChanged, this,
        [this] { m_filterMenu->setChoices(m_history.list().choices()); });
    connect(m_filterMenu, &QMenu::aboutToShow, &list, &HistoryModel::readChoices);
    connect(m_filterMenu, &HistoryFilterMenu::filterChanged, this, [this] {
        showFilterButton();
        search();
    });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &HistorySidebar::search);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = m_history.list().isSearching();
        showState();
    });
    connect(m_list, &HistoryList::attemptChosen, this, &HistorySidebar::attemptChosen);
    connect(m_list, &HistoryList::deletionWanted, this, &HistorySidebar::deleteAttempt);
    connect(m_list, &HistoryList::leftUpwards, this, &HistorySidebar::focusSearch);
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistorySidebar::showMenu);
    connect(m_state, &StatePanel::actionTriggered, this, &HistorySidebar::takeAction);
    connect(&m_history.bin(), &AttemptBin::changed, this, &HistorySidebar::showBin);
    connect(m_bin, &Notice::actionTriggered, &m_history.bin(), &AttemptBin::undo);
}

void HistorySidebar::start()
{
    m_history.list().setQuery(query());
    m_history.list().readChoices();
}

AttemptQuery HistorySidebar::query() const
{
    return queryOf(m_filterMenu->filter(), m_search->text(), QDateTime::currentDateTimeUtc());
}

void HistorySidebar::search()
{
    m_typing.stop();
    m_history.list().setQuery(query());
    m_list->scrollToTop();
}

void HistorySidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistorySidebar::choose(const QUuid &id)
{
    m_list->choose(id);
}

void HistorySidebar::clearAll()
{
    m_search->clear();
    m_filterMenu->setFilter({});
    search();
    m_search->setFocus(Qt::OtherFocusReason);
}

bool HistorySidebar::isNarrowed() const
{
    return m_filterMenu->filter().isActive() || !m_search->text().trimmed().isEmpty();
}

void HistorySidebar::showState()
{
    const HistoryModel &list = m_history.list();
    if (!list.isSearching()) {
        m_slow.stop();
        m_isSlow = false;
    } else if (!m_slow.isActive() && !m_isSlow) {
        m_slow.start();
    }
    const bool hasRows = list.rowCount() > 0;
    // Nothing for as long as nobody would miss it.
    const bool isWaiting = !hasRows && (!list.isAnswered() || list.isSearching()) && !m_isSlow;
    m_stack->setCurrentWidget(hasRows || isWaiting ? static_cast<QWidget *>(m_list) : m_state);
    if (!hasRows && !isWaiting)
        showStatePanel();
    showCount();
}

void HistorySidebar::showStatePanel()
{
    const HistoryModel &list = m_history.list();
    if (list.isSearching()) {
        m_state->present({IconName::Clock, {}, tr("Searching…"), {}, {}, {}, {}});
    } else if (list.problem()) {
        const ErrorMessage message = LedgerWording::message(*list.problem());
        m_state->present({IconName::CircleAlert, ColorToken::Danger, message.headline,
            message.advice, message.details, tr("Try again"), {}});
    } else if (isNarrowed()) {
        const QString typed = m_search->text().trimmed();
        const QString headline = typed.isEmpty()
            ? tr("Nothing matches these filters")
            //: %1 is what somebody has typed
            : tr("Nothing matches “%1”").arg(m_isMasked ? Masked::text(typed) : typed);
        const QString text = typed.isEmpty() || !m_filterMenu->filter().isActive()
            ? QString()
            : tr("Filters are set as well.");
        m_state->present({IconName::Search, {}, headline, text, {}, tr("Show all"), {}});
    } else {
        m_state->present({IconName::Clock, {}, tr("Nothing yet"),
            tr("Each attempt to connect a client is remembered here: who, with which tool, and "
               "what came of it."),
            {}, tr("Connect a client"), {}});
    }
}

void HistorySidebar::takeAction()
{
    if (m_history.list().problem())
        m_history.list().reload();
    else if (isNarrowed())
        clearAll();
    else
        Q_EMIT newConnectionRequested();
}

void HistorySidebar::showCount()
{
    const HistoryModel &list = m_history.list();
    QString text;
    if (m_isSlow)
        text = tr("Searching…");
    else if (list.problem() && list.rowCount() > 0)
        text = LedgerWording::message(*list.problem()).headline;
    else if (list.total() && list.rowCount() > 0)
        text = LedgerWording::count(*list.total());
    m_count->setText(text);
}

void HistorySidebar::showFilterButton()
{
    const bool isActive = m_filterMenu->filter().isActive();
    m_filterButton->setIcon(
        isActive ? icon(IconName::ListFilter, ColorToken::Accent) : icon(IconName::ListFilter));
    m_filterButton->setAccessibleName(tr("Filters"));
    m_filterButton->setToolTip(tr("Filters"));
}

void HistorySidebar::deleteAttempt(const QUuid &id)
{
    const int row = m_history.list().rowOf(id);
    if (row >= 0)
        m_history.bin().put({id, m_history.list().entryAt(row).organization});
}

void HistorySidebar::showBin()
{
    const auto &content = m_history.bin().content();
    if (!content) {
        m_bin->dismiss();
        return;
    }
    const QString headline = content->organization.isEmpty()
        ? tr("Attempt deleted")
        //: %1 is the name of an organization
        : tr("Attempt of %1 deleted").arg(content->organization);
    m_bin->present({Notice::Tone::Information, headline, {}, {}, tr("Undo")});
}

void HistorySidebar::describeRows()
{
    m_history.list().setDescription([masked = m_isMasked](const HistoryEntry &entry) {
        const QString text = LedgerWording::description(entry, QDateTime::currentDateTimeUtc());
        return masked ? Masked::text(text) : text;
    });
}

void HistorySidebar::setMasked(bool masked)
{
    m_isMasked = masked;
    m_list->setMasked(masked);
    describeRows();
    showState();
}

void HistorySidebar::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const QUuid id = index.data(HistoryModel::IdRole).toUuid();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, id] {
        m_list->choose(id);
        Q_EMIT attemptChosen(id);
    });
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this,
        [this, id] { deleteAttempt(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void HistorySidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (event->matches(QKeySequence::Undo) && m_history.bin().content()) {
        m_history.bin().undo();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool HistorySidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        search();
        return true;
    }
    if (key != Qt::Key_Down || m_history.list().rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->selectRow(0);
    return true;
}

} // namespace desk
