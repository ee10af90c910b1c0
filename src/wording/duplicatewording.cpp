// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "duplicatewording.h"

#include "integrationwording.h"
#include "timewording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk::DuplicateWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::DuplicateWording)
};

QString reason(Duplicate::Reason reason)
{
    switch (reason) {
    case Duplicate::Reason::OriginId:
        return Words::tr("It has the same origin ID.");
    case Duplicate::Reason::Organization:
        return Words::tr("It has the same organization.");
    case Duplicate::Reason::EmailDomain:
        return Words::tr("Its email has the same domain.");
    }
    Q_UNREACHABLE();
}

QString state(const KnownIntegration &integration, const QDateTime &now)
{
    const QString standing =
        IntegrationWording::standing(integration.status, integration.setupStatus).headline;
    //: %1 is the ID of an integration, %2 such as "3 days ago", %3 how it stands: "Connected"
    return Words::tr("%1, first seen %2. %3.")
        .arg(integration.id, TimeWording::ago(integration.firstSeenAt, now), standing);
}

} // namespace

QString headline(const QList<Duplicate> &duplicates)
{
    const KnownIntegration &first = duplicates.constFirst().integration;
    //: %1 is the name of an organization, %2 a tool, such as "hibob"
    return Words::tr("%1 has an integration with %2 already").arg(first.organization, first.tool);
}

QString advice(const QList<Duplicate> &duplicates, const QDateTime &now)
{
    const Duplicate &first = duplicates.constFirst();
    QStringList sentences{reason(first.reason), state(first.integration, now),
        Words::tr("Kombo does not merge integrations: a second one is billed and synced beside the "
                  "first.")};
    if (duplicates.size() > 1) {
        sentences.append(
            Words::tr("%n more look(s) alike.", nullptr, static_cast<int>(duplicates.size() - 1)));
    }
    return sentences.join(u' ');
}

QString waved(const QList<Duplicate> &duplicates)
{
    //: %1 is the name of an organization
    return Words::tr("The next link makes another integration for %1")
        .arg(duplicates.constFirst().integration.organization);
}

} // namespace desk::DuplicateWording
