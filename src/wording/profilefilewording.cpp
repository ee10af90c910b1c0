// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilefilewording.h"

#include "profilewording.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::ProfileFileWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ProfileFileWording)
};

struct Sentences {
    QString headline;
    QString advice;
};

Sentences sentencesFor(const ProfileStoreProblem &problem)
{
    using Kind = ProfileStoreProblem::Kind;
    const QString unsaved =
        Words::tr("What is edited now lasts only until Connect Desk is closed.");
    switch (problem.kind) {
    case Kind::Unreadable:
        return {Words::tr("The profiles cannot be read"),
            Words::tr("See that the file may be read, then try again.") + u' ' + unsaved};
    case Kind::Damaged:
        return {Words::tr("The file of the profiles was damaged"),
            //: %1 is the name of a file
            Words::tr("It is kept as %1; a new list has begun. No key was lost.")
                .arg(QDir::toNativeSeparators(problem.keptAs))};
    case Kind::DamagedInPlace:
        return {Words::tr("The file of the profiles is damaged and cannot be put aside"),
            Words::tr("Nothing is written over it. Move it away, then try again.") + u' '
                + unsaved};
    case Kind::Newer:
        return {Words::tr("A later version of Connect Desk wrote the profiles"),
            Words::tr("Nothing is written over them. Use that version.") + u' ' + unsaved};
    case Kind::Unwritable:
        return {Words::tr("The profiles cannot be saved"),
            Words::tr("See that the folder may be written to, then try again.") + u' ' + unsaved};
    case Kind::DiskFull:
        return {Words::tr("The profiles cannot be saved: the disk is full"),
            Words::tr("Make some room, then try again.") + u' ' + unsaved};
    case Kind::Locked:
        return {Words::tr("Another Connect Desk is saving the profiles"),
            Words::tr("This one tries again by itself every few seconds.")};
    }
    Q_UNREACHABLE();
}

Sentences sentencesFor(const ProfileTransferProblem &problem)
{
    using Kind = ProfileTransferProblem::Kind;
    switch (problem.kind) {
    case Kind::Missing:
        return {Words::tr("There is no such file"), Words::tr("Nothing was imported.")};
    case Kind::NotAFile:
        return {Words::tr("This is not a file"),
            Words::tr("Nothing was imported. Choose a file that Connect Desk has exported.")};
    case Kind::Unreadable:
        return {Words::tr("The file cannot be read"),
            Words::tr("Nothing was imported. See that it may be read, then try again.")};
    case Kind::TooLarge:
        return {Words::tr("The file is far too large for profiles"),
            Words::tr("Nothing was imported. Choose a file that Connect Desk has exported.")};
    case Kind::Unwritable:
        return {Words::tr("The file cannot be written"),
            Words::tr("Nothing was exported. Choose another folder, or make some room.")};
    }
    Q_UNREACHABLE();
}

Sentences sentencesFor(ProfileImportProblem problem)
{
    const QString choose =
        Words::tr("Nothing was imported. Choose a file that Connect Desk has exported.");
    switch (problem) {
    case ProfileImportProblem::TooLarge:
        return {Words::tr("The file is far too large for profiles"), choose};
    case ProfileImportProblem::NotJson:
        return {Words::tr("The file does not hold profiles: it is not JSON"), choose};
    case ProfileImportProblem::OtherFormat:
        return {Words::tr("The file does not hold profiles of Connect Desk"), choose};
    case ProfileImportProblem::Newer:
        return {Words::tr("A later version of Connect Desk wrote this file"),
            Words::tr("Nothing was imported. Use that version, or export again with this one.")};
    case ProfileImportProblem::Empty:
        return {Words::tr("The file holds no profile"), Words::tr("There is nothing to import.")};
    case ProfileImportProblem::TooMany:
        //: %1 is a number
        return {Words::tr("The file holds more than %1 profiles").arg(ProfileLimit::profiles),
            Words::tr("Nothing was imported, since any choice among them would be a guess.")};
    }
    Q_UNREACHABLE();
}

