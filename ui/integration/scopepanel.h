// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integrationdetails.h"

#include <QSortFilterProxyModel>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace desk {

class ScopeModel;

/*!
 * What an integration may read and write, and what the client opted out of, behind a button that
 * folds it out. The filter looks at names, ids and availability.
 */
class ScopePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ScopePanel(QWidget *parent = nullptr);

    void present(const IntegrationDetails &details);

private:
    QWidget *makeBody();
    void setUnfolded(bool unfolded);
    void filter(const QString &text);
    void noteMatches();

    ScopeModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QPushButton *m_toggle;
    QLabel *m_optedOut;
    QWidget *m_body = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_none = nullptr;
    QTreeView *m_tree = nullptr;
};

} // namespace desk
