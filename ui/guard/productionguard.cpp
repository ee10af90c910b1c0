// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/guard/productionguard.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ProductionGuard)
};

constexpr auto questionName = "productionQuestion";

// %1 is the organization, %2 the profile.
QString question(GuardedAction action)
{
    switch (action) {
    case GuardedAction::CreateLink:
        //: %1 is the name of an organization, %2 the name of a profile
        return Words::tr("Create a link for %1 in the production profile %2?");
    case GuardedAction::Reconnect:
        //: %1 is the name of an organization, %2 the name of a profile
        return Words::tr("Create a reconnection link for %1 in the production profile %2?");
    case GuardedAction::Delete:
        //: %1 is the name of an organization, %2 the name of a profile
        return Words::tr("Delete the integration of %1 in the production profile %2?");
    case GuardedAction::OpenSetup:
        //: %1 is the name of an organization, %2 the name of a profile
        return Words::tr("Create a setup link for %1 in the production profile %2?");
    case GuardedAction::OpenDeveloperTools:
        //: %1 is the name of an organization, %2 the name of a profile
        return Words::tr("Open developer tools on the flow of %1 in the production profile %2?");
    }
    Q_UNREACHABLE();
}

QString consequence(GuardedAction action)
{
    switch (action) {
    case GuardedAction::CreateLink:
        return Words::tr("A flow that is finished makes a real integration.");
    case GuardedAction::Reconnect:
        return Words::tr("A flow that is finished replaces the credentials of a real integration.");
    case GuardedAction::Delete:
        return Words::tr("This cannot be undone.");
    case GuardedAction::OpenSetup:
        return Words::tr("A flow that is finished changes the setup of a real integration.");
    case GuardedAction::OpenDeveloperTools:
        return Words::tr("They show what the client types and the link with its token.");
    }
    Q_UNREACHABLE();
}

QString verb(GuardedAction action)
{
    switch (action) {
    case GuardedAction::CreateLink:
        //: A button; %1 is the name of an organization
        return Words::tr("Create link for %1 in Production");
    case GuardedAction::Reconnect:
        //: A button; %1 is the name of an organization
        return Words::tr("Reconnect %1 in Production");
    case GuardedAction::Delete:
        //: A button; %1 is the name of an organization
        return Words::tr("Delete %1 in Production");
    case GuardedAction::OpenSetup:
        //: A button; %1 is the name of an organization
        return Words::tr("Open setup of %1 in Production");
    case GuardedAction::OpenDeveloperTools:
        //: A button; %1 is the name of an organization
        return Words::tr("Open tools for %1 in Production");
    }
    Q_UNREACHABLE();
}

// A name as long as the API takes it would make a button wider than the screen; an ampersand would
// become a mnemonic.
QString onButton(const QString &organization)
{
    constexpr qsizetype most = 32;
    QString name = organization;
    if (name.size() > most)
        name = name.first(most - 1).trimmed() + u'…';
    return name.replace(u'&', u"&&"_s);
}

void ask(QWidget *window, GuardedAction action, const QString &organization, const QString &profile,
    const std::function<void()> &proceed)
{
    if (window->findChild<QMessageBox *>(QLatin1StringView(questionName)))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, Words::tr("Production"),
        question(action).arg(organization, profile), QMessageBox::NoButton, window);
    box->setObjectName(QLatin1StringView(questionName));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence(action));
    const int side = Metrics::space(8);
    box->setIconPixmap(icon(IconName::TriangleAlert, ColorToken::Danger)
                           .pixmap(QSize(side, side), window->devicePixelRatioF()));
    auto *go = box->addButton(verb(action).arg(onButton(organization)), QMessageBox::AcceptRole);
    auto *stay = box->addButton(QMessageBox::Cancel);
    go->setObjectName(u"proceedButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(go, &QPushButton::clicked, window, proceed);
    box->open();
}

} // namespace

ProductionGuard makeProductionGuard(QWidget *window, std::function<ProfileTag()> profile)
{
    return [window, profile = std::move(profile)](GuardedAction action, const QString &organization,
               const std::function<void()> &proceed) {
        const ProfileTag tag = profile();
        if (tag.kind == ProfileKind::Production)
            ask(window, action, organization, tag.name, proceed);
        else
            proceed();
    };
}

} // namespace desk
