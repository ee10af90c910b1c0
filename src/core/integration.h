// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace desk {

/*!
 * What integration-by-token tells about an integration (kombo-api.md 5.3). setupStatus is the
 * API's own word, kept as text because new ones may come (7.1 names those known today).
 */
struct ResolvedIntegration {
    QString id;
    QString tool;
    std::optional<QString> originId;
    QString organization;
    std::optional<QString> email;
    QString setupStatus;
    QString json{}; //!< the answer's data as it came, indented, for people who look closer

    friend bool operator==(const ResolvedIntegration &, const ResolvedIntegration &) = default;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::ResolvedIntegration)
