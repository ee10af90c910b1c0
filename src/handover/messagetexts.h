// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QString>

namespace desk {

/*!
 * The sentences of a message to a client in one language, which is the client's and not that of the
 * application; so they are no business of its translations. %1 and so on as noted.
 */
struct MessageTexts {
    QString subject; //!< %1 organization
    QString subjectWithTool; //!< %1 tool, %2 organization
    QString greeting;
    QString purpose; //!< %1 organization
    QString purposeWithTool; //!< %1 tool, %2 organization
    QString reconnectSubject; //!< %1 tool, %2 organization
    QString reconnectPurpose; //!< %1 tool, %2 organization
    QString setupSubject; //!< %1 tool, %2 organization
    QString setupPurpose; //!< %1 tool, %2 organization
    QString reminderSubject; //!< %1 the subject of the first message
    QString reminder; //!< %1 date, %2 organization
    QString reminderHelp;
    QString validUntil; //!< %1 date
    QString validUntilAbout; //!< %1 date
    QString guide;
    QString guideOfTool; //!< %1 tool
    QString farewell;
    QString dateFormat; //!< of QLocale
};

MessageTexts messageTexts(FlowLanguage language);

} // namespace desk
