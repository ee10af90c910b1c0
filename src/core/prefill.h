// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"
#include "detailscheck.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace desk {

/*!
 * Values for some fields of the form; a field that is absent stays as it is. A text is never empty,
 * so filling can replace what stands in the form but never empty it. Texts are bounded as in
 * DetailsLimit and hold nothing invisible; whether they may be sent is for checkDetails() to say.
 */
struct Prefill {
    std::optional<QString> email;
    std::optional<QString> organization;
    std::optional<QString> originId;
    std::optional<Category> category;
    std::optional<QString> tool;
    std::optional<QString> remoteEnvironment;
    std::optional<FlowLanguage> language;
    std::optional<QString> scopeConfigId;
    std::optional<bool> filtering;
    std::optional<bool> fieldMapping;
    std::optional<LinkType> linkType;

    bool isEmpty() const { return fields().isEmpty(); }
    //! The fields that have a value here, in the order of the form.
    QList<DetailsField> fields() const;
    ConnectDetails applyTo(ConnectDetails details) const;
    /*!
     * The fields that tell who the client is and that would still be those of the client before:
     * they have a value in the form and none here, while another of them changes.
     */
    QList<DetailsField> keptOfAnotherClient(const ConnectDetails &details) const;

    friend bool operator==(const Prefill &, const Prefill &) = default;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Prefill)
