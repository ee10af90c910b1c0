// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchrowsmodel.h"

#include "ui/batch/fieldmime.h"
#include "ui/theme/icons.h"

#include "batch/batchdesk.h"
#include "batch/batchrun.h"
#include "core/harmlesstext.h"
#include "wording/batchwording.h"

#include <QGuiApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestCell = 200;
constexpr qsizetype longestName = 60;

std::pair<IconName, ColorToken> lookOf(BatchRowStatus status)
{
    switch (status) {
    case BatchRowStatus::Planned:
    case BatchRowStatus::Sending:
        return {IconName::Clock, ColorToken::MutedText};
    case BatchRowStatus::Done:
        return {IconName::CircleCheck, ColorToken::Success};
    case BatchRowStatus::Failed:
        return {IconName::CircleX, ColorToken::Danger};
    case BatchRowStatus::NotKnown:
        return {IconName::CircleHelp, ColorToken::Warning};
    case BatchRowStatus::Skipped:
        return {IconName::X, ColorToken::MutedText};
    }
    Q_UNREACHABLE();
}

} // namespace

BatchRowsModel::BatchRowsModel(BatchDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    reload();
}

void BatchRowsModel::reload()
{
    beginResetModel();
    m_cellsAt.clear();
    qsizetype index = 0;
    for (const CsvRow &row : m_desk.reading().rows)
        m_cellsAt.insert(row.number, index++);
    endResetModel();
}

void BatchRowsModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void BatchRowsModel::setRun(const BatchRun *run)
{
    if (m_run)
        disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    if (m_run) {
        connect(m_run, &BatchRun::rowChanged, this, [this](qsizetype row) {
            Q_EMIT dataChanged(index(int(row), statusColumn), index(int(row), columnCount() - 1));
        });
    }
    refresh();
}

int BatchRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_desk.plan().rows().size());
}

int BatchRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstCell + int(m_desk.reading().header.size());
}

bool BatchRowsModel::isRowRunning(int row) const
{
    return m_run && row < m_run->rows().size();
}

// The rows of an unfinished run are those of this very plan.
std::optional<BatchRowStatus> BatchRowsModel::before(int row) const
{
    const std::optional<Batch> &batch = m_desk.unfinished();
    if (!batch || row >= batch->rows.size())
        return std::nullopt;
    const BatchRowStatus status = batch->rows.at(row).status;
    if (status == BatchRowStatus::Planned)
        return std::nullopt;
    return status == BatchRowStatus::Sending ? BatchRowStatus::NotKnown : status;
}

QString BatchRowsModel::status(int row) const
{
    if (isRowRunning(row))
        return BatchWording::name(m_run->rows().at(row).status);
    if (const auto known = before(row))
        return BatchWording::name(*known);
    const PlannedRow &planned = m_desk.plan().rows().at(row);
    if (!planned.problems.isEmpty())
        return tr("%n problem(s)", nullptr, int(planned.problems.size()));
    if (m_desk.isLeftOut(planned))
        return planned.isDuplicate() ? tr("Duplicate, left out") : tr("Left out");
    return planned.isDuplicate() ? tr("Duplicate") : tr("Ready");
}

QString BatchRowsModel::cell(int row, int column) const
{
    const qsizetype place = m_cellsAt.value(m_desk.plan().rows().at(row).number, -1);
    if (place < 0)
        return {};
    return harmlessText(m_desk.reading().rows.at(place).cells.value(column), longestCell);
}

bool BatchRowsModel::hasProblem(int row, int column) const
{
    const QList<BatchProblem> &problems = m_desk.plan().rows().at(row).problems;
    return std::any_of(problems.cbegin(), problems.cend(),
        [column](const BatchProblem &problem) { return problem.column == column; });
}

