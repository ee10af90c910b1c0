// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/followupmodel.h"

#include "wording/followupwording.h"
#include "wording/timewording.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Tone = FollowUpModel::Tone;

Tone toneOf(const FollowUpRow &row)
{
    switch (row.kind) {
    case FollowUpKind::IntegrationInvalid:
    case FollowUpKind::LinkExpired:
        return Tone::Trouble;
    case FollowUpKind::FlowUnresolved:
    case FollowUpKind::LinkExpiring:
    case FollowUpKind::SetupOpen:
        return Tone::Warning;
    case FollowUpKind::LinkSent:
    case FollowUpKind::SyncPending:
        return Tone::Waiting;
    case FollowUpKind::FlowUnfinished:
    case FollowUpKind::IntegrationInactive:
    case FollowUpKind::IntegrationUnclear:
        return Tone::Quiet;
    }
    Q_UNREACHABLE();
}

} // namespace

void FollowUpModel::setRows(
    const QList<FollowUpRow> &rows, const std::function<QString(const FollowUpRow &)> &toolOf)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    beginResetModel();
    m_items.clear();
    m_items.reserve(rows.size());
    for (const FollowUpRow &row : rows)
        m_items.append({row, toolOf(row), FollowUpWording::reason(row, now)});
    endResetModel();
}

void FollowUpModel::setFilter(std::function<QString(const QString &)> filter)
{
    m_filter = std::move(filter);
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FollowUpModel::indexOf(const QString &key) const
{
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).row.key() == key)
            return i;
    }
    return -1;
}

int FollowUpModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant FollowUpModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(
            item.row.organization().isEmpty() ? item.row.integrationId() : item.row.organization());
    case ReasonRole:
        return shown(item.reason);
    case ToolRole:
        return item.tool;
    case ToneRole:
        return QVariant::fromValue(toneOf(item.row));
    case KeyRole:
        return item.row.key();
    case Qt::ToolTipRole:
        return TimeWording::exact(item.row.since);
    case Qt::AccessibleTextRole: {
        QStringList texts{data(index, Qt::DisplayRole).toString(), shown(item.reason), item.tool};
        texts.removeAll(QString());
        return texts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace desk
