// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/guard/demoquestion.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::DemoQuestion)
};

constexpr auto questionName = "demoQuestion"_L1;

} // namespace

void askBeforeDemo(QWidget *window, const QString &profileName, const DemoChoices &choices)
{
    if (window->findChild<QMessageBox *>(questionName))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, Words::tr("Production"),
        //: %1 is the name of a profile
        Words::tr("Show the production profile %1 in the demo?").arg(profileName),
        QMessageBox::NoButton, window);
    box->setObjectName(questionName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(Words::tr("E-mails and IDs are masked, but the names of organizations "
                                      "and the pages of a flow are not, and a flow that is "
                                      "finished makes a real integration."));
    const int side = Metrics::space(8);
    box->setIconPixmap(icon(IconName::TriangleAlert, ColorToken::Danger)
                           .pixmap(QSize(side, side), window->devicePixelRatioF()));
    auto *show = box->addButton(Words::tr("Show production in the demo"), QMessageBox::AcceptRole);
    show->setObjectName(u"showProductionButton"_s);
    auto *practice = box->addButton(Words::tr("Use practice instead"), QMessageBox::RejectRole);
    practice->setObjectName(u"usePracticeButton"_s);
    box->setDefaultButton(practice);
    QAbstractButton *leave = practice;
    if (choices.canStop)
        leave = box->addButton(QMessageBox::Cancel);
    box->setEscapeButton(leave);
    QObject::connect(show, &QPushButton::clicked, window, choices.showProduction);
    QObject::connect(practice, &QPushButton::clicked, window, choices.usePractice);
    box->open();
}

} // namespace desk
