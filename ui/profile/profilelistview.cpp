// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilelistview.h"

#include "ui/profile/profiledelegate.h"
#include "ui/profile/profileitems.h"

#include <QDropEvent>
#include <QKeyEvent>

namespace desk {

ProfileListView::ProfileListView(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new ProfileDelegate(this));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::doubleClicked, this, &ProfileListView::opened);
}

QString ProfileListView::chosenId() const
{
    return currentIndex().data(ProfileRole::Id).toString();
}

void ProfileListView::choose(const QString &profileId)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(ProfileRole::Id).toString() == profileId)
            setCurrentIndex(index);
    }
}

void ProfileListView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && currentIndex().isValid()) {
        // Taken here, or the dialog would press its default button as well.
        event->accept();
        Q_EMIT opened();
        return;
    }
    QListView::keyPressEvent(event);
}

void ProfileListView::dropEvent(QDropEvent *event)
{
    if (event->source() != this)
        return;
    const int from = currentIndex().row();
    const int to = dropRow(event->position().toPoint());
    const QString id = chosenId();
    // The view must not remove the row that was dragged.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setState(NoState);
    viewport()->update();
    const int position = to > from ? to - 1 : to;
    if (!id.isEmpty() && position != from)
        Q_EMIT moveRequested(id, position);
}

int ProfileListView::dropRow(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return model()->rowCount();
    return point.y() > visualRect(index).center().y() ? index.row() + 1 : index.row();
}

void ProfileListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosenChanged();
}

} // namespace desk
