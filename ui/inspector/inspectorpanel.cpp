// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspectorpanel.h"

#include "api/exchangelog.h"
#include "export/exportfile.h"
#include "export/har.h"
#include "models/exchangetablemodel.h"
#include "ui/inspector/exchangedetail.h"
#include "ui/inspector/exchangelist.h"
#include "ui/inspector/exchangerows.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "wording/exchangewording.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto sayingTime = 3s;
constexpr auto undoTime = 10s;

// Below this there is no room for list and detail side by side.
int narrowWidth()
{
    return Metrics::space(130);
}

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent)
    , m_exchanges(new ExchangeTableModel(this))
    , m_rows(new ExchangeRows(this))
    , m_filter(new QLineEdit(this))
    , m_class(new NamedComboBox(this))
    , m_count(new ElidedLabel({}, this))
    , m_export(new QPushButton(tr("Export HAR"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_notice(new Notice(this))
    , m_splitter(new QSplitter(this))
    , m_listStack(new QStackedWidget(m_splitter))
    , m_state(new StatePanel(m_listStack))
    , m_detailStack(new QStackedWidget(m_splitter))
    , m_detail(new ExchangeDetail(m_detailStack))
    , m_saying(new QTimer(this))
    , m_undoing(new QTimer(this))
{
    m_rows->setExchanges(m_exchanges);
    // Before the list exists: its selection would move on to a neighbour of what goes.
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int, int last) { letGo(last); });
    m_list = new ExchangeList(m_rows, m_listStack);
    m_saying->setSingleShot(true);
    m_saying->setInterval(sayingTime);
    m_undoing->setSingleShot(true);
    m_undoing->setInterval(undoTime);
    makeToolbar();
    makeShortcuts();
    layOut();
    connect(m_saying, &QTimer::timeout, this, &InspectorPanel::showCounts);
    connect(m_undoing, &QTimer::timeout, this, &InspectorPanel::forgetCleared);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &InspectorPanel::onCurrentChanged);
    connect(m_list, &ExchangeList::clicked, this, &InspectorPanel::onCurrentChanged);
    connect(m_list, &ExchangeList::detailWanted, m_detail, &ExchangeDetail::focusContent);
    connect(m_detail, &ExchangeDetail::backTriggered, this, &InspectorPanel::goBack);
    connect(m_detail, &ExchangeDetail::copied, this, &InspectorPanel::say);
    connect(m_state, &StatePanel::actionTriggered, this, &InspectorPanel::clearFilter);
    connect(m_notice, &Notice::actionTriggered, this, &InspectorPanel::undoClear);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &InspectorPanel::restoreChoice);
    connect(m_rows, &ExchangeFilterModel::filtered, this, &InspectorPanel::restoreChoice);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &InspectorPanel::showState);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &InspectorPanel::showState);
    connect(m_exchanges, &QAbstractItemModel::rowsInserted, this, &InspectorPanel::showState);
    showState();
}

void InspectorPanel::makeToolbar()
{
    m_filter->setObjectName(u"inspectorFilter"_s);
    m_filter->setAccessibleName(tr("Filter requests"));
    m_filter->setPlaceholderText(tr("Filter requests"));
    m_filter->setToolTip(tr("Words in endpoint, address, status or body"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(IconName::Search, ColorToken::MutedText), QLineEdit::LeadingPosition);
    m_class->setObjectName(u"inspectorClass"_s);
    m_class->setAccessibleName(tr("Show"));
    m_class->addItem(tr("All"));
    m_class->addItem(tr("Failed"));
    //: %1 is a duration such as "1.00 s"
    m_class->addItem(tr("Slow"));
    m_class->setItemData(2,
        tr("%1 or longer").arg(ExchangeWording::duration(ExchangeTableModel::slowFrom)),
        Qt::ToolTipRole);
    m_count->setObjectName(u"inspectorCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_export->setObjectName(u"inspectorExport"_s);
    m_export->setProperty("emphasis", u"quiet"_s);
    auto *menu = new QMenu(m_export);
    connect(menu->addAction(tr("All requests…")), &QAction::triggered, this,
        [this] { chooseExport(false); });
    m_exportShown = menu->addAction(tr("Shown requests…"));
    connect(m_exportShown, &QAction::triggered, this, [this] { chooseExport(true); });
    m_export->setMenu(menu);
    m_clear->setObjectName(u"inspectorClear"_s);
    m_clear->setProperty("emphasis", u"quiet"_s);
    connect(m_filter, &QLineEdit::textChanged, this, &InspectorPanel::applyFilter);
    connect(m_class, &QComboBox::currentIndexChanged, this, &InspectorPanel::applyFilter);
    connect(m_clear, &QPushButton::clicked, this, &InspectorPanel::clearLog);
}

// The window has a use for the same keys.
bool InspectorPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find))
        event->accept();
    return QWidget::event(event);
}

void InspectorPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        find();
    else
        QWidget::keyPressEvent(event);
}

void InspectorPanel::makeShortcuts()
{
    auto *leaving = new QShortcut(QKeySequence(Qt::Key_Escape), m_filter);
    leaving->setContext(Qt::WidgetShortcut);
    connect(leaving, &QShortcut::activated, m_filter, &QLineEdit::clear);
}

void InspectorPanel::layOut()
{
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_state);
    auto *hint = mutedLabel(tr("Choose a request to see it in detail."), m_detailStack);
    hint->setAlignment(Qt::AlignCenter);
    m_detailStack->addWidget(hint);
    m_detailStack->addWidget(m_detail);
    m_splitter->addWidget(m_listStack);
    m_splitter->addWidget(m_detailStack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Metrics::space(1));
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_class);
    bar->addWidget(m_count);
    bar->addWidget(m_export);
    bar->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(2), Metrics::space(1), Metrics::space(1), Metrics::space(1));
    layout->setSpacing(Metrics::space(1));
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
}

void InspectorPanel::setKept(bool kept)
{
    m_clear->setVisible(!kept);
}

void InspectorPanel::setLog(ExchangeLog *log)
{
    forgetCleared();
    m_chosen.reset();
    m_exchanges->setLog(log);
    m_detailStack->setCurrentIndex(0);
    m_showsDetail = false;
    arrange();
    showState();
}

bool InspectorPanel::showExchange(quint64 number)
{
    if (m_exchanges->rowOf(number) < 0)
        return false;
    if (m_rows->rowOf(number) < 0)
        clearFilter();
    m_chosen = number; // restoreChoice() finds it if the filter is still at work
    restoreChoice();
    m_showsDetail = true;
    m_detail->present(m_exchanges->exchangeAt(m_exchanges->rowOf(number)));
    m_detailStack->setCurrentWidget(m_detail);
    arrange();
    return true;
}

QByteArray InspectorPanel::dividerState() const
{
    return m_splitter->saveState();
}

bool InspectorPanel::restoreDivider(const QByteArray &state)
{
    const bool isRestored = m_splitter->restoreState(state);
    // A stored state brings back a stored width of the handle too.
    m_splitter->setHandleWidth(1);
    return isRestored;
}

void InspectorPanel::find()
{
    if (m_detail->isVisible() && m_detail->isAncestorOf(focusWidget())) {
        m_detail->showFind();
        return;
    }
    if (m_isNarrow && m_showsDetail)
        goBack();
    m_filter->selectAll();
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void InspectorPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrowWidth();
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    arrange();
}

void InspectorPanel::applyFilter()
{
    m_rows->setFilter(
        {m_filter->text(), static_cast<ExchangeFilter::Class>(m_class->currentIndex())});
    showState();
}

void InspectorPanel::clearFilter()
{
    m_filter->clear();
    m_class->setCurrentIndex(0);
    m_filter->setFocus(Qt::OtherFocusReason);
}

void InspectorPanel::showCounts()
{
    const int all = m_exchanges->rowCount();
    const int shown = m_rows->rowCount();
    if (m_saying->isActive())
        return;
    if (all == 0)
        m_count->clear();
    else if (shown == all)
        m_count->setText(tr("%n request(s)", nullptr, all));
    else
        //: How many requests a filter shows: %1 of %2
        m_count->setText(tr("%1 of %2").arg(shown).arg(all));
}

void InspectorPanel::showState()
{
    const bool hasNone = m_exchanges->rowCount() == 0;
    const bool hasNoMatch = m_rows->rowCount() == 0 && !m_rows->isFiltering();
    showCounts();
    m_clear->setEnabled(!hasNone);
    m_export->setEnabled(!hasNone);
    m_exportShown->setEnabled(m_rows->rowCount() > 0);
    if (hasNone) {
        m_state->present({IconName::Info, {}, tr("No requests yet"),
            tr("Each request to Kombo's API is kept here until the window closes, without its "
               "secrets."),
            {}, {}, {}});
    } else if (hasNoMatch) {
        const QString wanted = m_filter->text().simplified();
        m_state->present({IconName::Search, {}, tr("Nothing matches"),
            wanted.isEmpty() ? tr("None of the requests is of this kind.")
                             //: %1 is what was searched for
                             : tr("No request holds “%1”.").arg(wanted),
            {}, tr("Clear filter"), {}});
    }
    QWidget *shown = hasNone || hasNoMatch ? static_cast<QWidget *>(m_state) : m_list;
    if (m_listStack->currentWidget() != shown)
        m_listStack->setCurrentWidget(shown);
    arrange();
}

