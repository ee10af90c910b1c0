// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "datafolderwording.h"

#include <QCoreApplication>
#include <QDir>

namespace desk::DataFolderWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::DataFolderWording)
};

QString placeOf(DataFolder::Origin origin)
{
    switch (origin) {
    case DataFolder::Origin::Option:
        return Words::tr("--data-dir");
    case DataFolder::Origin::Portable:
        return Words::tr("The folder “data” beside the program");
    case DataFolder::Origin::Standard:
        return Words::tr("The folder for this application's data");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const DataFolderProblem &problem)
{
    using Reason = DataFolderProblem::Reason;
    const QString place = placeOf(problem.origin);
    const QString path = QDir::toNativeSeparators(problem.path);
    switch (problem.reason) {
    case Reason::NoPlace:
        return problem.origin == DataFolder::Origin::Option
            ? Words::tr("--data-dir needs the name of a folder.")
            : Words::tr("The system names no folder for data; give one with --data-dir.");
    case Reason::NotAName:
        //: %1 says which folder it is
        return Words::tr("%1 has a name with a character that no folder may have.").arg(place);
    case Reason::NotAFolder:
        //: %1 says which folder it is, %2 is its path
        return Words::tr("%1 is no folder: something else stands at %2.").arg(place, path);
    case Reason::CannotCreate:
        //: %1 says which folder it is, %2 is its path
        return Words::tr("%1 cannot be created: %2.").arg(place, path);
    case Reason::NotWritable:
        //: %1 says which folder it is, %2 is its path
        return Words::tr("%1 cannot be written to: %2.").arg(place, path);
    }
    Q_UNREACHABLE();
}

} // namespace desk::DataFolderWording