QString nameOf(const LeftOutProfile &leftOut)
{
    //: In place of the name of a profile in a file; %1 is its place there, from 1
    return leftOut.name.isEmpty() ? Words::tr("Entry %1").arg(leftOut.row + 1) : leftOut.name;
}

QString line(const LeftOutProfile &leftOut)
{
    //: A line of a list: %1 is the name of a profile, %2 one or more sentences
    return Words::tr("• %1 – %2").arg(nameOf(leftOut), ProfileWording::sentences(leftOut.errors));
}

QString line(const ImportedProfile &imported)
{
    if (imported.wantedName.isEmpty())
        //: A line of a list: %1 is the name of a profile
        return Words::tr("• %1").arg(imported.name);
    //: A line of a list: %1 is the name a profile has now, %2 the one it had in the file
    return Words::tr("• %1 – renamed, since %2 is taken").arg(imported.name, imported.wantedName);
}

QString added(const QList<ImportedProfile> &all)
{
    QStringList lines{Words::tr("Added, each without a key:")};
    for (const ImportedProfile &imported : all)
        lines.append(line(imported));
    return lines.join(u'\n');
}

} // namespace

ErrorMessage message(const ProfileStoreProblem &problem)
{
    const Sentences sentences = sentencesFor(problem);
    QStringList facts{QDir::toNativeSeparators(problem.file)};
    if (!problem.systemText.isEmpty())
        facts.append(problem.systemText);
    return {sentences.headline, sentences.advice, {}, facts.join(u'\n')};
}

ErrorMessage message(const ProfileTransferProblem &problem)
{
    const Sentences sentences = sentencesFor(problem);
    QStringList facts{QDir::toNativeSeparators(problem.file)};
    if (!problem.systemText.isEmpty())
        facts.append(problem.systemText);
    return {sentences.headline, sentences.advice, {}, facts.join(u'\n')};
}

ErrorMessage message(ProfileImportProblem problem)
{
    const Sentences sentences = sentencesFor(problem);
    return {sentences.headline, sentences.advice, {}, {}};
}

QString headline(const ProfileImportReport &report)
{
    QString imported = Words::tr("%n profile(s) imported", nullptr, int(report.added.size()));
    if (report.leftOut.isEmpty())
        return imported;
    //: %1 is "3 profiles imported", %2 is "2 left out"
    return Words::tr("%1, %2").arg(
        imported, Words::tr("%n left out", nullptr, int(report.leftOut.size())));
}

QString text(const ProfileImportReport &report)
{
    QStringList parts;
    if (!report.added.isEmpty())
        parts.append(added(report.added));
    if (!report.leftOut.isEmpty())
        parts.append(Words::tr("Left out:") + u'\n' + list(report.leftOut));
    if (!report.ignored.isEmpty())
        //: %1 are names of properties in a file
        parts.append(Words::tr("Ignored, since they mean nothing here: %1")
                         .arg(report.ignored.join(u", "_s)));
    parts.append(Words::tr("Keys are never exported: enter the key of each added profile."));
    return parts.join(u"\n\n"_s);
}

QString headline(const ExportedProfiles &exported)
{
    return Words::tr("%n profile(s) exported", nullptr, int(exported.count));
}

QString text(const ExportedProfiles &exported)
{
    QString keys = Words::tr("Keys are never exported.");
    if (!exported.practiceLeftOut)
        return keys;
    return keys + u' ' + Words::tr("Practice was left out: every installation has its own.");
}

QString unused(const QList<LeftOutProfile> &leftOut)
{
    if (leftOut.isEmpty())
        return {};
    return Words::tr("%n profile(s) in the file cannot be used", nullptr, int(leftOut.size()));
}

QString list(const QList<LeftOutProfile> &leftOut)
{
    QStringList lines;
    for (const LeftOutProfile &each : leftOut)
        lines.append(line(each));
    return lines.join(u'\n');
}

} // namespace desk::ProfileFileWording
