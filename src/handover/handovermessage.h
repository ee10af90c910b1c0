// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "handover.h"

#include "core/result.h"
#include "core/secret.h"

#include <QString>
#include <QUrl>

namespace desk {

/*!
 * What is written to a client. While it is edited it does not hold the link but a mark for it,
 * linkMark(), so that the link is neither seen nor copied by the way.
 */
struct HandOverMessage {
    QString subject; //!< one line; a mark means nothing in it
    QString body; //!< lines end with \n

    friend bool operator==(const HandOverMessage &, const HandOverMessage &) = default;
};

namespace HandOverMessages {

constexpr qsizetype longestSubject = 500;

//! What stands for the link in a body.
QString linkMark();
//! The message in a language, whatever the language of the application.
HandOverMessage compose(const HandOver &handOver, FlowLanguage language);
/*!
 * The same for somebody who was sent the link at that time and has not been heard of since. The
 * link must still work: expiresAt in the past is for nobody.
 */
HandOverMessage composeReminder(
    const HandOver &handOver, FlowLanguage language, const QDateTime &sentAt);
//! False once a person has deleted the mark; the link then goes to the end.
bool hasMark(const QString &body);
//! The body with the link in the place of each mark. It is a secret from then on.
Secret withLink(const QString &body, const Secret &link);

enum class MailProblem {
    NoAddress, //!< the address is not one, so it could smuggle something into the mail
    TooLong, //!< longer than mail programs take an address
};

/*!
 * The longest mailto: address that is handed to the system: on Windows no program gets more than
 * about 2,000 characters, elsewhere mail programs take several times that.
 */
qsizetype longestMailAddress();

/*!
 * A mailto: address (RFC 6068) that opens a mail with that subject and no text. The text holds the
 * link, and what a mail program is started with stands in the list of processes, for all to read.
 */
Result<QUrl, MailProblem> mailAddress(
    const QString &email, const QString &subject, qsizetype longest = longestMailAddress());

} // namespace HandOverMessages

} // namespace desk

Q_DECLARE_METATYPE(desk::HandOverMessage)
