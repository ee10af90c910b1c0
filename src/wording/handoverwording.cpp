// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handoverwording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk::HandOverWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::HandOverWording)
};

QString validity(const HandOver &handOver)
{
    if (!handOver.expiresAt.isValid())
        return Words::tr("It works for one year.");
    const QString date = QLocale().toString(handOver.expiresAt.toLocalTime().date(),
        Words::tr("d MMMM yyyy", "a date such as 14 March 2027, in the letters of Qt"));
    //: %1 is a date
    return handOver.isExpiryExact ? Words::tr("It works until %1.").arg(date)
                                  //: %1 is a date
                                  : Words::tr("It works for one year, until about %1.").arg(date);
}

QString purpose(HandOverPurpose purpose)
{
    switch (purpose) {
    case HandOverPurpose::Connect:
        //: %1 is an email address, %2 the name of an organization
        return Words::tr("A magic link is for sending: %1 opens it in a browser and connects %2 "
                         "without this window.");
    case HandOverPurpose::Reconnect:
        //: %1 is an email address, %2 the name of an organization
        return Words::tr("A magic link is for sending: %1 opens it in a browser and reconnects %2 "
                         "without this window.");
    case HandOverPurpose::Setup:
        //: %1 is an email address, %2 the name of an organization
        return Words::tr("A magic link is for sending: %1 opens it in a browser and goes through "
                         "the setup of %2 without this window.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString summary(const HandOver &handOver)
{
    return purpose(handOver.purpose).arg(handOver.email, handOver.organization) + u' '
        + validity(handOver) + u' ' + Words::tr("Whoever has the link can use it.");
}

QString markHint(bool isMissing)
{
    //: %1 is a mark in a text, "{link}"
    return isMissing ? Words::tr("There is no %1 in the message, so the link goes to its end.")
                           .arg(HandOverMessages::linkMark())
                     //: %1 is a mark in a text, "{link}"
                     : Words::tr("The link takes the place of %1 when the message is copied.")
                           .arg(HandOverMessages::linkMark());
}

QString sentence(HandOverMessages::MailProblem problem)
{
    switch (problem) {
    case HandOverMessages::MailProblem::NoAddress:
        return Words::tr("The client’s email address is not one that a mail can go to. Copy the "
                         "message and address the mail yourself.");
    case HandOverMessages::MailProblem::TooLong:
        return Words::tr("The message with its link is longer than mail programs take from another "
                         "program. Copy the message and paste it into a mail, or shorten it.");
    }
    Q_UNREACHABLE();
}

QString sentence(QrProblem problem)
{
    switch (problem) {
    case QrProblem::Empty:
        return Words::tr("There is no link to be drawn.");
    case QrProblem::TooLong:
        return Words::tr("The link is longer than a QR code can hold. Copy it instead.");
    case QrProblem::Failed:
        return Words::tr("The QR code could not be drawn. Copy the link instead.");
    }
    Q_UNREACHABLE();
}

} // namespace desk::HandOverWording
