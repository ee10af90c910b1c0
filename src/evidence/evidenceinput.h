// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"
#include "core/integration.h"
#include "core/profiletag.h"
#include "core/secret.h"
#include "session/connectsession.h"
#include "timeline/timelineexport.h"

#include <QDateTime>
#include <QImage>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

//! A name and what stands behind it, both fit to be read: "Chromium", "102.0.5005.177".
struct EvidenceFact {
    QString name;
    QString value;
};

//! A view of the flow. The name says when or how it was taken; file names are made from it.
struct EvidencePicture {
    QString name;
    QImage image;
};

//! Words for facts, which live further up (wording/evidencewording.h); no pointer may be null.
struct EvidenceWords {
    TimelineWords timeline;
    QString (*outcome)(ConnectSession::Outcome outcome, LinkOrder::Kind kind) = nullptr;
    QString (*profileKind)(ProfileKind kind) = nullptr;
};

/*!
 * Everything that may go into a bundle, as plain values: nothing in here is looked up later. The
 * texts may hold personal data; secrets names what must not be in the bundle in any spelling: key,
 * link, tokens.
 */
struct EvidenceInput {
    //! Order, outcome, timing and integration, as the session has them now.
    static EvidenceInput of(const ConnectSession &session, const SessionTimeline &timeline);

    QDateTime madeAt; //!< UTC
    TimelineDocument timeline;
    QList<Exchange> exchanges;
    QList<EvidencePicture> pictures;
    std::optional<LinkOrder> order;
    ProfileTag profile;
    QString apiHost;
    ConnectSession::Outcome outcome = ConnectSession::Outcome::Pending;
    ConnectSession::Timing timing;
    std::optional<ResolvedIntegration> integration;
    QList<EvidenceFact> facts; //!< versions, system, viewing conditions
    QList<Secret> secrets;
};

//! What of it goes in. As it stands: nothing that tells who the client is, but for integration ids.
struct EvidenceOptions {
    bool masksPersonalData = true;
    bool masksIntegrationIds = false; //!< counts only while personal data is masked
    //! Nobody can take a name out of a picture, so pictures go in only if somebody wants them.
    bool hasPictures = false;
};

//! The application, Qt and the system, by their versions.
QList<EvidenceFact> programFacts();

} // namespace desk
