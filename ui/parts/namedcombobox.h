// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

namespace desk {

/*!
 * A combo box whose accessible name is its label. Qt gives screen readers and scripts on Linux the
 * chosen text as the name; here that is the value, as with any other input.
 */
class NamedComboBox : public QComboBox {
    Q_OBJECT

public:
    explicit NamedComboBox(QWidget *parent = nullptr);
};

} // namespace desk
