// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace desk {

//! A field found in the connected tool (kombo-api.md 5.11). type is the API's own word.
struct IntegrationField {
    QString id;
    QString key;
    QString model;
    QString type;
    std::optional<QString> label;
    bool isPassthroughEnabled = false;
    QJsonObject data; //!< as it came
};

//! A field of one's own, and the field of the tool that fills it, if it is mapped to one.
struct CustomField {
    struct Source {
        QString id;
        QString key;
        QString type;
        std::optional<QString> label;
    };

    QString id;
    QString key;
    QString model;
    std::optional<QString> label;
    std::optional<QString> description;
    std::optional<Source> source;
    QJsonObject data; //!< as it came
};

} // namespace desk
