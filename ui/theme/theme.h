// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

namespace desk {

/*!
 * The scheme of the whole application: what the system has, or light or dark by choice. Sets style
 * and palette of the application; everything drawn from the palette follows at once.
 */
class Theme final : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    //! Must be made after the application and before its first widget.
    explicit Theme(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    Scheme scheme() const;

Q_SIGNALS:
    void choiceChanged(desk::Theme::Choice choice);

private:
    void apply() const;

    Scheme m_systemScheme;
    Choice m_choice = Choice::System;
};

} // namespace desk
