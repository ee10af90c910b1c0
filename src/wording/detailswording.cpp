// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailswording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk::DetailsWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::DetailsWording)
};

QString missing(DetailsField field)
{
    if (field == DetailsField::Email)
        return Words::tr("Enter the email address of the person who will connect the tool.");
    if (field == DetailsField::Organization)
        return Words::tr("Enter the name of the organization that is being connected.");
    if (field == DetailsField::OriginId)
        return Words::tr("Enter your own ID of this client: this profile asks for one.");
    //: %1 is the label of a field, such as "Tool"
    return Words::tr("%1 is needed.").arg(label(field));
}

qsizetype limitOf(DetailsField field)
{
    switch (field) {
    case DetailsField::Email:
        return DetailsLimit::email;
    case DetailsField::Organization:
        return DetailsLimit::organization;
    case DetailsField::Tool:
        return DetailsLimit::toolId;
    default:
        return DetailsLimit::id;
    }
}

} // namespace

QString label(DetailsField field)
{
    switch (field) {
    case DetailsField::Email:
        return Words::tr("Email");
    case DetailsField::Organization:
        return Words::tr("Organization");
    case DetailsField::OriginId:
        //: The client's id in the user's own system; "Origin ID" is Kombo's term
        return Words::tr("Origin ID");
    case DetailsField::Category:
        return Words::tr("Category");
    case DetailsField::Tool:
        //: The HR software that gets connected
        return Words::tr("Tool");
    case DetailsField::RemoteEnvironment:
        return Words::tr("Remote environment");
    case DetailsField::Language:
        return Words::tr("Language");
    case DetailsField::ScopeConfigId:
        return Words::tr("Scope config ID");
    case DetailsField::Filtering:
        return Words::tr("Filtering");
    case DetailsField::FieldMapping:
        return Words::tr("Field mapping");
    case DetailsField::LinkType:
        return Words::tr("Link type");
    }
    Q_UNREACHABLE();
}

QString sentence(const DetailsError &error)
{
    switch (error.problem) {
    case DetailsProblem::Missing:
        return missing(error.field);
    case DetailsProblem::TooLong:
        //: %1 is the label of a field, %2 the greatest number of characters, some hundred
        return Words::tr("%1 must not be longer than %2 characters.")
            .arg(label(error.field))
            .arg(limitOf(error.field));
    case DetailsProblem::ControlCharacters:
        //: %1 is the label of a field
        return Words::tr("%1 contains a line break or another character that cannot be shown.")
            .arg(label(error.field));
    case DetailsProblem::NotAnEmail:
        return Words::tr("Email needs one address, such as name@company.com.");
    case DetailsProblem::NotAToolId:
        return Words::tr("Tool needs the tool's ID, such as personio or successfactors.");
    case DetailsProblem::NeedsTool:
        return Words::tr("Remote environment can only be set together with a tool.");
    case DetailsProblem::HrisOnly:
        return Words::tr("Filtering exists for the category HRIS only.");
    }
    Q_UNREACHABLE();
}

QString dropped(DetailsField field, const QString &tool, Category category)
{
    if (field == DetailsField::Filtering)
        return Words::tr("Filtering exists for HRIS only and was switched off.");
    //: %1 is the name or ID of a tool, %2 a category such as "ATS"
    return Words::tr("%1 is not offered for %2 and was cleared.").arg(tool, name(category));
}

QString hint(LinkType type)
{
    switch (type) {
    case LinkType::Embedded:
        return Words::tr("Opens here, in this window. Valid for 1 hour.");
    case LinkType::MagicLink:
        return Words::tr("For sending to the client. Valid for 1 year.");
    }
    Q_UNREACHABLE();
}

QString name(Category category)
{
    switch (category) {
    case Category::Hris:
        return Words::tr("HRIS");
    case Category::Ats:
        return Words::tr("ATS");
    case Category::Assessment:
        //: A category of tools, beside HRIS, ATS and LMS
        return Words::tr("Assessment");
    case Category::Lms:
        return Words::tr("LMS");
    }
    Q_UNREACHABLE();
}

QString name(FlowLanguage language)
{
    switch (language) {
    case FlowLanguage::English:
        return u"English"_s;
    case FlowLanguage::German:
        return u"Deutsch"_s;
    case FlowLanguage::French:
        return u"Français"_s;
    case FlowLanguage::Italian:
        return u"Italiano"_s;
    case FlowLanguage::Spanish:
        return u"Español"_s;
    }
    Q_UNREACHABLE();
}

QString name(LinkType type)
{
    switch (type) {
    case LinkType::Embedded:
        //: A link that is shown within this window
        return Words::tr("Embedded");
    case LinkType::MagicLink:
        //: A link that is sent to the client; Kombo's term
        return Words::tr("Magic link");
    }
    Q_UNREACHABLE();
}

} // namespace desk::DetailsWording
