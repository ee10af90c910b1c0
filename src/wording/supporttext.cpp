// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "supporttext.h"

#include "core/inputtext.h"
#include "core/redactor.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::SupportText)
};

QString utc(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : QString();
}

// A value never spans lines: one that did could pass for another fact.
void add(QStringList &lines, const QString &label, const QString &value)
{
    const QString cleaned = cleanedInput(value);
    if (!cleaned.isEmpty())
        lines.append(u"%1: %2"_s.arg(label, cleaned));
}

void addDetails(QStringList &lines, const IntegrationDetails &details, const QDateTime &readAt)
{
    add(lines, Words::tr("Tool"), details.toolId);
    add(lines, Words::tr("Category"), details.category);
    add(lines, Words::tr("Organization"), details.organization);
    add(lines, Words::tr("Origin ID"), details.originId.value_or(QString()));
    add(lines, Words::tr("Status"), details.status);
    add(lines, Words::tr("Setup"), details.setupStatus);
    add(lines, Words::tr("Scope config"), details.scopeConfigId);
    add(lines, Words::tr("Created"), utc(details.createdAt));
    if (details.dataExpiredAt)
        add(lines, Words::tr("Data is old since"), utc(*details.dataExpiredAt));
    if (details.isBeta)
        add(lines, Words::tr("Beta"), Words::tr("yes"));
    //: When the facts before were read
    add(lines, Words::tr("Read"), utc(readAt));
}

void addResolved(QStringList &lines, const ResolvedIntegration &integration)
{
    add(lines, Words::tr("Tool"), integration.tool);
    add(lines, Words::tr("Organization"), integration.organization);
    add(lines, Words::tr("Origin ID"), integration.originId.value_or(QString()));
    add(lines, Words::tr("Setup"), integration.setupStatus);
}

void addError(QStringList &lines, const ApiError &error)
{
    QStringList facts;
    if (error.httpStatus != 0)
        facts.append(u"HTTP %1"_s.arg(error.httpStatus));
    if (!error.code.isEmpty())
        facts.append(error.code);
    if (!error.title.isEmpty())
        facts.append(error.title);
    if (!error.message.isEmpty())
        facts.append(error.message);
    if (!error.detail.isEmpty())
        facts.append(error.detail);
    add(lines, Words::tr("Last error"), facts.join(u" · "_s));
    add(lines, Words::tr("Log"), error.logUrl.toString(QUrl::FullyEncoded));
}

} // namespace

QString supportText(const SupportFacts &facts)
{
    QStringList lines;
    add(lines, Words::tr("Integration ID"), facts.integrationId);
    if (facts.details)
        addDetails(lines, *facts.details, facts.readAt);
    else if (facts.resolved)
        addResolved(lines, *facts.resolved);
    //: The environment of Kombo; %1 is a word such as "Production", %2 the name of a profile
    const QString profile = facts.profile.isEmpty() || facts.profile == facts.environment
        ? facts.environment
        : Words::tr("%1, profile %2").arg(facts.environment, facts.profile);
    add(lines, Words::tr("Environment"), profile);
    if (facts.lastError)
        addError(lines, *facts.lastError);
    add(lines, Words::tr("Versions"), facts.versions);
    return Redactor::withoutEmail(Redactor::withoutPatterns(lines.join(u'\n'))) + u'\n';
}

} // namespace desk
