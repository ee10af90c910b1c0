// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "failure.h"

#include "api/exchange.h"
#include "core/apiaccess.h"

#include <QImage>
#include <QList>

#include <memory>
#include <optional>

namespace desk {

class ConnectSession;
class SessionTimeline;

/*!
 * What --evidence asks for: follows the session from its start, and writes the bundle when the run
 * is over, however it ended.
 */
class EvidenceOutput {
public:
    explicit EvidenceOutput(const CommandLine &commandLine);
    ~EvidenceOutput();

    bool isWanted() const { return m_commandLine.evidence.has_value(); }
    //! Pictures show personal data, so they are left out without --evidence-personal-data.
    bool wantsPictures() const { return isWanted() && m_commandLine.evidencePersonalData; }

    void takeAccess(const ApiAccess &access) { m_access = access; }
    void takeEngineVersion(const QString &version) { m_engineVersion = version; }
    //! Before it starts.
    void follow(ConnectSession &session);
    //! The last one counts.
    void takePicture(const QImage &picture) { m_picture = picture; }

    //! The session may be null: the run may have ended before there was one.
    std::optional<Failure> save(const ConnectSession *session, const QList<Exchange> &exchanges,
        const std::optional<Failure> &ending) const;

private:
    CommandLine m_commandLine;
    ApiAccess m_access;
    QString m_engineVersion;
    std::unique_ptr<SessionTimeline> m_timeline;
    QImage m_picture;
};

} // namespace desk
