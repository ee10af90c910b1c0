// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>
#include <QPointer>

#include <optional>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QLabel;
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class PictureStore;
class ToolDelegate;
class ToolIndex;
class ToolListModel;

/*!
 * The list of tools under the tool's field. A child of the window and not a window of its own: the
 * field keeps the keyboard, no window manager has a say, and nothing gets lost between two windows.
 * Keys come through handleKey(). Closes by itself on a press elsewhere and when the window goes to
 * the back.
 */
class ToolPopup final : public QFrame {
    Q_OBJECT

public:
    //! What stands at the foot.
    struct Foot {
        QString text;
        QString action; //!< the label of the button; none if empty
    };

    //! The anchor is the field; the parent its window.
    ToolPopup(QWidget *anchor, QWidget *window);

    void setPictures(PictureStore *pictures);
    void setTools(const ToolIndex &tools);
    //! Puts the best match first, and the highlight on it if there is a query.
    void setQuery(const QString &query);
    void setFoot(const Foot &foot);
    //! In place of the list if no tool is shown.
    void setEmptyText(const QString &text);

    void open();
    void highlight(const QString &toolId);

    //! The id of the highlighted tool.
    std::optional<QString> highlighted() const;
    //! The highlighted tool was chosen by arrow keys, or is the only one: leaving the field by Tab
    //! takes it.
    bool isHighlightMeant() const;

    //! False if the key is not for the list.
    bool handleKey(const QKeyEvent &event);
    //! Whether handleKey() would take it; for shortcuts that use the same keys.
    static bool isListKey(const QKeyEvent &event);

Q_SIGNALS:
    void chosen(const QString &toolId);
    void actionTriggered();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpList();
    void setUpFoot();
    void showRows();
    void place();
    int heightFor(int width) const;
    void moveTo(int row);
    void follow(const QModelIndex &row);
    int pageRows() const;
    void chooseHighlighted();

    QPointer<QWidget> m_anchor;
    ToolListModel *m_model;
    ToolDelegate *m_delegate;
    QListView *m_list;
    QLabel *m_empty;
    QWidget *m_footRow;
    QLabel *m_foot;
    QPushButton *m_action;
    QPointer<PictureStore> m_pictures;
    QPoint m_pointer; // where it last counted
    bool m_isAbove = false;
    bool m_hasMoved = false; // by arrow keys, since the last query
};

} // namespace desk
