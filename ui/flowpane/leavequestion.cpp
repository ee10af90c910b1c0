// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowpane/leavequestion.h"

#include "session/connectsession.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto questionName = "leaveQuestion";

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::LeaveQuestion)
};

struct Texts {
    QString fact;
    QString consequence;
    QString stay;
    QString leave;
};

QString titleFor(Leaving leaving)
{
    return leaving == Leaving::CloseWindow ? Words::tr("Close Connect Desk")
                                           : Words::tr("Give Up Token");
}

Texts textsFor(const ConnectSession &session, Leaving leaving)
{
    const bool closes = leaving == Leaving::CloseWindow;
    if (session.holdsToken()) {
        return {//: %1 is the name of an organization
            Words::tr("The flow for %1 has finished, but its integration was not read yet.")
                .arg(session.organization()),
            Words::tr("The activation token is in memory only. If it is given up now, the client "
                      "may be connected without you seeing it here."),
            Words::tr("Keep token"),
            closes ? Words::tr("Give up token and close") : Words::tr("Give up token")};
    }
    return {//: %1 is the name of an organization
        Words::tr("The flow for %1 is still open.").arg(session.organization()),
        Words::tr("What the client has entered is lost if it is closed now."),
        Words::tr("Keep flow open"),
        closes ? Words::tr("Cancel flow and close") : Words::tr("Cancel flow")};
}

} // namespace

void askBeforeLeaving(QWidget *parent, Leaving leaving, const ConnectSession &session,
    const std::function<void()> &leave)
{
    if (parent->findChild<QMessageBox *>(QString::fromLatin1(questionName)))
        return;
    const Texts texts = textsFor(session, leaving);
    auto *question = new QMessageBox(
        QMessageBox::Question, titleFor(leaving), texts.fact, QMessageBox::NoButton, parent);
    question->setObjectName(QString::fromLatin1(questionName));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(texts.consequence);
    QPushButton *stay = question->addButton(texts.stay, QMessageBox::RejectRole);
    QPushButton *go = question->addButton(texts.leave, QMessageBox::AcceptRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    QObject::connect(go, &QPushButton::clicked, parent, leave);
    question->open();
}

} // namespace desk
