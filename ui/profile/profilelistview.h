// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QListView>
#include <QString>

namespace desk {

/*!
 * The list of profiles as people order it. Dragging a row asks for a move and changes nothing
 * itself: what happened comes back through the model.
 */
class ProfileListView final : public QListView {
    Q_OBJECT

public:
    //! What a dragged row carries: the id of its profile.
    static QString mimeType();

    explicit ProfileListView(QWidget *parent = nullptr);

    //! Empty if no profile is chosen.
    QString chosenId() const;
    void choose(const QString &profileId);

Q_SIGNALS:
    //! Return, or a double click.
    void opened();
    void chosenChanged();
    //! position counts as if the profile were gone already, as ProfileStore::move() does.
    void moveRequested(const QString &profileId, qsizetype position);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int dropRow(const QPoint &point) const;
};

} // namespace desk
