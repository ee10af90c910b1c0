// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilelistview.h"

#include "ui/profile/profiledelegate.h"
#include "ui/profile/profileitems.h"

#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

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
    setDragDropMode(DragDrop);
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

QString ProfileListView::mimeType()
{
    return u"application/x-connect-desk-profile"_s;
}

void ProfileListView::startDrag(Qt::DropActions)
{
    if (chosenId().isEmpty())
        return;
    QMimeData *dragged = model()->mimeData({currentIndex()}); // shows where it may be dropped
    dragged->setData(mimeType(), chosenId().toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->setPixmap(viewport()->grab(visualRect(currentIndex())));
    // Unlike in the view's own way, the row is not removed afterwards.
    drag->exec(Qt::MoveAction);
}

void ProfileListView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(mimeType()))
        return;
    QListView::dragEnterEvent(event);
    event->acceptProposedAction();
}

void ProfileListView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!event->mimeData()->hasFormat(mimeType()))
        return;
    QListView::dragMoveEvent(event); // shows the place, and scrolls at the edges
    event->acceptProposedAction();
}

void ProfileListView::dropEvent(QDropEvent *event)
{
    const QString id = QString::fromUtf8(event->mimeData()->data(mimeType()));
    const QModelIndexList rows =
        model()->match(model()->index(0, 0), ProfileRole::Id, id, 1, Qt::MatchExactly);
    setState(NoState);
    viewport()->update();
    if (id.isEmpty() || rows.isEmpty())
        return;
    event->acceptProposedAction();
    const int from = rows.constFirst().row();
    const int to = dropRow(event->position().toPoint());
    const int position = to > from ? to - 1 : to;
    if (position != from)
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
