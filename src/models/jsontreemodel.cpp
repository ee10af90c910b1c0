// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "jsontreemodel.h"

using namespace Qt::StringLiterals;

namespace desk {

void JsonTreeModel::setText(const QString &text)
{
    beginResetModel();
    m_outline = JsonOutline(text);
    endResetModel();
}

QModelIndexList JsonTreeModel::foundIn(const QString &text) const
{
    QModelIndexList found;
    if (text.isEmpty())
        return found;
    for (int node = isScalarDocument() ? 0 : 1; node < m_outline.size(); ++node) {
        if (m_outline.name(node).contains(text, Qt::CaseInsensitive)
            || m_outline.value(node).contains(text, Qt::CaseInsensitive))
            found.append(indexOf(node));
    }
    return found;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int node = isScalarDocument() ? 0 : m_outline.child(nodeOf(parent), row);
    return createIndex(row, column, static_cast<quintptr>(node));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_outline.node(nodeOf(child)).parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (m_outline.size() == 0)
        return 0;
    if (isScalarDocument())
        return parent.isValid() ? 0 : 1;
    return m_outline.node(nodeOf(parent)).childCount;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return lineOf(node);
    case NameRole:
        return nameOf(node);
    case ValueRole:
        return m_outline.value(node);
    case KindRole:
        return static_cast<int>(m_outline.node(node).kind);
    case ChildCountRole:
        return m_outline.node(node).childCount;
    case RepeatedRole:
        return m_outline.node(node).isRepeated;
    case PlainValueRole:
        return m_outline.plainValue(node);
    default:
        return {};
    }
}

bool JsonTreeModel::isScalarDocument() const
{
    if (m_outline.size() == 0)
        return false;
    const JsonOutline::Kind kind = m_outline.node(0).kind;
    return kind != JsonOutline::Kind::Object && kind != JsonOutline::Kind::Array;
}

QModelIndex JsonTreeModel::indexOf(int node) const
{
    if (node < 0 || (node == 0 && !isScalarDocument()))
        return {};
    return createIndex(m_outline.node(node).row, 0, static_cast<quintptr>(node));
}

//! The document's own for an index that is none.
int JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<int>(index.internalId()) : 0;
}

QString JsonTreeModel::nameOf(int node) const
{
    if (m_outline.hasName(node))
        return m_outline.name(node);
    return m_outline.node(node).parent < 0 ? QString() : QString::number(m_outline.node(node).row);
}

QString JsonTreeModel::lineOf(int node) const
{
    const QString name = nameOf(node);
    const auto kind = m_outline.node(node).kind;
    const int children = m_outline.node(node).childCount;
    QString value = m_outline.value(node);
    if (kind == JsonOutline::Kind::Object)
        value = children == 0 ? u"{}"_s : u"{%1}"_s.arg(children);
    else if (kind == JsonOutline::Kind::Array)
        value = children == 0 ? u"[]"_s : u"[%1]"_s.arg(children);
    return name.isEmpty() ? value : u"%1: %2"_s.arg(name, value);
}

} // namespace desk