void InspectorPanel::chooseRow(int row)
{
    m_list->selectionModel()->setCurrentIndex(m_rows->index(row, ExchangeTableModel::Endpoint),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list->scrollTo(m_rows->index(row, ExchangeTableModel::Endpoint));
}

void InspectorPanel::onCurrentChanged()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return; // what is shown stays
    const Exchange &exchange = m_rows->exchangeAt(current.row());
    const bool isShown = m_chosen == exchange.number && m_showsDetail;
    m_chosen = exchange.number;
    if (isShown)
        return;
    m_showsDetail = true;
    m_detail->present(exchange);
    m_detailStack->setCurrentWidget(m_detail);
    arrange();
}

void InspectorPanel::letGo(int last)
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && current.row() <= last)
        m_list->selectionModel()->clear(); // the detail keeps showing it
}

void InspectorPanel::restoreChoice()
{
    showState();
    if (!m_chosen || m_list->currentIndex().isValid())
        return;
    const int row = m_rows->rowOf(*m_chosen);
    if (row < 0)
        return;
    const bool showedDetail = m_showsDetail;
    m_showsDetail = true; // it is shown already
    chooseRow(row);
    m_showsDetail = showedDetail;
}

void InspectorPanel::arrange()
{
    const bool hasNothing = m_exchanges->rowCount() == 0 && !m_showsDetail;
    m_listStack->setVisible(!m_isNarrow || !m_showsDetail);
    m_detailStack->setVisible(m_showsDetail || (!m_isNarrow && !hasNothing));
    m_detail->setBackVisible(m_isNarrow);
}

void InspectorPanel::goBack()
{
    m_showsDetail = false;
    arrange();
    m_list->setFocus(Qt::OtherFocusReason);
}

void InspectorPanel::clearLog()
{
    ExchangeLog *log = m_exchanges->log();
    if (!log)
        return;
    const QList<Exchange> cleared = log->exchanges();
    log->clear();
    m_cleared = cleared;
    m_chosen.reset();
    m_showsDetail = false;
    m_detailStack->setCurrentIndex(0);
    arrange();
    m_notice->present({Notice::Tone::Information,
        tr("%n request(s) cleared.", nullptr, static_cast<int>(cleared.size())), {}, {},
        tr("Undo")});
    m_undoing->start();
}

void InspectorPanel::undoClear()
{
    const QList<Exchange> cleared = m_cleared;
    forgetCleared();
    if (ExchangeLog *log = m_exchanges->log(); log && !cleared.isEmpty())
        log->putBack(cleared);
}

void InspectorPanel::forgetCleared()
{
    m_undoing->stop();
    m_cleared.clear();
    m_notice->dismiss();
}

void InspectorPanel::chooseExport(bool onlyShown)
{
    auto *dialog =
        new QFileDialog(this, tr("Export HAR"), u"connect-desk.har"_s, tr("HTTP archives (*.har)"));
    dialog->setObjectName(u"harDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"har"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, onlyShown](const QString &file) { exportTo(file, onlyShown); });
    dialog->open();
}

void InspectorPanel::exportTo(const QString &file, bool onlyShown)
{
    forgetCleared(); // the notice is needed for something else
    const ExchangeLog *log = m_exchanges->log();
    const QList<Exchange> exchanges = onlyShown || !log ? shownExchanges() : log->exchanges();
    const QString name = QDir::toNativeSeparators(file);
    if (const auto problem =
            writeExport(file, harDocument(exchanges, QCoreApplication::applicationVersion()))) {
        m_notice->present({Notice::Tone::Error, tr("The requests were not exported."),
            //: %1 is a file, %2 a reason of the system
            tr("%1 could not be written: %2").arg(name, *problem), {}, {}});
        return;
    }
    m_notice->present({Notice::Tone::Success,
        tr("%n request(s) exported.", nullptr, static_cast<int>(exchanges.size())), name, {}, {}});
    Q_EMIT noted(tr("Requests exported"));
}

QList<Exchange> InspectorPanel::shownExchanges() const
{
    QList<Exchange> shown;
    for (int row = 0; row < m_rows->rowCount(); ++row)
        shown.append(m_rows->exchangeAt(row));
    return shown;
}

void InspectorPanel::say(const QString &text)
{
    m_count->setText(text);
    m_saying->start();
    Q_EMIT noted(text);
}

} // namespace desk
