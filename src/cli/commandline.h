// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchwish.h"
#include "historywish.h"
#include "verb.h"
#include "verbwords.h"

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/integrationdetails.h"
#include "core/prefill.h"
#include "core/result.h"
#include "export/copyas.h"
#include "practice/practicebehaviour.h"
#include "practice/practicefault.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * What the program was asked to do, cleaned and checked: whatever stands in here may be sent.
 * Members that do not belong to the verb keep their defaults.
 */
struct CommandLine {
    enum class Action { Run, Help, Version };

    Action action = Action::Run;
    Verb verb = Verb::Window;

    //! For connect and create-link; these have passed checkDetails().
    ConnectDetails details;
    //! For the window and batch: the fields that were given, and may be incomplete.
    Prefill prefill;
    //! For the window: a connect-desk: address as it was given, of bounded length and not read yet.
    std::optional<QString> address;
    VerbWords words;
    std::optional<ApiAccess> adHoc; //!< from --base-url
    std::optional<QString> profile; //!< a name that somebody has to look up; absent, as well as
                                    //!< adHoc: the practice profile

    std::optional<QString> dataDirectory;
    std::optional<std::chrono::seconds> timeout;
    std::optional<QString> screenshot;
    quint16 port = 0; //!< for practice; 0: any free one
    QList<PracticeFault> faults; //!< for practice
    QList<PracticeBehaviour> behaviours; //!< for practice
    SyncType syncType = SyncType::Full;
    std::optional<QString> har; //!< a file
    std::optional<QString> evidence; //!< a folder or zip file that is not there yet
    bool evidencePersonalData = false;
    std::optional<CopyForm> copyAs;
    bool verbose = false;
    bool hideEmail = false; //!< in records
    HistoryWish history;
    BatchWish batch;
    bool allowDuplicate = false;
    bool json = false;
    bool quiet = false;
    bool autopilot = false;
    bool topLevel = false;
};

//! Why the command line was refused, in one sentence that never holds a secret.
struct UsageError {
    QString sentence;
    bool json = false; //!< the error is wanted as JSON, too
};

//! The variable that holds the key of an ad-hoc profile; there is no option for it, because process
//! lists are public.
inline constexpr QLatin1StringView apiKeyVariable("CONNECT_DESK_API_KEY");

/*!
 * Reads a command line (the first argument is the program's name). Needs no application object, so
 * it can decide which one is made; touches nothing but the file system, to see whether the folders
 * of --screenshot, --har and --evidence are there.
 */
Result<CommandLine, UsageError> parseCommandLine(
    const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace desk
