// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/scopemodel.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/integrationwording.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The API's own words, for whoever compares them with the dashboard.
QString rawWords(const IntegrationScope &scope)
{
    QStringList words{scope.id};
    for (const QString &word : {scope.coverage, scope.setting}) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(u" · "_s);
}

QList<QStandardItem *> rowOf(const IntegrationScope &scope)
{
    auto *name = new QStandardItem(IntegrationWording::name(scope));
    auto *availability = new QStandardItem(IntegrationWording::availability(scope));
    if (scope.isOptedOut)
        availability->setIcon(icon(IconName::TriangleAlert, ColorToken::Warning));
    const QString tip = u"%1: %2\n%3"_s.arg(name->text(), availability->text(), rawWords(scope));
    for (QStandardItem *item : {name, availability}) {
        item->setEditable(false);
        item->setToolTip(Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal));
    }
    name->setSizeHint({0, Metrics::space(7)});
    name->setData(
        u"%1 %2 %3"_s.arg(name->text(), scope.id, availability->text()), ScopeModel::searchRole);
    for (const IntegrationScope &field : scope.fields)
        name->appendRow(rowOf(field));
    return {name, availability};
}

} // namespace

ScopeModel::ScopeModel(QObject *parent)
    : QStandardItemModel(parent)
{
    setHorizontalHeaderLabels({tr("Data"), tr("Availability")});
}

void ScopeModel::setScopes(
    const QList<IntegrationScope> &readModels, const QList<IntegrationScope> &writeActions)
{
    if (readModels == m_readModels && writeActions == m_writeActions)
        return;
    m_readModels = readModels;
    m_writeActions = writeActions;
    removeRows(0, rowCount());
    //: Heading of a list of kinds of data; %1 is their number
    addGroup(tr("Can be read (%1)"), readModels);
    //: Heading of a list of actions; %1 is their number
    addGroup(tr("Can be written (%1)"), writeActions);
}

void ScopeModel::addGroup(const QString &name, const QList<IntegrationScope> &scopes)
{
    if (scopes.isEmpty())
        return;
    auto *group = new QStandardItem(name.arg(scopes.size()));
    auto *beside = new QStandardItem;
    group->setEditable(false);
    group->setSizeHint({0, Metrics::space(7)});
    beside->setEditable(false);
    for (const IntegrationScope &scope : scopes)
        group->appendRow(rowOf(scope));
    appendRow({group, beside});
}

} // namespace desk
