// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/exchangerows.h"

#include "models/exchangetablemodel.h"
#include "ui/theme/tokens.h"
#include "wording/exchangewording.h"

#include <QGuiApplication>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString text(const Exchange &exchange, int column)
{
    switch (column) {
    case ExchangeTableModel::Number:
        return QString::number(exchange.number);
    case ExchangeTableModel::Time:
        return ExchangeWording::clockTime(exchange.startedAt);
    case ExchangeTableModel::Method:
        return QString::fromLatin1(exchange.method);
    case ExchangeTableModel::Endpoint:
        return exchange.endpoint;
    case ExchangeTableModel::Outcome:
        return ExchangeWording::outcome(exchange);
    case ExchangeTableModel::Duration:
        return ExchangeWording::duration(exchange.timings.done);
    case ExchangeTableModel::Size:
        return exchange.status == 0 ? QString() : ExchangeWording::size(exchange.responseSize);
    case ExchangeTableModel::Attempt:
        return QString::number(exchange.attempt);
    default:
        return {};
    }
}

bool isFigure(int column)
{
    return column == ExchangeTableModel::Number || column == ExchangeTableModel::Duration
        || column == ExchangeTableModel::Size || column == ExchangeTableModel::Attempt;
}

QColor ink(const Exchange &exchange, int column)
{
    const QPalette palette = QGuiApplication::palette();
    const Scheme scheme = schemeOf(palette);
    switch (column) {
    case ExchangeTableModel::Outcome:
        return color(
            ExchangeTableModel::isFailed(exchange) ? ColorToken::Danger : ColorToken::Success,
            scheme);
    case ExchangeTableModel::Duration:
        return color(
            ExchangeTableModel::isSlow(exchange) ? ColorToken::Warning : ColorToken::Text, scheme);
    case ExchangeTableModel::Endpoint:
        return color(ColorToken::Text, scheme);
    case ExchangeTableModel::Attempt:
        return color(exchange.attempt > 1 ? ColorToken::Warning : ColorToken::MutedText, scheme);
    default:
        return color(ColorToken::MutedText, scheme);
    }
}

QString tip(const Exchange &exchange)
{
    constexpr qsizetype longestUrl = 300;
    return Qt::convertFromPlainText(
        u"%1 %2\n%3"_s.arg(QString::fromLatin1(exchange.method), exchange.url.left(longestUrl),
            ExchangeWording::outcomeLine(exchange)),
        Qt::WhiteSpaceNormal);
}

} // namespace

const Exchange &ExchangeRows::exchangeAt(int row) const
{
    return exchanges()->exchangeAt(mapToSource(index(row, 0)).row());
}

int ExchangeRows::rowOf(quint64 number) const
{
    const int row = exchanges()->rowOf(number);
    return row < 0 ? -1 : mapFromSource(exchanges()->index(row, 0)).row();
}

QVariant ExchangeRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    const Exchange &exchange = exchanges()->exchangeAt(source.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, index.column());
    case Qt::ForegroundRole:
        return ink(exchange, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tip(exchange);
    default:
        return source.data(role);
    }
}

QVariant ExchangeRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ExchangeTableModel::Number:
        //: Heading of a column of numbers that count up
        return tr("No.");
    case ExchangeTableModel::Time:
        return tr("Time");
    case ExchangeTableModel::Method:
        //: The HTTP method, such as GET
        return tr("Method");
    case ExchangeTableModel::Endpoint:
        return tr("Endpoint");
    case ExchangeTableModel::Outcome:
        return tr("Status");
    case ExchangeTableModel::Duration:
        return tr("Duration");
    case ExchangeTableModel::Size:
        return tr("Size");
    case ExchangeTableModel::Attempt:
        return tr("Attempt");
    default:
        return {};
    }
}

} // namespace desk
