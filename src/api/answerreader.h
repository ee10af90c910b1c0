// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apierror.h"
#include "httpoutcome.h"

#include "core/redactor.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * Judges what came back: the HTTP status decides first, then the transport, then the body
 * (kombo-api.md 4). The only way from bytes of a server into an ApiError, hence the place where its
 * text is cleaned, bounded and redacted. The redactor must outlive the reader.
 */
class AnswerReader {
public:
    AnswerReader(QString host, const Redactor &redactor);

    //! The object under "data" of a good answer. Does not fill ApiError::retryAfter.
    Result<QJsonObject, ApiError> read(const HttpOutcome &outcome) const;

private:
    ApiError errorOf(ApiError::Kind kind, const HttpOutcome &outcome) const;
    ApiError protocolError(const HttpOutcome &outcome, const QString &detail) const;
    ApiError transportError(const HttpOutcome &outcome) const;
    ApiError redirectError(const HttpOutcome &outcome) const;
    ApiError statusError(const HttpOutcome &outcome) const;
    Result<QJsonObject, ApiError> readBody(const HttpOutcome &outcome) const;

    //! False if the body is nothing that speaks like an error of the API.
    bool takeEnvelope(const QByteArray &body, ApiError &error) const;
    QString extractOf(const HttpOutcome &outcome) const;
    QString plain(const QString &text) const;

    QString m_host;
    const Redactor &m_redactor;
};

} // namespace desk
