// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>
#include <QStandardItemModel>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace desk {

class ProfileStore;

/*!
 * A list of profiles that drops down below a button: type to filter, arrows and Return to choose,
 * Esc to leave. Opened with openBelow(); closes by itself when something was chosen, and whoever
 * makes it sets WA_DeleteOnClose. The store must outlive it.
 */
class ProfileSwitcher final : public QFrame {
    Q_OBJECT

public:
    ProfileSwitcher(ProfileStore &store, QString currentId, QWidget *parent = nullptr);

    void openBelow(QWidget *button);

Q_SIGNALS:
    void chosen(const QString &profileId);
    void manageRequested();
    void newRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void addAction(const QString &text, int action);
    void fitHeight();
    void activate(const QModelIndex &index);

    ProfileStore &m_store;
    QString m_currentId;
    QStandardItemModel m_model;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace desk
