// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "verb.h"

#include <QString>
#include <QStringList>

#include <array>

namespace desk {

enum class OptionId {
    Email,
    Organization,
    OriginId,
    Category,
    Tool,
    Language,
    LinkType,
    RemoteEnvironment,
    ScopeConfigId,
    Filtering,
    FieldMapping,
    Profile,
    BaseUrl,
    DataDir,
    Json,
    Quiet,
    Timeout,
    Autopilot,
    TopLevel,
    Screenshot,
    Port,
    Fault,
    Flow,
    Yes,
    SyncType,
    Unmap,
    Verbose,
    Har,
    HideEmail,
    CopyAs,
    Evidence,
    EvidencePersonalData,
    AllowDuplicate,
    Search,
    Outcome,
    Since,
    Limit,
    Export,
    Output,
    Concurrency,
    RetryFailed,
    RetryUnknown,
    Mails,
    Column,
    DryRun,
    Encoding,
    Separator,
    Help,
    Version,
};

//! One option: its name, the verbs it goes with, and what the help says about it.
struct Option {
    OptionId id;
    QLatin1StringView name;
    QLatin1StringView valueName; //!< empty for a switch
    Verbs verbs;
    const char *description; //!< source text in the context desk::CommandLine

    bool mayBeRepeated() const
    {
        return id == OptionId::Fault || id == OptionId::Flow || id == OptionId::Column;
    }
    bool takesValue() const { return !valueName.isEmpty(); }
    //! With its dashes.
    QString spelled() const { return QLatin1StringView("--") + name; }
};

//! The one table of options, in the order of the help.
const std::array<Option, 49> &allOptions();
const Option &optionOf(OptionId id);
QStringList optionNames(Verbs verbs);
//! What may stand behind an option, in the order of its enumeration; empty where it cannot be
//! listed.
QStringList valuesOf(OptionId id);

} // namespace desk
