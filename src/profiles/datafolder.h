// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace desk {

/*!
 * The one folder in which everything lives that is remembered: settings, profiles, history. It
 * exists, can be written to, and if it was made by us only its owner can look into it.
 */
struct DataFolder {
    Q_GADGET
public:
    enum class Origin {
        Option, //!< --data-dir
        Portable, //!< "data" beside the program, because of the marker file there
        Standard, //!< where the system wants it
    };
    Q_ENUM(Origin)

    //! Where to look; absolute folders but for the option, which counts from the working directory.
    struct Places {
        std::optional<QString> option; //!< not cleaned: a folder's name may end with a blank
        QString programFolder;
        QString standardFolder; //!< empty: the system names none
    };

    QString path; //!< absolute
    Origin origin = Origin::Standard;
};

//! Why the folder that counts cannot be used. No other one is taken instead: a person who asked
//! for one place must not find the data in another.
struct DataFolderProblem {
    Q_GADGET
public:
    enum class Reason {
        NoPlace, //!< the option is empty, or the system names no folder
        NotAName, //!< holds a character that no path may have
        NotAFolder, //!< something else stands there, or in the way to it
        CannotCreate,
        NotWritable, //!< read-only, or not ours
    };
    Q_ENUM(Reason)

    Reason reason = Reason::NoPlace;
    DataFolder::Origin origin = DataFolder::Origin::Standard;
    QString path; //!< as far as there is one
};

//! The places of this process; needs an application object, for its name and its program.
DataFolder::Places placesOfThisProgram(const std::optional<QString> &option);

//! The name of the file that makes an installation portable; its content does not matter.
QString portableMarkerName();

//! Settles where everything lives, and creates that folder if it is not there.
Result<DataFolder, DataFolderProblem> openDataFolder(const DataFolder::Places &places);

} // namespace desk
