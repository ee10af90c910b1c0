// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "practiceenvironment.h"
#include "practicemessage.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! One call on its way through the practice API.
struct PracticeCall {
    const PracticeRequest &request;
    QStringList arguments; //!< the decoded segments that the route leaves open, in their order
    PracticeEnvironment &environment;
    std::optional<PracticeFault> fault{}; //!< for the faults that a call acts out itself
};

using PracticeHandler = PracticeResponse (*)(const PracticeCall &);

//! An endpoint: what leads to it, what it may be given, and who answers.
struct PracticeRoute {
    enum class Body { None, Optional, Required };

    QByteArray method;
    QStringList path; //!< a "*" stands for any one segment
    QString name; //!< the documentation's, for scripted faults
    PracticeHandler handler = nullptr;
    Body body = Body::None;
    QStringList query{}; //!< the parameters it knows
};

//! The route of a request, or the answer if there is none or none with this method.
Result<const PracticeRoute *, PracticeResponse> findRoute(
    const QList<PracticeRoute> &routes, const PracticeRequest &request);

//! Calls the handler, unless the request has a query or a body that the route does not take.
PracticeResponse call(const PracticeRoute &route, const PracticeRequest &request,
    PracticeEnvironment &environment, const std::optional<PracticeFault> &fault = std::nullopt);

//! Whether the request carries this key as a bearer token.
bool isAuthorized(const PracticeRequest &request, const Secret &apiKey);

} // namespace desk
