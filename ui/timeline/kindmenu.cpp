// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/timeline/kindmenu.h"

#include "wording/timelinewording.h"

#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace desk {

KindMenu::KindMenu(QWidget *parent)
    : QMenu(parent)
    , m_all(addAction(tr("All kinds")))
{
    setObjectName(u"timelineKinds"_s);
    connect(m_all, &QAction::triggered, this, [this] { choose({}); });
    addSeparator();
    const auto groups = allTimelineGroups();
    for (const TimelineEntry::Group group : groups) {
        QAction *action = addAction(TimelineWording::groupName(group));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(group));
        connect(action, &QAction::toggled, this, &KindMenu::chosenChanged);
        m_groups.append(action);
    }
}

QSet<TimelineEntry::Group> KindMenu::chosen() const
{
    QSet<TimelineEntry::Group> groups;
    for (const QAction *action : m_groups) {
        if (action->isChecked())
            groups.insert(action->data().value<TimelineEntry::Group>());
    }
    return groups;
}

void KindMenu::choose(const QSet<TimelineEntry::Group> &groups)
{
    for (QAction *action : std::as_const(m_groups))
        action->setChecked(groups.contains(action->data().value<TimelineEntry::Group>()));
}

QString KindMenu::summary() const
{
    const QSet<TimelineEntry::Group> groups = chosen();
    if (groups.isEmpty())
        return m_all->text();
    if (groups.size() == 1)
        return TimelineWording::groupName(*groups.cbegin());
    //: On a button that filters a list; %1 is a number, two or more
    return tr("%1 kinds").arg(groups.size());
}

bool KindMenu::toggle(QAction *action)
{
    if (!action || !action->isCheckable())
        return false;
    action->toggle();
    return true;
}

void KindMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!toggle(actionAt(event->pos())))
        QMenu::mouseReleaseEvent(event);
}

void KindMenu::keyPressEvent(QKeyEvent *event)
{
    const bool isChoice = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
        || event->key() == Qt::Key_Enter;
    if (!isChoice || !toggle(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace desk
