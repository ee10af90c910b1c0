// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timeline/timelinemodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

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
    bool showsClock() const;
    void setShowsClock(bool showsClock);
    //! Puts the cursor into the search.
    void focusSearch();
    //! Where the export dialog begins; remembers where the last one ended.
    void setExportFolder(const QString &folder) { m_exportFolder = folder; }

public Q_SLOTS:
    void copySelected();
    void copyAll();
    void exportTimeline();
    //! Without asking for a name.
    void exportTo(const QString &file);

Q_SIGNALS:
    //! For whoever remembers it.
    void showsClockChanged(bool showsClock);
    void exported(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void makeTable();
    void makeKindMenu();
    void makeMoreMenu();
    void takeFilter();
    void clearFilter();
    void showState();
    void showKinds();
    void showCount();
    void fitColumns();
    void scrollToEnd();
    void noteScroll();
    void setFollowing(bool following);

    TimelineModel *m_model;
    QTableView *m_table;
    StatePanel *m_state;
    QStackedLayout *m_stack = nullptr;
    Notice *m_notice;
    QLineEdit *m_search;
    QPushButton *m_kinds;
    QMenu *m_kindMenu;
    QToolButton *m_clock;
    QToolButton *m_follow;
    QToolButton *m_copy;
    QPushButton *m_export;
    QLabel *m_count;
    QAction *m_copyAll = nullptr;
    QString m_exportFolder;
    bool m_isFollowing = true;
    bool m_isScrollingByItself = false;
};

} // namespace desk
