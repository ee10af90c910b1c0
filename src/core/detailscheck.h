// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"

#include <QList>
#include <QObject>

#include <optional>

namespace desk {

//! A field of the form and of the command line; one for each property of create-link.
enum class DetailsField {
    Email,
    Organization,
    OriginId,
    Category,
    Tool,
    RemoteEnvironment,
    Language,
    ScopeConfigId,
    Filtering,
    FieldMapping,
    LinkType,
};

enum class DetailsProblem {
    Missing,
    TooLong,
    ControlCharacters,
    NotAnEmail,
    NotAToolId,
    NeedsTool, //!< a remote environment goes with a tool only
    HrisOnly, //!< the filter step exists for HRIS only
};

struct DetailsError {
    DetailsField field = DetailsField::Email;
    DetailsProblem problem = DetailsProblem::Missing;

    friend bool operator==(const DetailsError &, const DetailsError &) = default;
};

/*!
 * The bounds of what is sent. The API's own maximum lengths are not published (kombo-api.md 5.2);
 * these are ours, generous for a person and harmless for every layer below.
 */
namespace DetailsLimit {
constexpr qsizetype email = 254; // RFC 5321: a forward path of 256 less its brackets
constexpr qsizetype organization = 500;
constexpr qsizetype id = 500;
constexpr qsizetype toolId = 100;
} // namespace DetailsLimit

//! Every reason why these details must not be sent, in the order of the form; empty if there is
//! none.
QList<DetailsError> checkDetails(
    const ConnectDetails &details, OriginIdPolicy originIds = OriginIdPolicy::Optional);

//! The first reason in one field, for the sentence under it.
std::optional<DetailsProblem> problemOf(DetailsField field, const QList<DetailsError> &errors);

//! One @, something on both sides, a domain without blanks: what typing errors break.
bool looksLikeEmail(const QString &text);

} // namespace desk
