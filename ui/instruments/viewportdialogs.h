// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace desk {

//! Asks for the size of a viewport in CSS pixels.
class ViewportSizeDialog final : public QDialog {
    Q_OBJECT

public:
    ViewportSizeDialog(QSize size, QWidget *parent);

    QSize size() const;

private:
    QSpinBox *m_width;
    QSpinBox *m_height;
};

//! Asks for the headers a flow is requested with; can be accepted without problems() only.
class RequestHeadersDialog final : public QDialog {
    Q_OBJECT

public:
    RequestHeadersDialog(const ViewingConditions &conditions, QWidget *parent);

    //! The given ones with the headers that were typed.
    ViewingConditions conditions() const;

private:
    void check();

    ViewingConditions m_conditions;
    QLineEdit *m_language;
    QLineEdit *m_userAgent;
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace desk
