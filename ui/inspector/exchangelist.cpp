// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/exchangelist.h"

#include "models/exchangetablemodel.h"
#include "ui/inspector/exchangerows.h"
#include "ui/parts/quietrowdelegate.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Model = ExchangeTableModel;

// Who has to go first when there is no room.
constexpr std::array dispensable{Model::Attempt, Model::Number, Model::Size, Model::Method,
    Model::Time, Model::Duration, Model::Outcome};

// The longest text a column usually has.
QString sample(int column)
{
    switch (column) {
    case Model::Number:
        return u"10000"_s;
    case Model::Time:
        return u"00:00:00.000"_s;
    case Model::Method:
        return u"DELETE"_s;
    case Model::Endpoint:
        return u"getIntegrationByToken"_s;
    case Model::Outcome:
        return ExchangeRows::tr("No connection");
    case Model::Duration:
        return u"120.00 s"_s;
    case Model::Size:
        return u"999.9 KB"_s;
    default:
        return u"00"_s;
    }
}

} // namespace

ExchangeList::ExchangeList(ExchangeRows *rows, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
{
    setModel(rows);
    setItemDelegate(new QuietRowDelegate(this));
    setAccessibleName(tr("Requests"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(Model::Endpoint, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(Metrics::space(8));
    measure();
    connect(rows, &QAbstractItemModel::rowsAboutToBeInserted, this, &ExchangeList::rememberEnd);
    connect(rows, &QAbstractItemModel::rowsInserted, this, &ExchangeList::followEnd);
    connect(rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ExchangeList::rememberEnd);
    connect(rows, &QAbstractItemModel::rowsRemoved, this, &ExchangeList::followEnd);
    connect(rows, &QAbstractItemModel::modelReset, this, &ExchangeList::scrollToBottom);
}

void ExchangeList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void ExchangeList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        Q_EMIT detailWanted();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ExchangeList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ExchangeList::measure()
{
    const QFontMetrics metrics(font());
    m_widths.clear();
    for (int column = 0; column < Model::columns; ++column) {
        const QString heading = m_rows->headerData(column, Qt::Horizontal).toString();
        m_widths.append(
            std::max(metrics.horizontalAdvance(sample(column)), metrics.horizontalAdvance(heading))
            + Metrics::space(3));
    }
    verticalHeader()->setDefaultSectionSize(qRound(metrics.height() * 1.7));
    verticalHeader()->setMinimumSectionSize(verticalHeader()->defaultSectionSize());
    fitColumns();
}

void ExchangeList::fitColumns()
{
    int needed = 0;
    for (const int width : std::as_const(m_widths))
        needed += width;
    QList<int> hidden;
    for (const int column : dispensable) {
        if (needed <= viewport()->width())
            break;
        needed -= m_widths.at(column);
        hidden.append(column);
    }
    for (int column = 0; column < Model::columns; ++column) {
        const bool isHidden = hidden.contains(column);
        if (isColumnHidden(column) != isHidden)
            setColumnHidden(column, isHidden);
        if (column != Model::Endpoint && columnWidth(column) != m_widths.at(column))
            setColumnWidth(column, m_widths.at(column));
    }
}

void ExchangeList::rememberEnd()
{
    m_isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

void ExchangeList::followEnd()
{
    if (m_isAtEnd)
        scrollToBottom();
}

} // namespace desk
