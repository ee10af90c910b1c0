// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "handover/handover.h"
#include "handover/handovermessage.h"
#include "handover/qrcode.h"

#include <QString>

//! What is said about handing over a magic link to the person who does it.
namespace desk::HandOverWording {

//! What a magic link is, for whom this one is, and until when it works.
QString summary(const HandOver &handOver);
//! Where the link will stand in the message; missing: the person has deleted its mark.
QString markHint(bool isMissing);
//! Why the message is not opened as mail, and what to do instead.
QString sentence(HandOverMessages::MailProblem problem);
QString sentence(QrProblem problem);

} // namespace desk::HandOverWording
