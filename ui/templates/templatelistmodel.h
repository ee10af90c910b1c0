// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "drafts/template.h"

#include <QAbstractListModel>
#include <QList>

namespace desk {

//! The templates that answer to what is typed, the best first; name and what they fill in.
class TemplateListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole, IdRole };

    explicit TemplateListModel(QObject *parent = nullptr);

    //! The order of the list counts among those that answer equally well.
    void show(const QList<Template> &templates, const QString &typed);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    //! Changes nothing here; asks for it by renamed().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    int rowOf(const QString &id) const;

Q_SIGNALS:
    void renamed(const QString &id, const QString &name);

private:
    QList<Template> m_shown;
};

} // namespace desk
