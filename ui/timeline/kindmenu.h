// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timeline/timelinewords.h"

#include <QMenu>
#include <QSet>

namespace desk {

//! The groups of a timeline to choose from, as a menu that stays open while one chooses.
class KindMenu final : public QMenu {
    Q_OBJECT

public:
    explicit KindMenu(QWidget *parent = nullptr);

    //! Empty: all of them.
    QSet<TimelineEntry::Group> chosen() const;
    void choose(const QSet<TimelineEntry::Group> &groups);
    //! Such as "Console", "3 kinds" or "All kinds".
    QString summary() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool toggle(QAction *action);

    QAction *m_all;
    QList<QAction *> m_groups; // in the order of allTimelineGroups()
};

} // namespace desk