QString BatchRowsModel::finding(int row, int column) const
{
    const PlannedRow &planned = m_desk.plan().rows().at(row);
    QStringList sentences;
    for (const BatchProblem &problem : planned.problems) {
        if (column == statusColumn || problem.column == column)
            sentences.append(BatchWording::sentence(problem));
    }
    if (column == statusColumn && planned.isDuplicate())
        sentences.append(BatchWording::duplicate(planned));
    if (column == statusColumn && isRowRunning(row))
        sentences = QStringList{m_run->rows().at(row).error};
    return sentences.join(u'\n');
}

QVariant BatchRowsModel::statusIcon(int row) const
{
    if (isRowRunning(row)) {
        const auto [name, ink] = lookOf(m_run->rows().at(row).status);
        return icon(name, ink);
    }
    if (const auto known = before(row)) {
        const auto [name, ink] = lookOf(*known);
        return icon(name, ink);
    }
    const PlannedRow &planned = m_desk.plan().rows().at(row);
    if (!planned.problems.isEmpty())
        return icon(IconName::CircleAlert, ColorToken::Danger);
    return planned.isDuplicate() ? QVariant(icon(IconName::TriangleAlert, ColorToken::Warning))
                                 : QVariant();
}

QVariant BatchRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const bool isStatus = index.column() == statusColumn;
    const bool isWrong = !isStatus && hasProblem(row, index.column());
    const Scheme scheme = schemeOf(QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return isStatus ? status(row) : cell(row, index.column() - firstCell);
    case Qt::DecorationRole:
        if (isStatus)
            return statusIcon(row);
        return isWrong ? QVariant(icon(IconName::CircleAlert, ColorToken::Danger)) : QVariant();
    case Qt::BackgroundRole:
        return isWrong ? QVariant(color(ColorToken::DangerSurface, scheme)) : QVariant();
    case Qt::ForegroundRole:
        return isWrong ? QVariant(color(ColorToken::Danger, scheme)) : QVariant();
    case Qt::ToolTipRole:
        return finding(row, index.column()).toHtmlEscaped().replace(u'\n', "<br>"_L1);
    case Qt::AccessibleTextRole: {
        const QString text = isStatus ? status(row) : cell(row, index.column() - firstCell);
        //: What a screen reader says of a cell with nothing in it
        return text.isEmpty() ? tr("Empty") : text;
    }
    case Qt::AccessibleDescriptionRole:
        return finding(row, index.column());
    case Qt::CheckStateRole:
        if (!(flags(index) & Qt::ItemIsUserCheckable))
            return {};
        return m_desk.isLeftOut(m_desk.plan().rows().at(row)) ? Qt::Unchecked : Qt::Checked;
    default:
        return {};
    }
}

bool BatchRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_desk.setLeftOut(
        m_desk.plan().rows().at(index.row()).number, value.toInt() != int(Qt::Checked));
    return true;
}

QVariant BatchRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (orientation == Qt::Vertical)
        return section < rowCount() ? m_desk.plan().rows().at(section).number : section;
    if (section == statusColumn)
        return tr("Status");
    const QString name = m_desk.reading().header.value(section - firstCell);
    if (name.isEmpty()) //: %1 is the number of a column without a name
        return tr("Column %1").arg(section);
    return harmlessText(name, longestName);
}

Qt::ItemFlags BatchRowsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == statusColumn && !m_run && !before(index.row())
        && m_desk.plan().rows().at(index.row()).problems.isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    if (index.isValid() && index.column() >= firstCell && !m_run)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList BatchRowsModel::mimeTypes() const
{
    return {FieldMime::type()};
}

bool BatchRowsModel::canDropMimeData(const QMimeData *data, Qt::DropAction /*action*/, int /*row*/,
    int /*column*/, const QModelIndex &parent) const
{
    return parent.isValid() && (flags(parent) & Qt::ItemIsDropEnabled)
        && FieldMime::fieldIn(data).has_value();
}

bool BatchRowsModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT fieldDropped(parent.column() - firstCell, *FieldMime::fieldIn(data));
    return true;
}

} // namespace desk
