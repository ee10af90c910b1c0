// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QLabel;
class QWidget;
QT_END_NAMESPACE

namespace desk {

// Labels for texts of any length and origin: never taken for markup, and broken into lines.

QLabel *plainLabel(const QString &text, QWidget *parent = nullptr);
//! Small and quiet, for what explains something else.
QLabel *mutedLabel(const QString &text, QWidget *parent = nullptr);
//! Makes a label of a form file such a one.
void makeMuted(QLabel *label);

} // namespace desk
