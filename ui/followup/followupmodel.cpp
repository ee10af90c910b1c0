// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/followupmodel.h"

#include "ui/demo/masked.h"

#include "wording/followupwording.h"
#include "wording/timewording.h"

#include <algorithm>
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

QStringList secretIdsOf(const FollowUpRow &row)
{
    const bool isHarmless = Masked::isHarmless(Masked::Kind::OriginId, row.originId());
    return {isHarmless ? QString() : row.originId(), row.integrationId()};
}

FollowUpModel::FollowUpModel(ToolOf toolOf, QObject *parent)
    : QAbstractListModel(parent)
    , m_toolOf(std::move(toolOf))
{
}

void FollowUpModel::setRows(const QList<FollowUpRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void FollowUpModel::setMasked(bool masked)
{
    m_isMasked = masked;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FollowUpModel::indexOf(const QString &key) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [&key](const FollowUpRow &row) { return row.key() == key; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

QString FollowUpModel::shown(const FollowUpRow &row, const QString &text) const
{
    return m_isMasked ? Masked::text(text, secretIdsOf(row)) : text;
}

int FollowUpModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FollowUpModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FollowUpRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString organization = row.organization();
        return shown(row, organization.isEmpty() ? row.integrationId() : organization);
    }
    case ReasonRole:
        return shown(row, FollowUpWording::reason(row, QDateTime::currentDateTimeUtc()));
    case ToolRole:
        return m_toolOf(row);
    case ToneRole:
        return QVariant::fromValue(toneOf(row));
    case KeyRole:
        return row.key();
    case Qt::ToolTipRole:
        return TimeWording::exact(row.since);
    case Qt::AccessibleTextRole: {
        QStringList texts{data(index, Qt::DisplayRole).toString(),
            data(index, ReasonRole).toString(), data(index, ToolRole).toString()};
        texts.removeAll(QString());
        return texts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace desk
