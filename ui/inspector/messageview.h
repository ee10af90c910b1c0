// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QModelIndex>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace desk {

class FindBar;
class JsonTreeModel;
class NamedComboBox;

/*!
 * One side of an exchange, the request or the response: its body as JSON that folds, as raw text,
 * or its headers; with a search in what is shown. Everything is shown as plain text.
 */
class MessageView final : public QWidget {
    Q_OBJECT

public:
    enum class View { Json, Raw, Headers };

    explicit MessageView(QWidget *parent = nullptr);

    struct Content {
        HttpHeaders headers;
        QByteArray body;
        QString note; //!< such as that the body was cut; may be empty
        QString emptyBody; //!< why there is no body to show
    };

    //! Keeps the chosen view where it makes sense.
    void present(const Content &content);

    void showFind();
    View view() const;

Q_SIGNALS:
    void copied(const QString &what);

private:
    void makeTree();
    void makeText();
    void layOut();
    void choose(View view);
    void showView();
    void showJson();
    void copyShown();
    void copyValue();
    void find(const QString &text);
    void step(int direction);
    void stepInText(int direction);
    int countInText(const QString &text) const;
    QString headerLines() const;
    QString bodyText() const;
    QString jsonNote() const;

    Content m_content;
    JsonTreeModel *m_json;
    bool m_wantsRaw = false; // chosen by hand, to be kept for the next exchange
    NamedComboBox *m_views;
    QToolButton *m_search;
    QToolButton *m_copy;
    FindBar *m_find;
    QLabel *m_note;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QPlainTextEdit *m_text;
    QLabel *m_empty;
    QModelIndexList m_found;
    int m_foundAt = -1;
};

} // namespace desk
