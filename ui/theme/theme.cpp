// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/theme.h"

#include "ui/theme/deskstyle.h"
#include "ui/theme/systemscheme.h"

#include <QApplication>

namespace desk {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemScheme(systemScheme())
{
    QApplication::setStyle(new DeskStyle);
    apply();
}

void Theme::choose(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
    Q_EMIT choiceChanged(choice);
}

Scheme Theme::scheme() const
{
    switch (m_choice) {
    case Choice::System:
        return m_systemScheme;
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    }
    Q_UNREACHABLE();
}

void Theme::apply() const
{
    QApplication::setPalette(paletteOf(scheme()));
}

} // namespace desk
