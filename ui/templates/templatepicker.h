// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "drafts/templatestore.h"

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class Notice;
class StatePanel;
class TemplateListModel;

/*!
 * The templates, to be opened by typing some letters and Return; Return alone opens the first one.
 * They can be renamed (F2) and deleted (Del), the last deletion can be undone while the dialog is
 * open. The store must outlive it.
 */
class TemplatePicker final : public QDialog {
    Q_OBJECT

public:
    explicit TemplatePicker(TemplateStore &store, QWidget *parent = nullptr);

Q_SIGNALS:
    //! To be opened in the form; see opened() in drafts/template.h. The dialog closes by itself.
    void chosen(const desk::Template &chosen);
    //! Offered where there is none yet.
    void saveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeUndoBar();
    QWidget *makeButtons();
    void setUpActions();

    void search();
    void showChanges();
    void showWhatThereIs();
    void choose();
    void rename(const QString &id, const QString &name);
    void removeCurrent();
    void undoRemoval();
    void showError(const TemplateError &error);
    void showProblem();
    void moveBy(int rows);
    //! The first one if there is none of that id.
    void select(const QString &id);
    QString currentId() const;

    TemplateStore &m_store;
    std::optional<RemovedTemplate> m_removed;
    TemplateListModel *m_model;
    QLineEdit *m_search;
    Notice *m_notice;
    QStackedWidget *m_pages;
    QListView *m_list;
    StatePanel *m_empty;
    QLabel *m_undoText;
    QWidget *m_undoBar;
    QPushButton *m_open = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_delete = nullptr;
};

} // namespace desk
