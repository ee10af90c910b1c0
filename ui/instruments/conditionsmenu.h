// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QMenu>

QT_BEGIN_NAMESPACE
class QActionGroup;
QT_END_NAMESPACE

namespace desk {

//! What a page is told about its user and device, as a menu.
class ConditionsMenu final : public QMenu {
    Q_OBJECT

public:
    explicit ConditionsMenu(QWidget *parent = nullptr);

    //! Shows these; says nothing.
    void setConditions(const ViewingConditions &conditions);

Q_SIGNALS:
    void chosen(const desk::ViewingConditions &conditions);
    void headersWanted();

private:
    void addSchemes();
    void addScales();

    ViewingConditions m_conditions;
    QActionGroup *m_schemes;
    QActionGroup *m_scales;
    QAction *m_motion;
    QAction *m_touch;
    QAction *m_reset;
};

} // namespace desk
