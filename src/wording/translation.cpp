// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "translation.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace desk {

void installTranslation(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(u":/i18n/connect-desk_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace desk
