// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace desk {

class PictureStore;

//! A row of the tool list: picture, label, what tells it apart, and the id at the far end.
class ToolDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! May be null, and may go first.
    void setPictures(PictureStore *pictures);

    //! All rows have the same height, whatever they hold.
    static int rowHeight();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter &painter, const QRect &room, const QModelIndex &index,
        const QColor &ink, const QColor &mutedInk) const;

    QPointer<PictureStore> m_pictures;
};

} // namespace desk
