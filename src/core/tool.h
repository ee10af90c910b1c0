// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

/*!
 * A model, an action or a feature of a tool, or one field of it (a field has no label and no fields
 * of its own). status is the API's own word (kombo-api.md 5.4 names those known today).
 */
struct Coverage {
    QString id;
    QString label;
    QString status;
    QList<Coverage> fields;

    // Written out, because a defaulted one is deleted: it asks whether lists of this type can be
    // compared before the type is complete.
    friend bool operator==(const Coverage &left, const Coverage &right)
    {
        return left.id == right.id && left.label == right.label && left.status == right.status
            && left.fields == right.fields;
    }
};

/*!
 * A tool that is switched on in an environment (kombo-api.md 5.4). Two tools may share a label;
 * internalLabel tells them apart and is for staff, never for clients. The pictures may be dead, and
 * the notes are Markdown of the server.
 */
struct Tool {
    QString id;
    QString label;
    std::optional<QString> internalLabel;
    QString logoUrl;
    QString iconUrl;
    QString iconBlackUrl;
    std::optional<QString> paidApiNote; //!< set: the tool charges for its API
    std::optional<QString> fastTrackNote; //!< set: there is a fast-track process
    std::optional<QString> partnerOnlyNote; //!< set: a partnership is needed
    std::optional<QString> connectionGuideUrl;
    QList<Coverage> readModels;
    QList<Coverage> writeActions;
    QList<Coverage> features;

    friend bool operator==(const Tool &, const Tool &) = default;
};

struct ToolList {
    QList<Tool> tools; //!< in the order of the server
    QJsonObject data; //!< the answer's data as it came
};

} // namespace desk
