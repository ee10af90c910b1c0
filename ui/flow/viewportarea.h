// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QScrollArea;
QT_END_NAMESPACE

namespace desk {

/*!
 * The room a view stands in: fills it, or has a size of its own, centred, to be scrolled if it is
 * larger. A view with conditions has a line above it that names them.
 */
class ViewportArea final : public QWidget {
    Q_OBJECT

public:
    //! Takes the view over.
    explicit ViewportArea(QWidget *view, QWidget *parent = nullptr);

    void show(const ViewingConditions &conditions);

private:
    QWidget *m_view;
    QLabel *m_caption;
    QScrollArea *m_scroll;
};

} // namespace desk
