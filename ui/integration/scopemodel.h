// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integrationdetails.h"

#include <QStandardItemModel>

namespace desk {

/*!
 * What an integration may read and write as a tree: two groups, their models or actions, and the
 * fields of those; beside each why it can be used, or why not. All texts are plain.
 */
class ScopeModel final : public QStandardItemModel {
    Q_OBJECT

public:
    //! What a filter looks at: name, id and availability. Empty for the groups.
    static constexpr int searchRole = Qt::UserRole + 1;

    explicit ScopeModel(QObject *parent = nullptr);

    //! Leaves the tree alone if nothing in it has changed.
    void setScopes(
        const QList<IntegrationScope> &readModels, const QList<IntegrationScope> &writeActions);

private:
    void addGroup(const QString &name, const QList<IntegrationScope> &scopes);

    QList<IntegrationScope> m_readModels;
    QList<IntegrationScope> m_writeActions;
};

} // namespace desk
