// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "prefillwording.h"

#include "detailswording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk::PrefillWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::PrefillWording)
};

QString switched(bool on)
{
    //: The state of a switch of the form
    return on ? Words::tr("On") : Words::tr("Off");
}

QString valueOf(DetailsField field, const ConnectDetails &details)
{
    switch (field) {
    case DetailsField::Email:
        return details.email;
    case DetailsField::Organization:
        return details.organization;
    case DetailsField::OriginId:
        return details.originId.value_or(QString());
    case DetailsField::Category:
        return DetailsWording::name(details.category);
    case DetailsField::Tool:
        return details.tool.value_or(QString());
    case DetailsField::RemoteEnvironment:
        return details.remoteEnvironment.value_or(QString());
    case DetailsField::Language:
        return DetailsWording::name(details.language);
    case DetailsField::ScopeConfigId:
        return details.scopeConfigId.value_or(QString());
    case DetailsField::Filtering:
        return switched(details.filtering);
    case DetailsField::FieldMapping:
        return switched(details.fieldMapping);
    case DetailsField::LinkType:
        return DetailsWording::name(details.linkType);
    }
    Q_UNREACHABLE();
}

QString reason(PrefillRefusal::Reason reason)
{
    using Reason = PrefillRefusal::Reason;
    switch (reason) {
    case Reason::Unknown:
        return Words::tr("not a field of the form");
    case Reason::NamesHostOrKey:
        return Words::tr("an address may not say where requests go or with which key");
    case Reason::Twice:
        return Words::tr("given more than once");
    case Reason::BadEncoding:
        return Words::tr("not encoded as an address has to be");
    case Reason::ControlCharacters:
        return Words::tr("contains a character that cannot be shown");
    case Reason::TooLong:
        return Words::tr("too long");
    case Reason::UnknownValue:
        return Words::tr("not one of the values of this field");
    case Reason::Fragment:
        return Words::tr("everything behind a # is left out");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(PrefillProblem problem)
{
    switch (problem) {
    case PrefillProblem::OtherScheme:
        return Words::tr("This is not a connect-desk: address.");
    case PrefillProblem::TooLong:
        //: %1 is the greatest number of characters, some thousand
        return Words::tr("The address is longer than %1 characters.")
            .arg(PrefillAddress::maximumLength);
    case PrefillProblem::OtherPath:
        return Words::tr("The address asks for something other than filling the form; it has to "
                         "begin with connect-desk:new.");
    case PrefillProblem::NotAnAddress:
        return Words::tr("The address contains blanks or line breaks, which have to be written as "
                         "%20 and the like.");
    case PrefillProblem::TooMany:
        return Words::tr("The address has more parameters than the form has fields.");
    }
    Q_UNREACHABLE();
}

QString sentence(const PrefillRefusal &refusal)
{
    if (refusal.reason == PrefillRefusal::Reason::Fragment)
        return reason(refusal.reason);
    if (refusal.parameter.isEmpty())
        //: %1 is the reason why something is refused, such as "too long"
        return Words::tr("A parameter: %1").arg(reason(refusal.reason));
    //: %1 is the name of a parameter, %2 the reason why it is refused, such as "too long"
    return Words::tr("%1: %2").arg(refusal.parameter, reason(refusal.reason));
}

QList<Change> changes(const Prefill &prefill, const ConnectDetails &form)
{
    const ConnectDetails filled = prefill.applyTo(form);
    QList<Change> changes;
    const QList<DetailsField> fields = prefill.fields();
    for (const DetailsField field : fields)
        changes.append(
            {field, DetailsWording::label(field), valueOf(field, form), valueOf(field, filled)});
    return changes;
}

QString keptSentence(const Prefill &prefill, const ConnectDetails &form)
{
    QStringList kept;
    const QList<DetailsField> fields = prefill.keptOfAnotherClient(form);
    for (const DetailsField field : fields) {
        //: One field in a list of several: %1 is its label, such as "Origin ID", %2 its value
        kept.append(Words::tr("%1 “%2”").arg(DetailsWording::label(field), valueOf(field, form)));
    }
    if (kept.isEmpty())
        return {};
    //: %1 is a list of fields with their values, such as "Origin ID “cust-0042”"
    return Words::tr("The form keeps %1. Check that this belongs to the same client.")
        .arg(kept.join(", "_L1));
}

} // namespace desk::PrefillWording
