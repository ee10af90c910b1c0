// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/templates/templatelistmodel.h"

#include "core/foldedname.h"
#include "core/inputtext.h"
#include "wording/draftswording.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype longestTyping = 200;

} // namespace

TemplateListModel::TemplateListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void TemplateListModel::show(const QList<Template> &templates, const QString &typed)
{
    const QString folded = foldedName(cleanedInput(typed.left(longestTyping)));
    QList<std::pair<NameMatch, Template>> ranked;
    for (const Template &known : templates) {
        const NameMatch match = matchOf(foldedName(known.name), folded);
        if (folded.isEmpty() || match != NameMatch::None)
            ranked.append({folded.isEmpty() ? NameMatch::Whole : match, known});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const auto &one, const auto &other) { return one.first < other.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto &[match, known] : std::as_const(ranked))
        m_shown.append(known);
    endResetModel();
}

int TemplateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant TemplateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Template &shown = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return shown.name;
    case Qt::AccessibleDescriptionRole:
    case SummaryRole:
        return DraftsWording::summary(shown.details);
    case IdRole:
        return shown.id;
    default:
        return {};
    }
}

Qt::ItemFlags TemplateListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable;
}

bool TemplateListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Template &shown = m_shown.at(index.row());
    if (value.toString() != shown.name)
        Q_EMIT renamed(QString(shown.id), value.toString());
    return true;
}

int TemplateListModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(
        m_shown.cbegin(), m_shown.cend(), [&id](const Template &shown) { return shown.id == id; });
    return found == m_shown.cend() ? -1 : int(found - m_shown.cbegin());
}

} // namespace desk
