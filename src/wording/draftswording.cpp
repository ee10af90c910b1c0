// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "draftswording.h"

#include "detailswording.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::DraftsWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::DraftsWording)
};

void append(QStringList &parts, const std::optional<QString> &text, DetailsField field)
{
    //: One field in a line of several: %1 is its label, such as "Origin ID", %2 its value
    if (text)
        parts.append(Words::tr("%1: %2").arg(DetailsWording::label(field), *text));
}

} // namespace

QString sentence(const DetailsFileProblem &problem)
{
    using Kind = DetailsFileProblem::Kind;
    const QString file = QDir::toNativeSeparators(problem.file);
    switch (problem.kind) {
    case Kind::Unreadable:
        //: %1 is a file
        return Words::tr("The file %1 cannot be read.").arg(file);
    case Kind::Damaged:
        //: %1 is a file, %2 another one
        return Words::tr("The file %1 was damaged. It is kept as %2.")
            .arg(file, QDir::toNativeSeparators(problem.keptAs));
    case Kind::DamagedInPlace:
        //: %1 is a file
        return Words::tr("The file %1 is damaged and cannot be renamed, so it stays as it is and "
                         "nothing is saved there.")
            .arg(file);
    case Kind::Newer:
        //: %1 is a file
        return Words::tr("A newer version of Connect Desk wrote the file %1, so it stays as it is "
                         "and nothing is saved there.")
            .arg(file);
    case Kind::Unwritable:
        //: %1 is a file
        return Words::tr("The file %1 cannot be written.").arg(file);
    case Kind::DiskFull:
        //: %1 is a file
        return Words::tr("The file %1 cannot be written, because the disk is full.").arg(file);
    }
    Q_UNREACHABLE();
}

QString sentence(const TemplateError &error)
{
    using Kind = TemplateError::Kind;
    switch (error.kind) {
    case Kind::NameMissing:
        return Words::tr("Enter a name for the template.");
    case Kind::NameTooLong:
        //: %1 is the greatest number of characters, a hundred
        return Words::tr("The name must not be longer than %1 characters.")
            .arg(TemplateLimit::name);
    case Kind::NameControlCharacters:
        return Words::tr("The name contains a line break or another character that cannot be "
                         "shown.");
    case Kind::NameTaken:
        return Words::tr("Another template has this name.");
    case Kind::TooMany:
        //: %1 is a number, two hundred
        return Words::tr("There are %1 templates already, and no room for more. Delete one first.")
            .arg(TemplateLimit::templates);
    case Kind::NotFound:
        return Words::tr("This template is gone; another window may have deleted it.");
    case Kind::File:
        return error.file ? sentence(*error.file) : QString();
    }
    Q_UNREACHABLE();
}

QString summary(const ConnectDetails &details)
{
    QStringList parts;
    for (const QString &text : {details.organization, details.email}) {
        if (!text.isEmpty())
            parts.append(text);
    }
    append(parts, details.originId, DetailsField::OriginId);
    parts.append(DetailsWording::name(details.category));
    if (details.tool)
        parts.append(*details.tool);
    append(parts, details.remoteEnvironment, DetailsField::RemoteEnvironment);
    parts.append(DetailsWording::name(details.language));
    append(parts, details.scopeConfigId, DetailsField::ScopeConfigId);
    if (details.filtering)
        parts.append(DetailsWording::label(DetailsField::Filtering));
    if (details.fieldMapping)
        parts.append(DetailsWording::label(DetailsField::FieldMapping));
    parts.append(DetailsWording::name(details.linkType));
    return parts.join(u" · "_s);
}

} // namespace desk::DraftsWording
