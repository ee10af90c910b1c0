// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timeline/timelinemodel.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class KindMenu;
class Notice;
class SessionTimeline;
class StatePanel;

/*!
 * The timeline of one session as a table that grows while the session runs and follows its end
 * until somebody scrolls up; with a filter, copying and export. Writes no file itself
 * (timeline/timelinefile.h does).
 */
class TimelinePanel final : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    //! Null: nothing to show yet. Need not live as long as the panel.
    void setTimeline(SessionTimeline *timeline);

    bool isFollowing() const { return m_isFollowing; }
    //! The time of day in the place of the time since the session's start.
    bool showsClock() const;
    void setShowsClock(bool showsClock);
    //! Puts the cursor into the search.
    void focusSearch();
    //! Where the export dialog begins; remembers where the last one ended.
    void setExportFolder(const QString &folder) { m_exportFolder = folder; }

public Q_SLOTS:
    //! To the clipboard; nothing if no row is selected.
    void copySelected();
    //! What the filter lets through.
    void copyAll();
    //! Asks for a name.
    void exportTimeline();
    //! All of it, whatever the filter.
    void exportTo(const QString &file);

Q_SIGNALS:
    //! For whoever remembers it.
    void showsClockChanged(bool showsClock);
    void exported(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *makeBar();
    QToolButton *makeCopyButton();
    void makeTable();
    void connectModel();
    void filter();
    void clearFilter();
    void showWhatIsThere();
    void showState();
    void showCount();
    void fitColumns();
    void scrollToEnd();
    void noteScroll();
    void noteRemoval(int row);
    void follow(bool follows);

    TimelineModel *m_model;
    QTableView *m_table;
    StatePanel *m_state;
    QStackedWidget *m_stack;
    Notice *m_notice;
    QLineEdit *m_search;
    QPushButton *m_kinds;
    KindMenu *m_kindMenu;
    QLabel *m_count;
    QToolButton *m_clock;
    QToolButton *m_follow;
    QToolButton *m_export;
    QTimer m_scroll;
    QString m_exportFolder;
    bool m_isFollowing = true;
    bool m_isScrollingByItself = false;
};

} // namespace desk
