// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "practicemessage.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/*!
 * Something that goes wrong at one endpoint of the practice API, or at every one. What is not set
 * stays as it would be without the fault.
 */
struct PracticeFault {
    static constexpr qint64 maximumDelayMs = 120'000;
    static constexpr qsizetype maximumBodySize = qsizetype{1024} * 1024;
    static constexpr int maximumTimes = 1'000'000;

    QString endpoint; //!< a name of practiceFaultEndpoints()
    std::optional<int> status{}; //!< 100 to 599
    std::optional<QString> code{}; //!< an empty one travels as null
    std::optional<QString> message{};
    QString retryAfter{}; //!< the header as it is sent: seconds or an HTTP date
    std::optional<qint64> retryAfterMs{};
    qint64 delayMs = 0;
    PracticeDelivery delivery = PracticeDelivery::Whole;
    std::optional<QByteArray> body{}; //!< sent instead of any JSON
    QString contentType{};
    bool expiredLink = false; //!< the link that is made has expired already
    bool reusedToken = false; //!< the activation token is said to have been used
    std::optional<int> times{}; //!< absent: until it is taken away

    friend bool operator==(const PracticeFault &, const PracticeFault &) = default;
};

//! The endpoints by the names of the documentation, and "*", which stands for all of them.
const QStringList &practiceFaultEndpoints();

/*!
 * Reads ENDPOINT:name=value,name=value. The names are those of the JSON form; values are
 * percent-decoded, so that a comma is %2C, and a switch such as stall needs no value. The error is
 * a sentence that names the wrong part.
 */
Result<PracticeFault, QString> parsePracticeFault(const QString &text);

//! Reads an object with endpoint, status, code, message, retry_after and so on; as strict.
Result<PracticeFault, QString> practiceFaultFromJson(const QJsonObject &json);

//! Reads a list of them, at most PracticeFaults::maximumCount.
Result<QList<PracticeFault>, QString> practiceFaultsFromJson(const QJsonArray &json);

//! What practiceFaultFromJson() reads.
QJsonObject toJson(const PracticeFault &fault);

} // namespace desk
