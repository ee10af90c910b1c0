// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace desk {

/*!
 * Draws a row of a HistoryModel: the organization and when it was, below them the outcome, the tool
 * and the profile; production is marked as everywhere.
 */
class HistoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! E-mail addresses, which stand for an organization without a name, show as dots.
    void setMasked(bool masked) { m_isMasked = masked; }

    static int rowHeight();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    bool m_isMasked = false;
};

} // namespace desk
