// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "toollistmodel.h"

using namespace Qt::StringLiterals;

namespace desk {

void ToolListModel::setTools(const ToolIndex &tools)
{
    beginResetModel();
    m_tools = tools;
    m_rows = m_tools.matches(m_query);
    endResetModel();
}

void ToolListModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    beginResetModel();
    m_query = query;
    m_rows = m_tools.matches(m_query);
    endResetModel();
}

const Tool &ToolListModel::toolAt(int row) const
{
    return m_tools.tool(m_rows.at(row));
}

int ToolListModel::rowOf(const QString &toolId) const
{
    const auto position = m_tools.positionOf(toolId);
    return position ? static_cast<int>(m_rows.indexOf(*position)) : -1;
}

int ToolListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ToolListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype position = m_rows.at(index.row());
    const Tool &tool = m_tools.tool(position);
    switch (role) {
    case Qt::DisplayRole:
        return m_tools.title(position);
    case Qt::AccessibleTextRole:
        return spoken(position);
    case IdRole:
        return tool.id;
    case SecondLineRole:
        return m_tools.secondLine(position);
    case IconUrlRole:
        return tool.iconUrl;
    case IconBlackUrlRole:
        return tool.iconBlackUrl;
    default:
        return {};
    }
}

QString ToolListModel::spoken(qsizetype position) const
{
    QStringList parts{m_tools.title(position)};
    for (const QString &part : {m_tools.secondLine(position), m_tools.tool(position).id}) {
        if (!part.isEmpty() && !parts.contains(part))
            parts.append(part);
    }
    return parts.join(", "_L1);
}

} // namespace desk
