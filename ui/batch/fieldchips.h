// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"

#include <QLabel>
#include <QList>
#include <QPoint>
#include <QWidget>

#include <optional>

namespace desk {

/*!
 * The fields that no column gives yet, each to be dragged to its column. For the mouse only: by
 * keyboard a field is chosen at the column.
 */
class FieldChips final : public QWidget {
    Q_OBJECT

public:
    explicit FieldChips(QWidget *parent = nullptr);

    void present(const QList<DetailsField> &fields);
    //! Begins to drag that one, as a press and a move of the mouse do.
    void drag(DetailsField field);

private:
    QList<DetailsField> m_fields;
};

//! One of them.
class FieldChip final : public QLabel {
    Q_OBJECT

public:
    FieldChip(DetailsField field, FieldChips &chips);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    DetailsField m_field;
    FieldChips &m_chips;
    std::optional<QPoint> m_pressed;
};

} // namespace desk
