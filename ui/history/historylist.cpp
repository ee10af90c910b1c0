// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historylist.h"

#include "ui/history/historydelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace desk {

HistoryList::HistoryList(HistoryModel &model, QWidget *parent)
    : QTableView(parent)
    , m_history(model)
    , m_delegate(new HistoryDelegate(this))
{
    setObjectName(QStringLiteral("historyList"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Attempts"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // The rows lie on the ground of the area, not in a field.
    viewport()->setBackgroundRole(QPalette::Window);
    // The delegate draws what is chosen.
    QPalette plain = palette();
    plain.setColor(QPalette::Highlight, Qt::transparent);
    setPalette(plain);
    measure();
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        // Qt chooses the neighbour; nobody has opened it.
        if (m_history.rowOf(m_chosen) < 0)
            clearSelection();
        noteVisible();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryList::markChosen);
}

void HistoryList::measure()
{
    const int height = HistoryDelegate::rowHeight();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height / 2);
}

void HistoryList::setMasked(bool masked)
{
    m_delegate->setMasked(masked);
    viewport()->update();
}

void HistoryList::choose(const QUuid &id)
{
    m_chosen = id;
    markChosen();
}

void HistoryList::markChosen()
{
    const int row = m_chosen.isNull() ? -1 : m_history.rowOf(m_chosen);
    if (row < 0)
        clearSelection();
    else
        selectionModel()->setCurrentIndex(
            m_history.index(row), QItemSelectionModel::ClearAndSelect);
    noteVisible();
}

QUuid HistoryList::currentId() const
{
    return currentIndex().data(HistoryModel::IdRole).toUuid();
}

void HistoryList::tellChosen()
{
    m_chosen = currentId();
    if (!m_chosen.isNull())
        Q_EMIT attemptChosen(m_chosen);
}

void HistoryList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex before = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        tellChosen();
        return;
    case Qt::Key_Delete:
        if (before.isValid())
            Q_EMIT deletionWanted(currentId());
        return;
    case Qt::Key_Up:
        if (before.row() <= 0) {
            Q_EMIT leftUpwards();
            return;
        }
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        // A table means its columns by them, of which there is one.
        setCurrentIndex(
            m_history.index(event->key() == Qt::Key_Home ? 0 : m_history.rowCount() - 1));
        break;
    default:
        QTableView::keyPressEvent(event);
        break;
    }
    if (currentIndex() != before)
        tellChosen();
}

void HistoryList::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()) == currentIndex())
        tellChosen();
}

// Rows that come in above what is in sight must not push it away; at the top they show.
void HistoryList::keepPlace(int first, int last)
{
    const int scrolled = verticalScrollBar()->value();
    const int height = verticalHeader()->defaultSectionSize();
    if (scrolled > 0 && first <= scrolled / height) {
        updateGeometries();
        verticalScrollBar()->setValue(scrolled + (last - first + 1) * height);
    }
    noteVisible();
}

void HistoryList::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    noteVisible();
}

void HistoryList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    noteVisible();
}

void HistoryList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void HistoryList::noteVisible()
{
    const int height = std::max(verticalHeader()->defaultSectionSize(), 1);
    const int first = verticalScrollBar()->value() / height;
    const int rows = viewport()->height() / height + 1;
    m_history.setVisible(first, first + rows);
    // Two screens ahead, so that nobody who scrolls sees the end of a page.
    if (first + 3 * rows >= m_history.rowCount())
        m_history.fetchMore({});
}

} // namespace desk
